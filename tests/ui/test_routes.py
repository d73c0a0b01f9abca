# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to send a message that are none, and ways to send one too early."""

import time
import unittest

from confirmation import SEND_ANYWAY
from deadline import wait_until
from window_case import SLIP, WindowCase, strangers

GUARD = 0.5  # seconds on the screen before a window can send
EXPOSED = "^30 people would see each other’s addresses$"
FRAME = 5  # pixels that GTK draws around a window where no window manager does
# These answer, keep or correct, and are tried elsewhere.
ANSWERS = ("Don’t send", "Close", "Use army.mil instead", "Remove this recipient: ann@army.ml")


class Routes(WindowCase):
    def parts_to_try(self, window):
        return [part for part in window.window.parts() if part.name not in ANSWERS]

    def test_no_action_of_any_part_sends(self):
        call, window = self.ask(("to", SLIP), ("cc", "bob@army.mil"))
        wait_until(lambda: self.is_readable(window), "the window to take answers")
        n_tried = 0
        for part in self.parts_to_try(window):
            for action in range(part.actions):
                part.act(action)
                n_tried += 1
        self.assertGreater(n_tried, 5)
        self.assertFalse(call.is_over)
        self.assertFalse(window.button(SEND_ANYWAY).is_enabled())
        window.dont_send()
        self.check_cancelled(call)

    def is_readable(self, window):
        """Fix and send is usable once the window can be read, so a correction comes and goes."""
        window.use("army.mil")
        readable = window.button("^Fix and send$").is_enabled()
        window.button("^Undo$").press()
        wait_until(lambda: window.has_button("^Use "), "the correction to be undone")
        return readable

    def test_no_click_anywhere_sends(self):
        call, window = self.ask(("to", SLIP), ("cc", "bob@army.mil"))
        wait_until(lambda: self.is_readable(window), "the window to take answers")
        for part in self.parts_to_try(window):
            if part.role in ("heading", "label", "image", "push button", "text") and part.name:
                self.place.screen.click(self.middle_of(part), times=2)
        self.assertFalse(call.is_over)
        self.assertFalse(window.button(SEND_ANYWAY).is_enabled())
        window.dont_send()
        self.check_cancelled(call)

    def test_no_drag_sends(self):
        call, window = self.ask(("to", SLIP), ("cc", "bob@army.mil"))
        wait_until(lambda: self.is_readable(window), "the window to take answers")
        send = self.middle_of(window.button(SEND_ANYWAY))
        entry = self.middle_of(window.entry())
        for part in self.parts_to_try(window):
            if part.role in ("heading", "label", "image") and part.name:
                for target in (entry, send):
                    self.place.screen.drag(self.middle_of(part), target)
        self.assertFalse(call.is_over)
        self.assertFalse(window.button(SEND_ANYWAY).is_enabled())
        window.dont_send()
        self.check_cancelled(call)

    @staticmethod
    def middle_of(part):
        """On the screen, where a window stands in the corner that no window manager moves it from."""
        left, top, width, height = part.box
        return left + width // 2 + FRAME, top + height // 2 + FRAME

    def check_late(self, typing):
        """Whatever is done all the time answers only once the window has been there long enough."""
        with typing:
            start = time.monotonic()
            call = self.caller.confirm_send(strangers(30, self.id()))
            self.check_allowed(call, "confirmed")
            self.assertGreater(time.monotonic() - start, GUARD)
        self.place.reader.wait_until_gone(EXPOSED)

    def test_no_click_before_it_can_be_read_sends(self):
        call, window = self.ask(*strangers(30, self.id()), heading=EXPOSED, can_correct=False)
        send = self.middle_of(window.button(SEND_ANYWAY))
        window.dont_send()
        self.check_cancelled(call)
        self.place.reader.wait_until_gone(EXPOSED)
        self.check_late(self.place.screen.clicking(send))

    def test_no_mnemonic_before_it_can_be_read_sends(self):
        self.check_late(self.place.screen.holding_down("alt+s"))

    def test_return_never_sends(self):
        with self.place.screen.holding_down("Return"):
            self.check_cancelled(self.caller.confirm_send(strangers(30, self.id())))

    def test_coming_again_it_has_to_be_read_again(self):
        recipients = strangers(30, self.id())
        call, window = self.ask(*recipients, heading=EXPOSED, message_token="again")
        send = window.button(SEND_ANYWAY)
        wait_until(send.is_enabled, "Send anyway to be usable")
        again = self.caller.confirm_send(recipients, message_token="again", can_correct=True)
        wait_until(lambda: not send.is_enabled(), "Send anyway to be locked again")
        send.act(0)
        self.assertFalse(call.is_over)
        wait_until(send.is_enabled, "Send anyway to be usable again")
        window.dont_send()
        self.check_cancelled(call)
        self.check_cancelled(again)


if __name__ == "__main__":
    unittest.main(verbosity=2)
