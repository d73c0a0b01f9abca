# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The four layouts of a dangerous message, in one of the looks or sizes named on the command line."""

import sys
import unittest

from deadline import wait_until
from picture import Picture
from window_case import SLIP, WindowCase

LIGHT = {"ADW_DEBUG_COLOR_SCHEME": "prefer-light"}
DARK = {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}
HIGH_CONTRAST = {"ADW_DEBUG_HIGH_CONTRAST": "1"}
# How the desktop is: variables, the scale of its text, and the width that the window gets.
DESKTOPS = {
    "plain": (LIGHT, 1, None),
    "dark": (DARK, 1, None),
    "high-contrast": ({**LIGHT, **HIGH_CONTRAST}, 1, None),
    "high-contrast-dark": ({**DARK, **HIGH_CONTRAST}, 1, None),
    "large-text": (LIGHT, 2, None),
    "narrow": (LIGHT, 1, 320),
    "arabic": ({**LIGHT, "LANGUAGE": "ar"}, 1, None),
}
DESKTOP = sys.argv.pop() if sys.argv[-1] in DESKTOPS else "plain"
LAYOUTS = ("band", "column", "border", "ground")
NARROW_HEIGHT = 850

# The padding of what can be pressed, which the accessibility bus leaves out: (role, name) to pixels.
TARGET = 44
PADDING = {"Close": 0, "Send anyway": 8, "Don’t send": 8}
OTHER_PADDING = 5

# Pixels around the window's content: what GTK draws where no window manager does, and a layout's border.
FRAME = 5
BORDER = 12

LONG = "department-of-affairs.regional-government.navy-and-army.mil"


class Layouts(WindowCase):
    variables, text_scale, width = DESKTOPS[DESKTOP]
    policy = {"protected-domains": ["army.mil", LONG]}

    def ask_four_times(self, *recipients, **options):
        """The window in each layout, as (name of the layout, window); whichever comes first."""
        for _ in LAYOUTS:
            call, window = self.ask(*recipients, **options)
            if self.width:
                self.make_narrow(window)
            yield self.layout_of(window), window
            window.dont_send()
            self.check_cancelled(call)
            self.place.reader.wait_until_gone("is not")

    def make_narrow(self, window):
        self.place.screen.resize(window.number(), self.width, NARROW_HEIGHT)
        safe = window.button("^Don’t send$")
        wait_until(lambda: safe.box[0] + safe.box[2] <= self.width, "the window to be laid out anew")

        def is_drawn():
            left, top, width, height = safe.box
            box = (left + FRAME, top + FRAME, width, height)
            return Picture(self.picture(f"layout-{DESKTOP}", window), box).contrast() >= 4.5

        wait_until(is_drawn, "the window to be drawn anew")

    def layout_of(self, window):
        """Told from the coloured corners: left edge, top, and beside the last button."""
        path = self.picture(f"layout-{DESKTOP}", window)
        width, height = self.place.screen.size(window.number())
        danger = (192, 28, 40) if DESKTOP.endswith("dark") else (224, 27, 36)
        heading = window.window.find("heading", ".").box

        def is_coloured(left, top):
            return Picture(path, (left, top, 2, 2)).shows(danger, 1)

        bottom = is_coloured(width // 2, height - 9)
        top = is_coloured(width // 2, 9)
        fact = is_coloured(heading[0] + 1, heading[1] + 1)
        name = {
            (True, True, False): "border",
            (True, True, True): "ground",
            (True, False, True): "band",
            (False, False, True): "column",
        }[top, bottom, fact]
        return name, path.rename(path.with_stem(f"layout-{DESKTOP}-{name}"))

    def test_each_layout_has_its_turn_and_reads_the_same(self):
        texts, names = set(), []
        for (name, _), window in self.ask_four_times(("to", SLIP), ("cc", "bob@army.mil")):
            names.append(name)
            texts.add(window.text())
            self.assertEqual(window.focused().name, "Don’t send")
        first = LAYOUTS.index(names[0])
        self.assertEqual(tuple(names), LAYOUTS[first:] + LAYOUTS[:first])
        self.assertEqual(len(texts), 1, "what is read aloud")
        text = texts.pop()
        spoken = ("army.ml is not army.mil", "You wrote to army.mil 214 times", "Whoever holds army.ml", "To: ann@army.ml")
        places = [text.index(words) for words in spoken]
        self.assertEqual(places, sorted(places))

    def test_every_word_stands_out(self):
        for (name, path), window in self.ask_four_times(("to", SLIP), ("cc", "bob@army.mil")):
            offset = FRAME + (BORDER if name == "border" else 0)
            seen = [part for part in self.words_in_sight(window) if part.name != "Send anyway"]
            self.assertGreater(len(seen), 5)
            for part in seen:
                left, top, width, height = part.box
                contrast = Picture(path, (left + offset, top + offset, width, height)).contrast()
                self.assertGreaterEqual(contrast, 4.5, f"{name}: {part.name}")

    @staticmethod
    def words_in_sight(window):
        """Labels that are not scrolled away."""
        _, top, _, height = window.window.find("scroll pane", "").box
        for part in window.window.parts():
            if part.role in ("label", "heading") and part.name:
                answers = part.name in ("Don’t send", "Send anyway")
                if answers or part.box[1] + part.box[3] <= top + height:
                    yield part

    def test_targets_are_large_and_inside(self):
        recipients = [("to", SLIP), ("to", f"ann.leonora.lee@{LONG[:-3]}ml"), ("cc", "bob@army.mil")]
        for (name, _), window in self.ask_four_times(*recipients):
            limit = self.place.screen.size(window.number())[0]
            for part in window.window.parts():
                if part.role not in ("push button", "text", "label"):
                    continue
                left, _, width, height = part.box
                self.assertGreaterEqual(left, 0, f"{name}: {part.name}")
                self.assertLessEqual(left + width, limit, f"{name}: {part.name}")
                if part.role == "push button":
                    padding = 0 if part.name.startswith("and ") else PADDING.get(part.name, OTHER_PADDING)
                    self.assertGreaterEqual(height + 2 * padding, TARGET, f"{name}: {part.name}")


if __name__ == "__main__":
    unittest.main(verbosity=2)
