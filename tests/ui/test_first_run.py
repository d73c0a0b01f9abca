# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The welcome at the first start, and what every main window has: shortcuts, about, one instance."""

import subprocess
import unittest

from app_case import HEED, AppCase
from deadline import wait_until


class FirstRun(AppCase):
    welcomed = False
    keyring = False

    def mark(self):
        return self.home / "data" / "heed" / "welcomed"

    def forget_welcome(self):
        self.mark().unlink(missing_ok=True)

    def test_three_pages_are_read_with_the_keyboard(self):
        self.forget_welcome()
        window = self.show()
        self.wait_for_text(window, "One letter is enough")
        self.picture("welcome")
        for title, button in (("It stays with you", "^Next$"), ("Quiet until it matters", "^Start$")):
            self.tab_to(window, "push button", "^Next$")
            self.press("Return")
            window.find("push button", button)
            self.wait_for_text(window, title)
            self.picture(f"welcome-{button.strip('^$').lower()}")
        self.press("alt+s")
        self.wait_for_text(window, "Mail programs")
        wait_until(self.mark().exists, "the mark")
        self.close()
        window = self.show()
        self.wait_for_text(window, "Mail programs")

    def test_the_pages_are_skipped(self):
        self.forget_welcome()
        window = self.show()
        window.find("push button", "^Skip$").press()
        self.wait_for_text(window, "Mail programs", "Heed can tell once it can open its history.")
        wait_until(self.mark().exists, "the mark")

    def test_there_is_one_instance(self):
        self.show()
        subprocess.run([HEED], env=self.place.environment, check=True, timeout=20)
        self.assertEqual(len(self.place.reader.windows("^Heed$")), 1)

    def test_shortcuts_and_about(self):
        self.mark().parent.mkdir(parents=True, exist_ok=True)
        self.mark().touch()
        window = self.show()
        self.wait_for_text(window, "Mail programs")
        self.press("ctrl+question")
        number = self.place.screen.wait_for_window("^Keyboard Shortcuts$")
        self.place.screen.press(number, "Escape")
        wait_until(lambda: not self.place.screen.windows("^Keyboard Shortcuts$"), "the shortcuts to close")
        self.press("F10")
        window.find("menu item", "^About Heed$").press()
        about = self.place.reader.wait_for_window("^About")
        self.wait_for_text(about, "The Heed authors")
        self.press("Escape", title="^About")
        self.place.reader.wait_until_gone("^About")


if __name__ == "__main__":
    unittest.main(verbosity=2)
