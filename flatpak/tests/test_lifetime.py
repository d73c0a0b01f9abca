# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Upgrade, rollback and removal, with the commands that IT's guide has."""

import json
import os
import pathlib
import unittest

from desktop import APP, Desktop
from native import Conversation

WORK = os.environ["HEED_FLATPAK_WORK"]
BEFORE, NOW = os.environ["HEED_FLATPAK_VERSIONS"].split()
RECIPIENTS = [{"role": "to", "mailbox": "bob@example.org"}]


class Lifetime(unittest.TestCase):
    def setUp(self):
        self.desktop = Desktop(WORK)
        self.addCleanup(self.desktop.close)
        self.desktop.forget()

    def run_inside(self, program, *words):
        return self.desktop.flatpak("run", f"--command={program}", APP, *words).stdout

    def update(self, *words):
        self.desktop.flatpak("update", "--user", "--noninteractive", *words, APP)

    def status(self):
        # It ends with 1 where something is not in order, such as a keyring that has yet to answer.
        done = self.desktop.flatpak(
            "run", "--command=heedctl", APP, "status", "--format", "json", check=False
        )
        return json.loads(done.stdout)

    def send(self):
        conversation = Conversation(self.desktop.start("flatpak", "run", "--command=heed-bridge", APP))
        answer = conversation.ask("confirm-send", recipients=RECIPIENTS, options={})
        self.assertEqual(answer.get("verdict"), "allow", answer)
        self.assertEqual(conversation.close(), 0)

    def counts(self):
        """How often each was written to, once the keyring has answered, which it may take its time for."""
        from deadline import wait_until

        wait_until(lambda: self.status()["history"] == "ready", "the history", 60)
        lines = self.run_inside("heedctl", "history", "list", "--format", "json").splitlines()
        return {entry["mailbox"]: entry["count"] for entry in map(json.loads, lines) if "count" in entry}

    def version_before(self):
        """The commit of the version before, as the guide finds it."""
        log = self.desktop.flatpak("remote-info", "--user", "--log", "heed", APP).stdout
        commits = [line.split()[1] for line in log.splitlines() if line.strip().startswith("Commit:")]
        self.assertEqual(len(commits), 2, log)
        return commits[1]

    def test_upgrade_and_rollback(self):
        """What is remembered and what was set stay, whichever version runs; a mail program notices nothing."""
        self.update("--commit=" + self.version_before())
        self.addCleanup(self.update)
        self.run_inside("gsettings", "set", APP, "retention-days", "90")
        self.send()
        self.assertEqual(self.status()["version"], BEFORE)

        self.update()
        self.assertEqual(self.status()["version"], BEFORE, "it goes on until it ends by itself")
        self.send()
        self.assertEqual(self.counts(), {"bob@example.org": 2})
        self.desktop.stop_app()
        self.send()
        self.assertEqual(self.status()["version"], NOW)
        self.assertEqual(self.counts(), {"bob@example.org": 3})
        self.assertEqual(self.run_inside("gsettings", "get", APP, "retention-days").strip(), "uint32 90")

        self.desktop.stop_app()
        self.update("--commit=" + self.version_before())
        self.assertEqual(self.status()["version"], BEFORE)
        self.assertEqual(self.counts(), {"bob@example.org": 3})

    def test_removal(self):
        """With the data deleted too, nothing is left of it; the runtime, which is not its own, stays."""
        self.desktop.call(f"{APP}1.Prepare")
        data = self.desktop.home / ".var" / "app" / APP
        self.assertTrue(data.is_dir())
        self.desktop.stop_app()
        self.desktop.flatpak("uninstall", "--user", "--noninteractive", "--delete-data", APP)
        self.addCleanup(self.desktop.flatpak, "install", "--user", "--noninteractive", "heed", APP)
        left = [path for path in pathlib.Path(os.environ["FLATPAK_USER_DIR"], "exports").rglob(f"*{APP}*")]
        self.assertEqual(left, [])
        self.assertFalse(data.exists())
        self.assertFalse(self.desktop.home.joinpath(".mozilla").exists())
