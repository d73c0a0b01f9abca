# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is recorded from inside the sandbox: in the journal of the host, and in a file."""

import json
import os
import pathlib
import shutil
import socket
import sys
import tempfile
import unittest

from desktop import APP, SOURCE, Desktop
from native import Conversation

sys.path.insert(0, str(SOURCE / "tests" / "tools"))

from journal import parse  # noqa: E402

WORK = os.environ["HEED_FLATPAK_WORK"]
OWN = pathlib.Path(os.environ["FLATPAK_USER_DIR"]) / "extension"
RECIPIENTS = [{"role": "to", "mailbox": "bob@example.org"}]


class Audit(unittest.TestCase):
    def setUp(self):
        self.desktop = Desktop(WORK)
        self.addCleanup(self.desktop.close)
        self.desktop.forget()

    def set_policy(self, **audit):
        folder = OWN / f"{APP}.Policy" / os.uname().machine / "stable" / "policy.d"
        folder.mkdir(parents=True)
        self.addCleanup(shutil.rmtree, OWN)
        (folder / "10-audit.json").write_text(json.dumps({"audit": audit}), encoding="utf-8")

    def listen(self):
        """Where journald would listen, which needs root; the store's tests have the real one. Returns the folder."""
        folder = tempfile.TemporaryDirectory(dir="/tmp")
        self.addCleanup(folder.cleanup)
        self.journal = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.addCleanup(self.journal.close)
        self.journal.settimeout(60)
        self.journal.bind(f"{folder.name}/socket")
        return folder.name

    def start_service(self, journal):
        """As the bus would, on a host that has this folder in the place of its journal's."""
        from deadline import wait_until

        host = ("bwrap", "--dev-bind", "/", "/", "--tmpfs", "/run", "--bind", journal, "/run/systemd/journal")
        process = self.desktop.start(*host, "flatpak", "run", APP, "--gapplication-service")
        self.addCleanup(process.wait)
        self.addCleanup(self.desktop.stop_app)
        wait_until(lambda: self.desktop.owner_pid() is not None, "the service")

    def send(self):
        conversation = Conversation(self.desktop.start("flatpak", "run", "--command=heed-bridge", APP))
        answer = conversation.ask("confirm-send", recipients=RECIPIENTS, options={"client": "Trial 1"})
        self.assertEqual(answer.get("verdict"), "allow", answer)
        self.assertEqual(conversation.close(), 0)

    def heedctl(self, *words):
        return self.desktop.flatpak("run", "--command=heedctl", APP, *words, check=False)

    def test_journal_and_file(self):
        self.set_policy(level="hashed", journal=True, file=True)
        self.start_service(self.listen())
        self.send()
        entry = parse(self.journal.recv(1 << 20))
        self.assertEqual(entry["SYSLOG_IDENTIFIER"], ["heed"])
        self.assertEqual(entry["HEED_REASON"], ["clear"])
        self.assertEqual(entry["HEED_CLIENT"], ["Trial 1"])
        self.assertNotIn("example.org", str(entry))
        (record,) = map(json.loads, self.heedctl("audit", "--format", "json").stdout.splitlines())
        self.assertEqual(record["hash"], entry["HEED_HASH"][0])
        self.assertIn("Records 1 to 1", self.heedctl("audit", "verify").stdout)
        folder = self.desktop.home / ".var" / "app" / APP / "data" / "heed" / "audit"
        self.assertTrue(list(folder.glob("audit-*.jsonl")), "where the guide says")

    @unittest.skipIf(os.path.exists("/run/systemd/journal/socket"), "this host has a journal")
    def test_no_journal(self):
        """A host without one is told of, and the file has the records."""
        self.set_policy(level="reasons", journal=True, file=True)
        self.send()
        status = json.loads(self.heedctl("status", "--format", "json").stdout)
        self.assertIn("journal", status["audit-problem"])
        self.assertEqual(len(self.heedctl("audit", "--format", "json").stdout.splitlines()), 1)
