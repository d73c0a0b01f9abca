# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trusting a domain from the window: not by one click, with a reason, and only with the message."""

import unittest

from confirmation import SEND_ANYWAY
from deadline import wait_until
from window_case import SLIP, WindowCase

OFFER = "^Always trust army.ml…$"
TRUST = "^Trust from now on$"


class Trusting(WindowCase):
    policy = {}

    def offer(self, window):
        return window.window.find_all("push button", OFFER)

    def trust(self, window):
        self.assertEqual(self.offer(window), [])
        window.type_required(".ml")
        wait_until(lambda: self.offer(window), "the offer to trust")
        self.assertFalse(window.has_button(TRUST))
        self.offer(window)[0].press()
        self.assertFalse(window.button(TRUST).is_enabled())
        window.window.find("text", "^Why is army.ml right\\?$").type("Our partner in Bamako")
        self.picture("trusting", window)
        window.button(TRUST).press()
        said = "army.ml is trusted from when this message is sent."
        wait_until(lambda: said in window.text(), "what was said")
        self.picture("trusted", window)

    def test_1_kept_messages_trust_nobody(self):
        call, window = self.ask()
        self.trust(window)
        window.dont_send()
        self.check_cancelled(call)
        self.place.reader.wait_until_gone("is not")
        call, window = self.ask()
        window.dont_send()
        self.check_cancelled(call)

    def test_2_it_can_be_undone(self):
        call, window = self.ask()
        self.trust(window)
        window.button("^Undo$").press()
        wait_until(lambda: self.offer(window), "the offer to come back")
        window.dont_send()
        self.check_cancelled(call)

    def test_3_sent_messages_do(self):
        call, window = self.ask()
        self.trust(window)
        wait_until(window.button(SEND_ANYWAY).is_enabled, "Send anyway to be usable")
        window.send_anyway()
        self.check_allowed(call, "confirmed")
        self.check_allowed(self.caller.confirm_send([("to", SLIP)]), "clear")


if __name__ == "__main__":
    unittest.main(verbosity=2)
