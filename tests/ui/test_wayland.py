# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The confirmation window under a Wayland compositor without a screen, by the accessibility bus alone."""

import pathlib
import unittest

import child
from confirmation import FIX_AND_SEND, SEND_ANYWAY
from deadline import wait_until
from place import Place
from window_case import HEADING, KNOWN, SLIP, WindowCase

SOCKET = "wayland-heed"


class Compositor:
    """Weston, which draws into memory; `name` is empty, as $DISPLAY is there."""

    name = ""

    def __init__(self, environment, log):
        command = ["weston", "--backend=headless-backend.so", f"--socket={SOCKET}", "--idle-time=0"]
        self._weston = child.start(command, env=environment, stdout=log, stderr=log)
        wait_until(pathlib.Path(environment["XDG_RUNTIME_DIR"], SOCKET).exists, "weston")

    def scale_text(self, factor):
        """The text has the size that it has."""
        assert factor == 1

    def close(self):
        self._weston.terminate()
        self._weston.wait(10)


class WaylandPlace(Place):
    """A place whose screen is weston's."""

    def _start_screen(self):
        for name in ("DISPLAY", "XAUTHORITY"):
            self.environment.pop(name, None)
        self.screen = Compositor(self.environment, self.log)
        self._stack.callback(self.screen.close)
        self.environment["WAYLAND_DISPLAY"] = SOCKET
        self.environment["GDK_BACKEND"] = "wayland"


class Wayland(WindowCase):
    make_place = WaylandPlace

    def test_it_is_there(self):
        pid_file = pathlib.Path("/proc", str(self.place.bus.service_pid()), "environ")
        self.assertIn(f"WAYLAND_DISPLAY={SOCKET}", pid_file.read_text())
        call, window = self.ask(("to", SLIP), ("cc", "bob@army.mil"))
        self.assertEqual(window.focused().name, "Don’t send")
        self.assertIn("Typed ann@army.ml, meant perhaps ann@army.mil", window.text())
        window.dont_send()
        self.check_cancelled(call)

    def test_send_anyway_needs_the_act(self):
        call, window = self.ask()
        button = window.button(SEND_ANYWAY)
        button.act(0)
        self.assertFalse(call.is_over)
        window.type_required(".ml")
        window.send_anyway()
        self.check_allowed(call, "confirmed")

    def test_fix_and_undo(self):
        call, window = self.ask(("to", SLIP), ("cc", "bob@army.mil"))
        window.button("^Remove this recipient: ann@army.ml$").press()
        window.button("^Undo$").press()
        wait_until(lambda: not window.has_button(FIX_AND_SEND), "Fix and send to go away")
        window.use("army.mil")
        window.fix_and_send()
        details = self.check_allowed(call, "corrected")
        self.assertEqual(details["recipients"], [("to", KNOWN), ("cc", "bob@army.mil")])

    def test_the_same_send_again_is_presented_again(self):
        call, window = self.ask(message_token="again")
        again = self.caller.confirm_send(
            [("to", SLIP)], message_token="again", can_correct=True, activation_token="a token"
        )
        self.assertEqual(len(self.place.reader.windows(HEADING)), 1)
        window.dont_send()
        self.check_cancelled(call)
        self.check_cancelled(again)

    def test_withdrawn(self):
        call, window = self.ask(cancellation_id="mine")
        self.caller.call("CancelConfirmation", "(s)", "mine")
        self.check_cancelled(call, "withdrawn")
        wait_until(lambda: not window.is_there(), "the window to go away")


if __name__ == "__main__":
    unittest.main(verbosity=2)
