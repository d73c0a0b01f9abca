# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person who thinks for a minute and a half: Thunderbird ends an idle extension's page much sooner."""

import unittest

from deadline import stays_false
from thunderbird_case import KNOWN, ThunderbirdCase

THINKING_SECONDS = 90


class Patience(ThunderbirdCase):
    def test_answer_after_a_long_time_counts(self):
        composer = self.compose()
        composer.send()
        confirmation = self.confirmation()
        stays_false(
            lambda: self.sink.messages() or not (confirmation.is_there() and composer.is_locked()),
            "an end before the answer",
            THINKING_SECONDS,
        )
        confirmation.use("army.mil")
        confirmation.fix_and_send()
        self.check_sent([KNOWN])


if __name__ == "__main__":
    unittest.main(verbosity=2)
