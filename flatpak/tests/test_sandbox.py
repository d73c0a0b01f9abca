# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The app in its sandbox: it starts, answers, and reaches nothing that it was not given."""

import configparser
import os
import pathlib
import socket
import time
import unittest

from desktop import APP, Desktop
from native import Conversation

WORK = os.environ["HEED_FLATPAK_WORK"]
BRIDGE = ("flatpak", "run", "--command=heed-bridge", APP)
RECIPIENTS = [{"role": "to", "mailbox": "ann@army.mil"}]


class Sandbox(unittest.TestCase):
    def setUp(self):
        self.desktop = Desktop(WORK)
        self.addCleanup(self.desktop.close)
        self.desktop.forget()

    def test_bus_starts_it(self):
        """A plain call is enough: flatpak exports the service file, and the bus starts the sandbox."""
        self.assertIsNone(self.desktop.owner_pid())
        begin = time.monotonic()
        answer = self.desktop.call(f"{APP}1.Prepare")
        print(f"cold call by the bus: {time.monotonic() - begin:.2f} s")
        self.assertEqual(answer, "()")
        self.assertIsNotNone(self.desktop.owner_pid())

    def test_window(self):
        from deadline import wait_until

        self.desktop.call("org.freedesktop.Application.Activate", "{}")
        wait_until(lambda: self.desktop.screen.windows("^Heed$"), "the window", 30)
        self.desktop.screen.picture(str(self.desktop.work / "results" / "window.png"))

    def test_bridge(self):
        """As a mail program starts it, with the app cold and warm."""
        for state in ("cold", "warm"):
            begin = time.monotonic()
            conversation = Conversation(self.desktop.start(*BRIDGE))
            answer = conversation.ask("confirm-send", recipients=RECIPIENTS, options={})
            print(f"bridge started to verdict, {state}: {time.monotonic() - begin:.2f} s")
            self.assertEqual(answer["type"], "reply", answer)
            self.assertEqual(answer["verdict"], "allow")
            self.assertEqual(conversation.close(), 0)

    def test_permissions_are_the_few(self):
        # flatpak adds x11 to fallback-x11 by itself, for versions of itself that do not know the latter.
        metadata = configparser.ConfigParser()
        metadata.optionxform = str
        metadata.read_string(self.desktop.flatpak("info", "--show-metadata", APP).stdout)
        self.assertEqual(dict(metadata["Context"]), {"shared": "ipc;", "sockets": "x11;wayland;fallback-x11;"})
        self.assertEqual(dict(metadata["Session Bus Policy"]), {"org.freedesktop.secrets": "talk"})
        self.assertFalse(metadata.has_section("System Bus Policy"))

    def test_no_network(self):
        """Only a loopback of its own: a server on the host's loopback answers outside, and is not there inside."""
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
            socket.create_connection(("127.0.0.1", port), 5).close()
            probe = f"if : <>/dev/tcp/127.0.0.1/{port}; then echo reached; else echo refused; fi 2>/dev/null"
            bash = f"bash -c '{probe}' 2>/dev/null"
            self.assertEqual(self.desktop.inside(bash), "refused")
            self.assertEqual(self.desktop.inside(bash, "--share=network"), "reached", "the probe itself works")
        devices = self.desktop.inside("cat /proc/net/dev | sed 1,2d | cut -d: -f1 | tr -d ' '")
        self.assertEqual(devices, "lo")

    def test_no_files(self):
        secret = self.desktop.home / "letter"
        secret.write_text("dear Ann", encoding="utf-8")
        self.addCleanup(secret.unlink)
        look = f"cat '{secret}' 2>/dev/null || echo unreadable"
        self.assertEqual(self.desktop.inside(look), "unreadable")
        self.assertEqual(self.desktop.inside(look, "--filesystem=home"), "dear Ann", "the probe itself works")
        self.desktop.inside(f"echo changed > '{secret}'", check=False)
        self.assertEqual(secret.read_text(encoding="utf-8"), "dear Ann")
        for device in ("/dev/dri", "/dev/snd", "/dev/video0"):
            self.assertEqual(self.desktop.inside(f"[ -e {device} ] || echo none"), "none", device)

    def test_no_privileges(self):
        status = self.desktop.inside("grep -E '^(CapEff|NoNewPrivs|Seccomp):' /proc/self/status")
        values = dict(line.split(":\t") for line in status.splitlines())
        self.assertEqual(int(values["CapEff"], 16), 0)
        self.assertEqual(values["NoNewPrivs"], "1")
        self.assertEqual(values["Seccomp"], "2")

    def test_everything_is_inside(self):
        programs = self.desktop.inside("ls /app/bin").split()
        for program in ("heed", "heed-bridge", "heed-connect", "heedctl"):
            self.assertIn(program, programs)
            self.desktop.flatpak("run", f"--command={program}", APP, "--help")
        self.assertEqual(self.desktop.inside("ls /app/share/heed/shims"), "heed-thunderbird.xpi")
        size = int(self.desktop.inside("du -sk /app | cut -f1"))
        print(f"installed size without the runtime: {size} KiB")
        self.assertLess(size, 15 * 1024)

    def test_exports(self):
        exports = pathlib.Path(os.environ["FLATPAK_USER_DIR"]) / "exports" / "share"
        app = exports.parents[1] / "app" / APP / "current" / "active" / "files"
        self.assertTrue((app / "share/heed/shims/heed-thunderbird.xpi").is_file(), "where IT's guide says")
        for name in (
            f"applications/{APP}.desktop",
            f"dbus-1/services/{APP}.service",
            f"icons/hicolor/scalable/apps/{APP}.svg",
            f"icons/hicolor/symbolic/apps/{APP}-symbolic.svg",
        ):
            self.assertTrue((exports / name).is_file(), name)
        self.assertTrue(list(exports.glob(f"*/{APP}.*.xml")), "metainfo")
