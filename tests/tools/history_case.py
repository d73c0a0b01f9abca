# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""heedctl against the real service with a real keyring, on a bus of its own."""

import json
import pathlib
import shlex
import subprocess
import tempfile
import unittest

from private_bus import PrivateBus

NAME = "io.github.heedmail.Heed"


class HistoryCase(unittest.TestCase):
    """`programs` are heedctl and heed."""

    programs = None

    def setUp(self):
        services = tempfile.TemporaryDirectory(prefix="heedctl-history-")
        self.addCleanup(services.cleanup)
        command = f"{shlex.quote(self.programs[1])} --gapplication-service"
        service = f"[D-BUS Service]\nName={NAME}\nExec={command}\n"
        self.services = pathlib.Path(services.name)
        (self.services / f"{NAME}.service").write_text(service, encoding="utf-8")
        self.bus = PrivateBus(services.name)
        self.addCleanup(self.bus.close)
        self.home = self.bus.folder

    def start_keyring(self):
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock"]
        daemon = subprocess.Popen(command, env=self.bus.environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        self.addCleanup(daemon.wait)
        self.addCleanup(daemon.kill)
        daemon.stdin.write(b"secret")
        daemon.stdin.close()
        # A service that starts before the keyring is there works from memory until it comes.
        there = ["gdbus", "wait", "--session", "--timeout=30", "org.freedesktop.secrets"]
        subprocess.run(there, check=True, env=self.bus.environment)

    def run_heedctl(self, *words, code=0, seconds=30):
        result = subprocess.run(
            [self.programs[0], *words], env=self.bus.environment, capture_output=True, text=True, timeout=seconds, check=False
        )
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return result.stdout if code == 0 else result.stderr + result.stdout

    def listed(self, *words):
        return [json.loads(line) for line in self.run_heedctl("history", *words, "--format", "json").splitlines()]
