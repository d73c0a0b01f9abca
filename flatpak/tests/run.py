#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the tests of the app that is installed: run.py WORK SUITE"""

import os
import pathlib
import sys
import unittest

# Where a second runtime only shows that the app runs on other libraries.
QUICK = ("test_sandbox",)


def main(work, suite):
    os.environ["HEED_FLATPAK_WORK"] = work
    folder = pathlib.Path(__file__).parent
    loader = unittest.TestLoader()
    if suite == "bookworm":
        tests = loader.discover(str(folder))
    else:
        tests = loader.loadTestsFromNames(QUICK)
    result = unittest.TextTestRunner(verbosity=2, stream=sys.stdout).run(tests)
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
