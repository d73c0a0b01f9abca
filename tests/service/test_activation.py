# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed program, started by the bus, with no display: test_activation.py MESON BUILD PREFIX"""

import itertools
import pathlib
import subprocess
import sys
import time
import unittest

from bridge_client import Bridge
from private_bus import PrivateBus

MESON, BUILD, PREFIX = sys.argv[1:4]
NAME = "io.github.heedmail.Heed"


class Activation(unittest.TestCase):
    def setUp(self):
        self.bus = PrivateBus()
        self.addCleanup(self.bus.close)
        self.root = self.bus.folder / "a root"
        install = [MESON, "install", "-C", BUILD, "--destdir", str(self.root), "--no-rebuild", "--quiet"]
        subprocess.run(install, check=True, stdout=subprocess.DEVNULL)

    def installed(self, path):
        return pathlib.Path(f"{self.root}{PREFIX}") / path

    def move_service_file(self):
        """The file names the program where it will be; here all of it is below another root."""
        file = self.installed(f"share/dbus-1/services/{NAME}.service")
        text = file.read_text(encoding="utf-8")
        self.assertIn(f'\nExec="{PREFIX}/bin/heed" ', text)
        file.write_text(text.replace('\nExec="', f'\nExec="{self.root}'), encoding="utf-8")
        return file.parent

    def test_clear_answer(self):
        bus = PrivateBus(self.move_service_file())
        self.addCleanup(bus.close)
        bridge = Bridge(str(self.installed("bin/heed-bridge")), bus.environment)
        self.addCleanup(bridge.close)
        hello = bridge.ask({"id": 1, "type": "hello", "protocol": 1})
        self.assertEqual(hello["service"], {"version": 1, "managed": False}, hello)
        recipients = [{"role": "to", "mailbox": "ann@example.org"}]
        answer = bridge.ask({"id": 2, "type": "confirm-send", "recipients": recipients})
        self.assertEqual((answer["verdict"], answer["details"]["reason"]), ("allow", "clear"), answer)
        # Without a display there is no window, which is an error and never an answer.
        near = [{"role": "to", "mailbox": "ann@army.ml"}]
        options = {"sender": "me@army.mil"}
        bridge.ask({"id": 3, "type": "prepare"})
        for number in (4, 5):
            request = {"id": number, "type": "confirm-send", "recipients": near, "options": options}
            answer = bridge.ask(request)
            self.assertEqual((answer["type"], answer.get("error")), ("error", "Failed"), answer)

    def test_policy_that_changes(self):
        """A running service takes up a new policy file with the next request."""
        bus = PrivateBus(self.move_service_file())
        self.addCleanup(bus.close)
        folder = bus.folder / "policy.d"
        folder.mkdir()
        bus.environment["HEED_POLICY_PATH"] = str(folder)
        bus.update_activation_environment("HEED_POLICY_PATH")
        bridge = Bridge(str(self.installed("bin/heed-bridge")), bus.environment)
        self.addCleanup(bridge.close)
        near = {"recipients": [{"role": "to", "mailbox": "ann@army.ml"}], "options": {"sender": "me@army.mil"}}
        answer = bridge.ask({"id": 1, "type": "confirm-send", **near})
        self.assertEqual(answer.get("error"), "Failed", answer)
        (folder / "observe.json").write_text('{"mode": "observe"}', encoding="utf-8")
        deadline = time.monotonic() + 20
        for number in itertools.count(2):
            answer = bridge.ask({"id": number, "type": "confirm-send", **near})
            if answer["type"] == "reply" or time.monotonic() > deadline:
                break
        self.assertEqual((answer.get("verdict"), answer["details"]["reason"]), ("allow", "observed"), answer)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
