# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mail programs outside of the sandbox reach the bridge inside."""

import json
import os
import pathlib
import shutil
import unittest

from desktop import APP, Desktop
from native import Conversation

WORK = os.environ["HEED_FLATPAK_WORK"]
MANAGED = pathlib.Path(os.environ["FLATPAK_SYSTEM_DIR"]).parent / "managed-system"
GRANT = "--filesystem=~/.mozilla/native-messaging-hosts:create"


class Connect(unittest.TestCase):
    def setUp(self):
        self.desktop = Desktop(WORK, MANAGED if MANAGED.is_dir() else None)
        self.addCleanup(self.desktop.close)
        self.desktop.forget()
        self.manifest = self.desktop.home / ".mozilla" / "native-messaging-hosts" / "io.github.heedmail.heed.json"

    def connect(self, *words, grant=True):
        options = [GRANT] if grant else []
        return self.desktop.flatpak("run", *options, "--command=heed-connect", APP, *words, check=False)

    def test_swallowed_write_is_noticed(self):
        done = self.connect(grant=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(GRANT, done.stderr)
        self.assertFalse(self.manifest.exists())

    def test_connect_and_remove(self):
        self.assertEqual(self.connect().returncode, 0)
        program = json.loads(self.manifest.read_text(encoding="utf-8"))["path"]
        conversation = Conversation(self.desktop.start(program, str(self.manifest), "heed@heedmail.github.io"))
        answer = conversation.ask("hello", client="Trial 1", shim="1", protocol=1)
        self.assertEqual(answer["service"]["version"], 1, answer)
        self.assertEqual(conversation.close(), 0)
        self.assertEqual(self.connect("--status").returncode, 0)
        self.assertEqual(self.connect("--remove").returncode, 0)
        self.assertFalse(self.manifest.exists())
        self.assertFalse(pathlib.Path(program).exists())
        self.assertEqual(self.connect("--status").returncode, 1)

    def thunderbird(self, sink):
        """Thunderbird of the host with the add-on that the installed Flatpak carries."""
        from thunderbird import Thunderbird

        files = pathlib.Path(os.environ["FLATPAK_USER_DIR"], "app", APP, "current", "active", "files")
        folder = self.desktop.home / "thunderbird"
        folder.mkdir()
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        xpi = files / "share/heed/shims/heed-thunderbird.xpi"
        program = Thunderbird(str(folder), self.desktop.environment, sink.port, str(xpi), self.desktop.log)
        self.addCleanup(program.close)
        return program

    @unittest.skipUnless(MANAGED.is_dir(), "needs a policy of root, so that a window opens")
    def test_thunderbird(self):
        """Send is pressed on the host; the sandboxed Heed asks, and its verdict counts."""
        from deadline import wait_until
        from mail_sink import MailSink

        self.assertEqual(self.connect().returncode, 0)
        sink = MailSink()
        self.addCleanup(sink.close)
        program = self.thunderbird(sink)
        composer = program.compose("Tomorrow", to="ann@army.ml")
        composer.send()
        self.desktop.decline("army.ml is not army.mil", picture="thunderbird.png")
        wait_until(lambda: not composer.is_locked(), "the composer to be usable again")
        self.assertEqual(len(sink.messages()), 0)
        program.compose("Tomorrow", to="ann@army.mil").send()
        wait_until(sink.messages, "the message to army.mil in the sink", 60)
        self.assertEqual(len(sink.messages()), 1)
