#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs the app from the repository that was built and runs the tests: run.py WORK SUITE"""

import os
import pathlib
import subprocess
import sys
import time
import unittest

from desktop import APP

# Where a second runtime only shows that the app runs on other libraries.
QUICK = ("test_sandbox",)


def install(work):
    flatpak = ["flatpak", "--user"]
    subprocess.run([*flatpak, "uninstall", "--noninteractive", APP], capture_output=True)
    subprocess.run([*flatpak, "remote-delete", "--force", "heed"], capture_output=True)
    subprocess.run([*flatpak, "remote-add", "--no-gpg-verify", "heed", f"{work}/repository"], check=True)
    begin = time.monotonic()
    subprocess.run([*flatpak, "install", "--noninteractive", "heed", APP], check=True, stdout=subprocess.DEVNULL)
    print(f"installed in {time.monotonic() - begin:.2f} s")


def main(work, suite):
    os.environ["HEED_FLATPAK_WORK"] = work
    install(work)
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
