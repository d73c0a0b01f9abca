# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What heedctl says of itself, and to those who mistype: test_heedctl_help.py HEEDCTL"""

import os
import re
import subprocess
import sys
import unittest

HEEDCTL = sys.argv[1]
LINES, COLUMNS = 24, 80


def run(*words):
    environment = os.environ | {"LC_ALL": "C.UTF-8", "LANGUAGE": "en", "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    return subprocess.run(
        [HEEDCTL, *words], env=environment, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=60
    )


def commands():
    return re.findall(r"^  (\S+)  ", run("--help").stdout, re.MULTILINE)


class Help(unittest.TestCase):
    def test_fits_a_screen(self):
        self.assertGreaterEqual(len(commands()), 4)
        for words in ([], *([command] for command in commands())):
            with self.subTest(words):
                answer = run(*words, "--help")
                self.assertEqual((answer.returncode, answer.stderr), (0, ""))
                lines = answer.stdout.splitlines()
                self.assertLessEqual(len(lines), LINES)
                self.assertLessEqual(max(map(len, lines)), COLUMNS)
                self.assertTrue(lines[0].startswith("Usage:"))

    def test_bad_usage(self):
        for words in ([], ["frob"], ["--frob"], *([command, "--frob"] for command in commands())):
            with self.subTest(words):
                answer = run(*words)
                self.assertEqual(answer.returncode, 2, answer)
                self.assertEqual(bool(answer.stderr), bool(words), answer)
        for words in (["status", "now"], ["status", "--format", "xml"], ["history", "frob"], ["history", "search"]):
            with self.subTest(words):
                answer = run(*words)
                self.assertEqual((answer.returncode, answer.stdout), (2, ""), answer)
                self.assertTrue(answer.stderr.startswith("heedctl: "), answer)

    def test_file_that_cannot_be_read(self):
        for path, expected in ("/nowhere/known", "There is no file “/nowhere/known”."), ("/", "“/” is a folder, not a file."):
            answer = run("check", "--known", path, "ann@example.org")
            self.assertEqual((answer.returncode, answer.stdout, answer.stderr), (2, "", f"heedctl: {expected}\n"))

    def test_names_the_wrong_word(self):
        for words in (
            ["history", "frob"],
            ["history", "frob", "ann"],
            ["history", "list", "frob"],
            ["history", "search", "ann", "frob"],
            ["history", "import", "--address-books", "frob"],
            ["history", "forget", "--older-than", "frob"],
            ["audit", "frob"],
            ["audit", "verify", "frob"],
            ["simulate", "frob"],
            ["simulate", "--policy", "policy.json", "--days", "frob"],
        ):
            with self.subTest(words):
                answer = run(*words)
                self.assertEqual((answer.returncode, answer.stdout), (2, ""), answer)
                self.assertIn("“frob”", answer.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
