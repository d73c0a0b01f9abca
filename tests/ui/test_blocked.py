# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the policy takes out of the person's hands: blocked recipients, and trusting for good."""

import unittest

from confirmation import SEND_ANYWAY
from deadline import wait_until
from window_case import WindowCase

HEADING = "^Your organisation blocks evil.com$"


class Blocked(WindowCase):
    policy = {
        "protected-domains": ["army.mil"],
        "blocked-domains": ["evil.com"],
        "organisation": {"name": "The Navy"},
        "may-trust": False,
    }

    def test_there_is_no_way_to_send_and_somebody_to_ask(self):
        call, window = self.ask(("to", "ann@evil.com"), ("cc", "bob@army.mil"), heading=HEADING)
        self.picture("blocked", window)
        for name in ("^Send anyway$", "^Fix and send$", "^Use ", "^Remove ", "trust"):
            self.assertFalse(window.has_button(name), name)
        text = window.text()
        self.assertIn("This message cannot be sent as it is.", text)
        self.assertIn("Ask whoever looks after the computers of The Navy.", text)
        for part in window.window.parts():
            if part.name not in ("Don’t send", "Close"):
                for action in range(part.actions):
                    part.act(action)
        self.assertFalse(call.is_over)
        window.dont_send()
        self.check_cancelled(call, "blocked")

    def test_nobody_may_be_trusted_for_good(self):
        call, window = self.ask()
        window.type_required(".ml")
        wait_until(window.button(SEND_ANYWAY).is_enabled, "Send anyway to be usable")
        self.assertFalse(window.has_button("trust"))
        window.dont_send()
        self.check_cancelled(call)


if __name__ == "__main__":
    unittest.main(verbosity=2)
