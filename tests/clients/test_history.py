# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No policy protects army.mil: that Sam has written there a few times is all that Heed knows."""

import unittest

from deadline import wait_until
from thunderbird_case import KNOWN, SLIP, ThunderbirdCase


class History(ThunderbirdCase):
    policy = {}
    times = 12

    def test_fix_sends_to_whom_was_written_before(self):
        composer = self.compose(to=f"Ann Lee <{SLIP}>")
        composer.send()
        confirmation = self.confirmation()
        self.assertIn("12", confirmation.text())
        confirmation.use("army.mil")
        confirmation.fix_and_send()
        delivery = self.check_sent([KNOWN])
        self.assertEqual(delivery.content["To"], f"Ann Lee <{KNOWN}>")
        wait_until(lambda: not composer.is_open(), "the composer to close")


if __name__ == "__main__":
    unittest.main(verbosity=2)
