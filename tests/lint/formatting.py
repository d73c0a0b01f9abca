# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The code is formatted as .clang-format says."""

import subprocess

import tree


def check(root):
    files = [str(path) for path in tree.sources(root, ".c", ".h")]
    result = subprocess.run(
        ["clang-format", "--dry-run", "--Werror", "--style=file", *files],
        cwd=root, capture_output=True, text=True, check=False,
    )
    if result.returncode != 0:
        yield from (line for line in result.stderr.splitlines() if "error:" in line)


if __name__ == "__main__":
    tree.run(check)
