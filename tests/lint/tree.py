# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The project's source files, and how a check tells what it found."""

import pathlib
import sys

FOLDERS = ("app", "data", "flatpak", "po", "tests")
NOT_OURS = ("node_modules", "__pycache__")


def sources(root, *suffixes):
    """Every file of ours below root with one of the suffixes, sorted."""
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and path.suffix in suffixes and not set(path.parts) & set(NOT_OURS):
                yield path


def run(check):
    """Runs check(root) as a program: prints each problem, exits 1 if there is any."""
    root = pathlib.Path(sys.argv[1]).resolve()
    problems = list(check(root))
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)
