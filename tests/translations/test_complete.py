# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language has all that the program says now, well-formed: test_complete.py SOURCE"""

import pathlib
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(sys.argv.pop(1))
PO = SOURCE / "po"
WANTED = ["ar", "de", "es", "fr", "ja", "nl", "uk"]
# As Meson's preset for GLib has them.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]


def lines(name):
    return [line for line in (PO / name).read_text().splitlines() if line and not line.startswith("#")]


def run(*command):
    return subprocess.run([str(word) for word in command], cwd=SOURCE, capture_output=True, text=True)


class Complete(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.template = pathlib.Path(folder.name) / "heed.pot"
        command = ["xgettext", "--from-code=UTF-8", "-o", cls.template, "-f", PO / "POTFILES.in"]
        made = run(*command, *(f"--keyword={keyword}" for keyword in KEYWORDS))
        assert made.returncode == 0, made.stderr

    def test_languages(self):
        self.assertEqual(lines("LINGUAS"), WANTED)

    def test_well_formed(self):
        for language in WANTED:
            with self.subTest(language):
                checked = run("msgfmt", "--check", "-o", "/dev/null", PO / f"{language}.po")
                self.assertEqual((checked.returncode, checked.stderr), (0, ""))

    def test_nothing_is_missing(self):
        for language in WANTED:
            with self.subTest(language):
                compared = run("msgcmp", PO / f"{language}.po", self.template)
                self.assertEqual(compared.returncode, 0, compared.stderr)

    def test_no_text_ends_in_a_macro(self):
        """xgettext ends a text at a macro that it does not know; the rest can't be translated."""
        for line in self.template.read_text(encoding="utf-8").splitlines():
            self.assertNotRegex(line, r'^(msgid|msgid_plural|) ?".*[^%]%"$')


if __name__ == "__main__":
    unittest.main(verbosity=2)
