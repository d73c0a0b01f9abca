# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of every page of the main window, in one look and language: pictures.py BUILD HEED FOLDER NAME

BUILD is where the tests' tools are, HEED the installed program, whose languages are found. What is in the
environment decides the look: LANGUAGE, ADW_DEBUG_COLOR_SCHEME, ADW_DEBUG_HIGH_CONTRAST, HEED_PICTURE_TEXT (per cent).
"""

import os
import pathlib
import sys

_, build, heed, folder, name = sys.argv
os.environ["HEED_BUILD"] = build

import app_case  # noqa: E402
from app_case import AppCase, decision, person  # noqa: E402

PAGES = ("overview", "history", "domains", "preferences", "trial")
LOOK = ("LANGUAGE", "ADW_DEBUG_COLOR_SCHEME", "ADW_DEBUG_HIGH_CONTRAST")

app_case.HEED = pathlib.Path(heed)


class Pictures(AppCase):
    variables = {key: os.environ[key] for key in LOOK if key in os.environ}
    policy = {
        "organisation": {"name": "Army", "domains": ["army.example"]},
        "protected_domains": ["army.mil"],
        "trusted_domains": ["partner.example"],
    }

    @classmethod
    def prepare(cls):
        cls.place.bus.offer(heed)
        size = 11 * int(os.environ.get("HEED_PICTURE_TEXT", 100)) // 100
        settings = cls.home / "config" / "gtk-4.0" / "settings.ini"
        settings.write_text(f"[Settings]\ngtk-font-name=Cantarell {size}\n")

    @classmethod
    def fill(cls):
        cls.import_records(
            person("ann@army.mil", 214, "Ann Lee"),
            person("bob@partner.example", 31, "Bob"),
            person("eve@friend.example", 7, "Eve"),
            *(decision("declined", "ann@army.ml", days_ago=day) for day in (1, 9, 30, 31)),
            decision("corrected", "bob@partner.exmaple", days_ago=2),
            decision("confirmed", "joe@stranger.example", days_ago=16),
        )

    def test_pages(self):
        window = self.show()
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        for number, page in enumerate(PAGES, 1):
            self.press(f"alt+{number}")
            self.wait_for_text(window, "214" if page == "domains" else "Heed")
            if page == "history":
                self.wait_for_text(window, "ann@army.ml")
            self.place.screen.picture(f"{folder}/{page}-{name}.png", self.number())


if __name__ == "__main__":
    import unittest

    unittest.main(argv=sys.argv[:1])
