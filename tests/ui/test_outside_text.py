# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names, subjects, domains and lists come from outside: shown as they are, whatever is in them."""

import unittest

from window_case import WindowCase

OVERRIDE = "\u202e"
ISOLATE, POP = "\u2068", "\u2069"


class OutsideText(WindowCase):
    def ask_about(self, mailbox, heading=r"army\.ml.* is not army\.mil$", **options):
        call, window = self.ask(("to", mailbox), heading=heading, **options)
        self.addCleanup(self.check_cancelled, call)
        self.addCleanup(window.dont_send)
        return window

    def test_markup_is_shown_and_not_read(self):
        name = "<b>Ann</b> &lt; <span size='99999'>&amp;"
        window = self.ask_about(f'"{name}" <ann@army.ml>', subject="<i>Hi</i> & </bad>")
        text = window.text()
        self.assertIn(name, text)
        self.assertIn("Message “<i>Hi</i> & </bad>”", text)
        self.picture("markup", window)

    def test_direction_can_not_be_changed(self):
        name = f"Ann {OVERRIDE}lim.ymra@nna"
        window = self.ask_about(f'"{name}" <ann@army.ml>', subject=f"Hi {OVERRIDE}olleh \u2067x")
        text = window.text()
        self.assertNotIn(OVERRIDE, text)
        self.assertIn("Ann [U+202E]lim.ymra@nna", text)
        self.assertIn("Message “Hi [U+202E]olleh [U+2067]x”", text)
        self.picture("direction", window)

    def test_right_to_left_names_are_isolated(self):
        name = "מרים לוי"
        window = self.ask_about(f'"{name}" <ann@army.ml>')
        raw = [part.raw_name for part in window.window.parts() if name in part.raw_name]
        self.assertIn(f"{ISOLATE}{name}{POP}", raw)
        self.picture("hebrew", window)

    def test_addresses_are_isolated(self):
        window = self.ask_about("ann@army.ml")
        for part in window.window.find_all("label", "army.mil instead|^Type "):
            self.assertIn(ISOLATE, part.raw_name)
            self.assertEqual(part.raw_name.count(ISOLATE), part.raw_name.count(POP))

    def test_a_long_name_leaves_the_buttons_in_sight(self):
        window = self.ask_about(f'"{"Ann " * 15000}" <ann@army.ml>', subject="Hi " * 20000)
        self.assertLess(len(window.text()), 10000)
        width, height = self.place.screen.size(window.number())
        self.assertLessEqual(width, 700)
        self.assertLessEqual(height, 850)
        self.picture("long", window)

    def test_controls_and_newlines_are_shown_as_such(self):
        window = self.ask_about('"Ann\tLee" <ann@army.ml>', subject="one\ntwo\u0007\u2028three\u200b")
        text = window.text()
        for shown in ("one[U+000A]two[U+0007][U+2028]three[U+200B]",):
            self.assertIn(shown, text)

    def test_a_stack_of_marks_stays_small(self):
        window = self.ask_about("ann@army.ml", subject="Z" + "\u0301" * 500)
        self.assertLess(window.text().count("\u0301"), 10)

    def test_a_lookalike_is_told_in_words(self):
        call, window = self.ask(("to", "ann@аrmy.mil"), heading="is not")
        self.picture("homograph", window)
        self.assertIn("xn--", window.text())
        window.dont_send()
        self.check_cancelled(call)


if __name__ == "__main__":
    unittest.main(verbosity=2)
