# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for a condition, with a deadline in place of a fixed pause."""

import time

INTERVAL = 0.05  # seconds between two looks at something that cannot notify


def wait_until(condition, what, seconds=20):
    """Returns the first true value of condition(); AssertionError naming `what` after `seconds`."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"{what}: not seen in {seconds} s")
        time.sleep(INTERVAL)


def stays_false(condition, what, seconds):
    """Watches for the whole time that condition() never becomes true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            raise AssertionError(f"{what}: seen, and must not be")
        time.sleep(INTERVAL)
