# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a language that marks every text, what has no mark is not translated."""

import re
import subprocess
import sys
import unittest

import app_case
from app_case import AppCase, decision, person
from confirmation import Confirmation
from test_installed import PREFIX, SOURCE, install

HEED = PREFIX / "bin" / "heed"
# No language: nobody else has texts in it.
PSEUDO = "zz"
MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
# What other people chose, names, and what GTK says itself.
OUTSIDE = re.compile(
    r"[\w.@*-]+@[\w.-]+|\b[\w-]+\.(mil|ml|example)\b|\.ml\b|Thunderbird|Heed|Ann Lee|Army|Tomorrow|"
    r"\(None\)|[APap][Mm]|\d[\d/:, ]*"
)


def write_pseudo():
    """Puts each text of the program, in German, between marks."""
    folder = PREFIX / "share" / "locale" / PSEUDO / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    mark = ["sed", "-e", "1s/^/⟦/", "-e", "$s/$/⟧/"]
    command = ["msgfilter", "--keep-header", "-i", SOURCE / "po" / "de.po", *mark]
    marked = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    subprocess.run(["msgfmt", "-o", folder / "heed.mo", "-"], input=marked, text=True, check=True)


class Languages(AppCase):
    variables = {"LANGUAGE": PSEUDO}
    policy = {"organisation": {"name": "Army", "domains": ["army.example"]}, "protected_domains": ["army.mil"]}

    @classmethod
    def prepare(cls):
        app_case.HEED = HEED
        cls.place.bus.offer(str(HEED))

    @classmethod
    def fill(cls):
        cls.import_records(
            person("ann@army.mil", 214, "Ann Lee"),
            decision("declined", "ann@army.ml"),
            decision("corrected", "ann@army.ml", "bob@army.ml", days_ago=2),
        )

    def check_marked(self, window):
        """Labels are the program's own; what GTK brings along has no label of its own."""
        for part in window.find_all("label"):
            rest = OUTSIDE.sub("", MARKED.sub("", MARKED.sub("", part.content)))
            self.assertNotRegex(rest, r"[A-Za-z]{2}", part.content)

    def test_every_page_is_translated(self):
        window = self.show()
        for number, word in enumerate(("verhindert", "Entscheidungen", "214 Nachrichten", "Sekunden", "Ein Buchstabe"), 1):
            self.press(f"alt+{number}")
            with self.subTest(number):
                self.wait_for_text(window, word)
                self.check_marked(window)

    def test_the_confirmation_is_translated(self):
        call = self.caller.confirm_send([("to", "Ann Lee <ann@army.ml>")], subject="Tomorrow", can_correct=True)
        window = Confirmation(self.place.reader, self.place.screen, "army.ml ist nicht army.mil")
        self.picture("pseudo", "army.ml")
        try:
            self.check_marked(window.window)
        finally:
            window.close_button()
            call.wait()


if __name__ == "__main__":
    install()
    write_pseudo()
    sys.exit(not unittest.main(verbosity=2, exit=False).result.wasSuccessful())
