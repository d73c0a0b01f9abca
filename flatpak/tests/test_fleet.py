# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The playbooks for a fleet, run by Ansible itself into a throwaway root."""

import json
import os
import pathlib
import shutil
import subprocess
import unittest

from desktop import APP, SOURCE

WORK = pathlib.Path(os.environ["HEED_FLATPAK_WORK"])
PLAYBOOKS = SOURCE / "flatpak" / "fleet"


class Fleet(unittest.TestCase):
    def setUp(self):
        self.root = WORK / "fleet"
        shutil.rmtree(self.root, ignore_errors=True)
        self.addCleanup(shutil.rmtree, self.root, ignore_errors=True)

    def play(self, name):
        done = subprocess.run(
            ["ansible-playbook", "-i", "localhost,", "-c", "local", str(PLAYBOOKS / name), "-e", f"root={self.root}",
             "-e", "ansible_python_interpreter=/usr/bin/python3", "-e", f"ansible_remote_tmp={WORK}/ansible"],
            env=dict(os.environ, ANSIBLE_NOCOLOR="1"), capture_output=True, text=True, timeout=120,
        )
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def test_playbook(self):
        self.play("heed.yaml")
        policy = self.root / f"var/lib/flatpak/extension/{APP}.Policy/x86_64/stable/policy.d/50-organisation.json"
        example = SOURCE / "flatpak" / "policy-example" / "10-example.json"
        self.assertEqual(policy.read_text(encoding="utf-8"), example.read_text(encoding="utf-8"))
        manifest = json.loads(
            (self.root / "usr/lib/mozilla/native-messaging-hosts/io.github.heedmail.heed.json").read_text("utf-8")
        )
        wrapper = self.root / manifest["path"].lstrip("/")
        self.assertTrue(os.access(wrapper, os.X_OK))
        subprocess.run(["sh", "-n", str(wrapper)], check=True)
        json.loads((self.root / "etc/thunderbird/policies/policies.json").read_text("utf-8"))
        self.assertIn("changed=0 ", self.play("heed.yaml"), "a second run has nothing to do")
        self.play("remove.yaml")
        self.assertEqual([path for path in self.root.rglob("*") if path.is_file()], [])
