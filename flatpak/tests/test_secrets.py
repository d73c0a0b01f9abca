# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The key of the history: in the Secret Service, behind the Secret portal, and from one to the other."""

import json
import os
import subprocess
import unittest

from desktop import APP, Desktop
from native import Conversation

WORK = os.environ["HEED_FLATPAK_WORK"]
RECIPIENTS = [{"role": "to", "mailbox": "bob@example.org"}]


class Secrets(unittest.TestCase):
    def log_in(self, portal):
        desktop = Desktop(WORK, portal=portal)
        self.addCleanup(desktop.close)
        return desktop

    def in_service(self, desktop):
        """Whether the Secret Service has a key of Heed's, asked from outside of the sandbox."""
        command = ["secret-tool", "search", "--all", "purpose", "history"]
        done = subprocess.run(command, env=desktop.environment, capture_output=True, text=True, timeout=60)
        return "secret = " in done.stdout

    def in_file(self, desktop):
        return (desktop.home / ".var" / "app" / APP / "data" / "keyrings" / "default.keyring").exists()

    def kept(self, desktop):
        """What was set aside since no key opened it."""
        return list((desktop.home / ".var" / "app" / APP / "data" / "heed").glob("history.db.sealed-*"))

    def begin(self, portal):
        desktop = self.log_in(portal)
        desktop.forget()
        subprocess.run(["secret-tool", "clear", "purpose", "history"], env=desktop.environment, timeout=60)
        self.assertFalse(self.in_service(desktop))
        return desktop

    def send(self, desktop):
        conversation = Conversation(desktop.start("flatpak", "run", "--command=heed-bridge", APP))
        answer = conversation.ask("confirm-send", recipients=RECIPIENTS, options={})
        self.assertEqual(answer.get("verdict"), "allow", answer)
        self.assertEqual(conversation.close(), 0)

    def run_inside(self, desktop, *words):
        done = desktop.flatpak("run", "--command=heedctl", APP, *words, "--format", "json", check=False)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def counts(self, desktop):
        """How often one address was written to, once the keyring has answered, which it may take its time for."""
        from deadline import wait_until

        wait_until(lambda: self.run_inside(desktop, "status")[0]["history"] == "ready", "the history", 60)
        listed = self.run_inside(desktop, "history", "list")
        return [entry["count"] for entry in listed if "count" in entry]

    def test_from_service_to_portal(self):
        desktop = self.begin(portal=False)
        self.send(desktop)
        self.assertEqual(self.counts(desktop), [1])
        self.assertTrue(self.in_service(desktop))
        self.assertFalse(self.in_file(desktop))
        desktop.close()
        desktop = self.log_in(portal=True)
        self.send(desktop)
        self.assertEqual(self.counts(desktop), [2])

    def test_portal_goes_and_comes_back(self):
        """Without the portal nobody can read its file: what is sealed with its key is kept, and a new history begun."""
        desktop = self.begin(portal=True)
        self.send(desktop)
        self.assertEqual(self.counts(desktop), [1])
        self.assertTrue(self.in_file(desktop))
        self.assertFalse(self.in_service(desktop))
        desktop.close()
        desktop = self.log_in(portal=False)
        self.assertEqual(self.counts(desktop), [])
        self.assertEqual(len(self.kept(desktop)), 1)
        self.send(desktop)
        self.assertEqual(self.counts(desktop), [1])
        desktop.close()
        desktop = self.log_in(portal=True)
        self.send(desktop)
        self.assertEqual(self.counts(desktop), [2], "both keys are looked for")
        self.assertEqual(len(self.kept(desktop)), 1)
