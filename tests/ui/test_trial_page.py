# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trying it: the real window about a sample, from which nothing is learned."""

import unittest

from app_case import AppCase
from confirmation import Confirmation

HEADING = r"^army\.ml is not army\.mil$"


class TrialPage(AppCase):
    def show_trial(self):
        window = self.show()
        self.press("alt+5")
        self.wait_for_text(window, "See the window")
        return window

    def open_sample(self, window, name):
        self.tab_to(window, "list item", name)
        self.press("Return")

    def test_the_real_window_learns_nothing(self):
        window = self.show_trial()
        self.picture("trial")
        self.open_sample(window, "^A letter is missing$")
        sample = Confirmation(self.place.reader, self.place.screen, HEADING)
        self.assertIn("214", sample.text())
        sample.use("army.mil")
        sample.fix_and_send()
        self.wait_for_text(window, "The message would have gone to the corrected recipients.")
        self.open_sample(window, "^A letter is missing$")
        sample = Confirmation(self.place.reader, self.place.screen, HEADING)
        sample.dont_send()
        self.wait_for_text(window, "The message would have stayed in the composer.")
        self.picture("trial-answered")
        self.assertEqual(self.heedctl("history", "export"), "")

    def test_it_goes_with_the_main_window(self):
        window = self.show_trial()
        self.open_sample(window, "^A letter is missing$")
        Confirmation(self.place.reader, self.place.screen, HEADING)
        self.press("ctrl+w")
        self.place.reader.wait_until_gone(HEADING)
        self.place.reader.wait_until_gone("^Heed$")


if __name__ == "__main__":
    unittest.main(verbosity=2)
