# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The history: past decisions, search, forget, export, import, and work on many records."""

import json
import time
import unittest

from app_case import AppCase, decision, person
from deadline import wait_until

EXPORT = "^Export the History$"
IMPORT = "^Import an Export, vCards or CSV$"
MANY = 90000


class History(AppCase):
    def setUp(self):
        super().setUp()
        self.heedctl("history", "forget", "--all")
        self.import_records(
            person("ann@army.mil", 214, "Ann Lee"),
            person("bob@example.org", 3, "Bob", days_ago=500),
            decision("declined", "ann@army.ml", days_ago=1),
            decision("corrected", "bob@army.ml", "eve@example.org", "joe@example.org", days_ago=2),
            decision("confirmed", "old@example.net", days_ago=500),
            decision("clear", "bob@example.org", kinds=(), severity="clear", days_ago=3),
        )

    def show_history(self):
        window = self.show()
        self.press("alt+2")
        self.wait_for_text(window, "Found: 4 decisions, 2 people")
        return window

    def listed(self):
        return [json.loads(line) for line in self.heedctl("history", "export").splitlines()]

    def test_lists_what_was_decided_newest_first(self):
        window = self.show_history()
        text = window.text()
        self.assertNotIn("Mail programs", text, "a page that is not in view")
        first = text.index("ann@army.ml\nYou did not send it.\n")
        second = text.index("bob@army.ml and 2 others\nYou sent it corrected.\n")
        self.assertLess(first, second)
        self.assertIn("old@example.net\nYou sent it anyway.\n", text)
        self.assertNotIn("nothing was to be asked", text)
        self.picture("history")
        self.tab_to(window, "check box", "^Only messages that I was asked about$")
        self.press("space")
        self.wait_for_text(window, "bob@example.org\nIt was sent; nothing was to be asked.\n")

    def test_searches_and_forgets_with_the_keyboard(self):
        window = self.show_history()
        self.press("alt+1", "ctrl+f")
        self.type("LEE")
        self.wait_for_text(window, "Found: 0 decisions, 1 person", "No decisions")
        self.press("ctrl+a")
        self.type("bob@")
        self.wait_for_text(window, "Found: 2 decisions, 1 person")
        self.picture("history-search")
        self.press("alt+f")
        question = self.place.reader.wait_for_window("^Forget what was found\\?$")
        self.assertIn("Found: 2 decisions, 1 person", question.text())
        self.assertEqual(self.focused(question).name, "Close")
        self.picture("history-forget", "^Forget what was found")
        self.press("Return", title="^Forget what was found")
        self.place.reader.wait_until_gone("^Forget what was found")
        self.assertEqual(len(self.listed()), 6)
        self.press("alt+f")
        self.place.reader.wait_for_window("^Forget what was found")
        self.press("alt+f", title="^Forget what was found")
        self.wait_for_text(window, "Forgotten", "Found: 0 decisions, 0 people")
        self.assertNotIn("bob@", json.dumps(self.listed()))
        self.assertEqual(len(self.listed()), 3)

    def test_forgets_what_is_old(self):
        window = self.show_history()
        self.tab_to(window, "push button", "^Age$")
        self.press("space", "Down", "Down", "Down", "Return")
        self.wait_for_text(window, "Found: 1 decision, 1 person")
        window.find("push button", "^Forget…$").press()
        question = self.place.reader.wait_for_window("^Forget what was found")
        question.find("push button", "^Forget$").press()
        self.wait_for_text(window, "Forgotten")
        wait_until(lambda: len(self.listed()) == 4, "the old to be gone")

    def choose(self, title, path):
        """Types a path into a window that asks for a file, as fast as it takes what is typed."""
        chooser = self.place.reader.wait_for_window(title)

        def content():
            part = self.focused(chooser)
            return part.content if part else None

        wait_until(lambda: self.focused(chooser), "the window to take the keyboard")
        if title == IMPORT:
            # A slash in the list of files opens the entry.
            self.type("/", title=title)
            wait_until(lambda: content() == "/", "the entry to be there")
        self.press("ctrl+a", title=title)
        self.type(str(path), title=title)
        wait_until(lambda: content() == str(path), "the path to be typed")
        self.press("Return", title=title)

    def export_to(self, window, path):
        window.find("push button", "^Export…$").press()
        self.choose(EXPORT, path)

    def import_from(self, window, path):
        window.find("push button", "^Import…$").press()
        self.choose(IMPORT, path)

    def test_what_is_exported_can_be_imported(self):
        path = self.home / "exported.jsonl"
        path.unlink(missing_ok=True)
        before = self.listed()
        window = self.show_history()
        self.export_to(window, path)
        self.wait_for_text(window, "Exported")
        self.assertEqual(path.stat().st_mode & 0o077, 0)
        window.find("push button", "^Forget…$").press()
        question = self.place.reader.wait_for_window("^Forget everything\\?$")
        question.find("push button", "^Forget$").press()
        self.wait_for_text(window, "Forgotten", "Found: 0 decisions, 0 people")
        self.assertFalse(window.find("push button", "^Export…$").is_enabled())
        self.import_from(window, path)
        self.wait_for_text(window, "Imported 6 of 6 records", "Found: 4 decisions, 2 people")
        key = lambda record: json.dumps(record, sort_keys=True)
        self.assertEqual(sorted(self.listed(), key=key), sorted(before, key=key))

    def test_says_what_cannot_be_imported(self):
        path = self.home / "wrong.jsonl"
        path.write_text('{"mailbox": "ann@army.mil"}\n{"x": 1}\n')
        window = self.show_history()
        self.import_from(window, path)
        self.wait_for_text(window, "line 2")

    def check_answers(self):
        """Whatever goes on in a window, a mail program gets its answer soon."""
        began = time.monotonic()
        self.caller.call("Analyze", "(a(ss)a{sv})", [("to", "ann@army.mil")], {})
        self.assertLess(time.monotonic() - began, 2)

    def test_long_work_shows_progress_and_can_be_stopped(self):
        path = self.home / "many.jsonl"
        # Nobody was asked about them, so that the list that is read aloud stays short.
        with path.open("w", encoding="utf-8") as file:
            for i in range(MANY):
                file.write(json.dumps(decision("clear", f"person{i}@example.org", kinds=(), severity="clear")) + "\n")
        window = self.show_history()

        self.import_from(window, path)
        progress = self.place.reader.wait_for_window("^Importing…$")
        self.check_answers()
        self.picture("progress", "^Importing…$")
        self.assertTrue(progress.find_all("progress bar", "^Importing…$"))
        self.place.reader.wait_until_gone("^Importing…$", 120)
        self.wait_for_text(window, f"Found: {MANY + 4} decisions, 2 people")

        exported = self.home / "many-exported.jsonl"
        exported.write_text("what was there before\n")
        self.export_to(window, exported)
        # It asks before it replaces a file, in a window without a title.
        asks = lambda: [w for w in self.place.reader.windows("") if w.find_all("push button", "Replace")]
        wait_until(asks, "the question")[0].find("push button", "Replace").press()
        self.press("Escape", title="^Exporting…$")
        self.check_answers()
        self.place.reader.wait_until_gone("^Exporting…$")
        self.wait_for_text(window, "Stopped")
        self.assertEqual(exported.read_text(), "what was there before\n")

        window.find("push button", "^Forget…$").press()
        question = self.place.reader.wait_for_window("^Forget everything\\?$")
        question.find("push button", "^Forget$").press()
        self.place.reader.wait_for_window("^Forgetting…$").find("push button", "^Cancel$").press()
        self.check_answers()
        self.place.reader.wait_until_gone("^Forgetting…$", 120)
        self.wait_for_text(window, "Stopped", f"Found: {MANY + 4} decisions, 2 people")


if __name__ == "__main__":
    unittest.main(verbosity=2)
