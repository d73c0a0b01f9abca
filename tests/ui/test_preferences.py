# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The preferences: set with the keyboard, and in force at once."""

import json
import unittest

from app_case import AppCase
from deadline import wait_until


class Preferences(AppCase):
    keyring = False

    def file(self):
        return self.home / "config" / "heed" / "policy.d" / "preferences.json"

    def in_force(self, key):
        shown = self.heedctl("policy", "show", "--format", "json")
        return json.loads(shown.splitlines()[-1])[key]

    def show_preferences(self):
        window = self.show()
        self.press("alt+4")
        self.wait_for_text(window, "What is pointed out")
        return window

    def test_is_set_with_the_keyboard_and_in_force(self):
        window = self.show_preferences()
        self.picture("preferences")
        self.tab_to(window, "spin button", "^Seconds to take it back$")
        self.press("Up", "Up", "Up")
        wait_until(lambda: self.in_force("countdown") == 3, "the countdown to be in force")
        self.tab_to(window, "check box", "^First contact$")
        self.press("space")
        wait_until(lambda: self.in_force("first-contact") is False, "first contact to be off")
        self.tab_to(window, "combo box", "^To send anyway$")
        self.press("Return", "Down", "Return")
        wait_until(lambda: self.in_force("danger-confirmation") == "tick", "the tick to be in force")
        # The running service goes by it: what nobody wrote to is no longer pointed out.
        found = lambda: self.caller.call("Analyze", "(a(ss)a{sv})", [("to", "a@new.example")], {})[1]
        wait_until(lambda: "first-contact" not in [f["kind"] for f in found()], "it not to be found")


if __name__ == "__main__":
    unittest.main(verbosity=2)
