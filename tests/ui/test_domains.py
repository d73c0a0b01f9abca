# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The domains that Heed compares with: the organisation's, protected, trusted and known ones."""

import json
import unittest

from app_case import AppCase, decision, person
from deadline import wait_until


class Domains(AppCase):
    policy = {
        "organisation": {"name": "Army", "domains": ["army.mil"]},
        "protected_domains": [{"domain": "navy.mil", "message": "Ask the duty officer."}, "*.müller.example"],
        "trusted_domains": ["partner.example"],
    }

    @classmethod
    def fill(cls):
        cls.import_records(
            person("ann@friend.example", 200),
            person("bob@friend.example", 14),
            person("eve@other.example", 1),
            decision("declined", "ann@friend.example"),
            *(person(f"a@number{i}.example", 2) for i in range(120)),
        )
        trusted = cls.heedctl("history", "trust", "friend.example", "--reason", "Ann said so")
        assert "heedctl:" not in trusted, trusted

    def show_domains(self):
        window = self.show()
        self.press("alt+3")
        self.wait_for_text(window, "friend.example")
        return window

    def test_lists_each_kind(self):
        window = self.show_domains()
        text = window.text()
        for words in (
            "Your organisation’s own",
            "army.mil",
            "navy.mil\nAsk the duty officer.",
            "*.müller.example\nxn--mller-kva.example",
            "partner.example",
            "friend.example\n214 messages",
            "22 more; search for them",
        ):
            self.assertIn(words, text)
        self.assertLess(text.index("army.mil"), text.index("navy.mil"))
        self.assertLess(text.index("friend.example"), text.index("number1.example"))
        # Those that the policy sets cannot be forgotten.
        self.assertEqual(len(window.find_all("image", "^Set by the policy$")), 4)
        self.picture("domains")

    def test_searches_and_forgets_with_the_keyboard(self):
        window = self.show_domains()
        self.tab_to(window, "entry", "^Search domains$")
        self.type("other")
        self.wait_for_text(window, "other.example\n1 message\n")
        self.assertNotIn("army.mil", window.text())
        self.tab_to(window, "push button", "^Forget…$")
        self.press("Return")
        self.place.reader.wait_for_window("^Forget other.example\\?$")
        self.picture("domains-forget", "^Forget other")
        self.press("alt+f", title="^Forget other")
        self.wait_for_text(window, "No domain was found.")
        left = [json.loads(line) for line in self.heedctl("history", "export").splitlines()]
        self.assertNotIn("other.example", json.dumps(left))
        self.assertIn("friend.example", json.dumps(left))

    def test_trust_is_undone(self):
        window = self.show_domains()
        self.tab_to(window, "entry", "^Search domains$")
        self.type("friend")
        self.wait_for_text(window, "friend.example\nAnn said so\n")
        self.tab_to(window, "push button", "^Undo$")
        self.picture("domains-trusted")
        self.press("Return")
        wait_until(lambda: "Ann said so" not in window.text(), "the trust to be gone")
        self.assertNotIn("Ann said so", self.heedctl("history", "export"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
