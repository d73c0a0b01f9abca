# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The confirmation window with the keyboard alone."""

import time
import unittest

from confirmation import SEND_ANYWAY
from deadline import wait_until
from window_case import HEADING, KNOWN, WindowCase


class Keyboard(WindowCase):
    def ask_readable(self):
        """Until the window could be read, keys are for another one."""
        call, window = self.ask()
        # Send anyway is locked at first in any case; a correction shows when the window takes answers.
        window.use("army.mil")
        wait_until(window.button("^Fix and send$").is_enabled, "the window to take answers")
        window.button("^Undo$").press()
        wait_until(lambda: window.has_button("^Use "), "the correction to be undone")
        return call, window

    def test_escape_keeps(self):
        call, window = self.ask_readable()
        window.press_key("Escape")
        self.check_cancelled(call)

    def test_return_keeps(self):
        call, window = self.ask_readable()
        window.tab_to("push button", "^Don’t send$")
        window.press_key("Return")
        self.check_cancelled(call)

    def test_keys_typed_before_it_can_be_read_do_nothing(self):
        """Whoever goes on typing when the window comes up types for another one."""
        for key in ("Return", "Escape", "space", "alt+d"):
            with self.place.screen.holding_down(key):
                start = time.monotonic()
                call = self.caller.confirm_send([("to", "ann@army.ml")], can_correct=True)
                self.check_cancelled(call)
            self.assertGreater(time.monotonic() - start, 0.5, key)
            self.place.reader.wait_until_gone(HEADING)

    def test_return_from_the_start_sends_nothing(self):
        call = self.caller.confirm_send([("to", "ann@army.ml")], can_correct=True)
        screen = self.place.screen
        number = screen.wait_for_window("^army.ml is not army.mil$")
        screen.press(number, *["Return"] * 5)
        if not call.is_over:
            self.confirmation().dont_send()
        self.check_cancelled(call)

    def test_typed_and_sent_anyway(self):
        call, window = self.ask_readable()
        window.tab_to("text", "^Type .ml to send anyway$")
        window.type_keys(".ml")
        wait_until(window.button(SEND_ANYWAY).is_enabled, "Send anyway to be usable")
        window.tab_to("push button", SEND_ANYWAY)
        self.picture("keyboard", window)
        window.press_key("space")
        self.check_allowed(call, "confirmed")

    def test_return_in_the_entry_does_not_send(self):
        call, window = self.ask_readable()
        window.tab_to("text", "^Type .ml to send anyway$")
        window.type_keys(".ml")
        wait_until(window.button(SEND_ANYWAY).is_enabled, "Send anyway to be usable")
        window.press_key("Return")
        if not call.is_over:
            window.dont_send()
        self.check_cancelled(call)

    def test_fixed_with_mnemonics(self):
        call, window = self.ask_readable()
        window.tab_to("push button", "^Use army.mil instead$")
        window.press_key("Return")
        wait_until(lambda: (at := window.focused()) and at.name == "Undo", "the focus on Undo")
        window.press_key("alt+f")
        details = self.check_allowed(call, "corrected")
        self.assertEqual(details["recipients"], [("to", KNOWN)])

    def test_mnemonic_keeps(self):
        call, window = self.ask_readable()
        window.press_key("alt+d")
        self.check_cancelled(call)

    def test_mnemonic_of_send_anyway_needs_the_act(self):
        call, window = self.ask_readable()
        window.press_key("alt+s")
        self.assertFalse(call.is_over)
        window.press_key("Escape")
        self.check_cancelled(call)


if __name__ == "__main__":
    unittest.main(verbosity=2)
