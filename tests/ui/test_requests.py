# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to the window when requests come, go and come again."""

import os
import signal
import unittest

from caller import Caller
from deadline import wait_until
from window_case import HEADING, SLIP, WindowCase


class Requests(WindowCase):
    def other_caller(self):
        return Caller(self.place.bus.address)

    def test_one_window_after_the_other(self):
        first, window = self.ask(subject="First")
        second = self.other_caller().confirm_send([("to", "bob@army.ml")], subject="Second")
        self.assertIn("Message “First”", window.text())
        self.assertEqual(len(self.place.reader.windows(HEADING)), 1)
        window.dont_send()
        self.check_cancelled(first)
        self.assertFalse(second.is_over)
        wait_until(lambda: "Message “Second”" in self.confirmation().text(), "the second window")
        self.confirmation().type_required(".ml")
        self.confirmation().send_anyway()
        self.check_allowed(second, "confirmed")

    def test_the_same_send_again_has_one_window(self):
        first, window = self.ask(message_token="token", subject="Once")
        again = self.caller.confirm_send(
            [("to", SLIP)], message_token="token", subject="Once", can_correct=True
        )
        self.assertEqual(len(self.place.reader.windows(HEADING)), 1)
        window.use("army.mil")
        window.fix_and_send()
        self.assertEqual(self.check_allowed(first, "corrected"), self.check_allowed(again, "corrected"))

    def test_caller_that_vanishes_takes_its_window_along(self):
        caller = self.other_caller()
        _, window = self.ask(caller=caller)
        caller.vanish()
        wait_until(lambda: not window.is_there(), "the window to go away")

    def test_withdrawn(self):
        call, window = self.ask(cancellation_id="mine")
        self.caller.call("CancelConfirmation", "(s)", "mine")
        self.check_cancelled(call, "withdrawn")
        wait_until(lambda: not window.is_there(), "the window to go away")

    def test_withdrawn_while_it_waits(self):
        first, window = self.ask(subject="First")
        second = self.caller.confirm_send([("to", "bob@army.ml")], cancellation_id="second")
        self.caller.call("CancelConfirmation", "(s)", "second")
        self.check_cancelled(second, "withdrawn")
        self.assertTrue(window.is_there())
        window.dont_send()
        self.check_cancelled(first)

    def test_service_that_is_told_to_end_cancels(self):
        call, _ = self.ask()
        service = self.place.bus.service_pid()
        os.kill(service, signal.SIGTERM)
        self.check_cancelled(call, "withdrawn")
        wait_until(lambda: self.place.bus.service_pid() != service, "the service to end")
        call, window = self.ask()
        window.dont_send()
        self.check_cancelled(call)

    def test_preparing_opens_no_window(self):
        self.assertEqual(self.caller.call("Prepare"), ())
        self.assertEqual(self.place.reader.windows("."), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
