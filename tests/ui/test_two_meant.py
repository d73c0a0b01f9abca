# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two protected domains of which either may have been meant: the window names both."""

import unittest

from window_case import WindowCase


class TwoMeant(WindowCase):
    policy = {"protected-domains": ["army.mil", "army.nl"]}

    def test_both_that_may_be_meant_are_named(self):
        call, window = self.ask(("to", "Jan <jan@army.ml>"), heading=r"^army\.ml is neither army\.\w+ nor army\.\w+$")
        self.picture("two-meant", window)
        text = window.text()
        for domain in ("army.mil", "army.nl"):
            self.assertIn(f"Typed jan@army.ml, meant perhaps jan@{domain}", text)
            self.assertIn(f"Use {domain} instead", text)
            self.assertIn(domain, window.window.name)
        window.dont_send()
        self.check_cancelled(call)


if __name__ == "__main__":
    unittest.main(verbosity=2)
