# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of a policy through the guide: checked, observed, simulated, enforced; with the guide's commands."""

import json
import os
import pathlib
import shutil
import unittest

from desktop import APP, Desktop
from native import Conversation

WORK = os.environ["HEED_FLATPAK_WORK"]
EXTENSION = pathlib.Path(os.environ["FLATPAK_USER_DIR"]) / "extension"
PROTECT = {"protected-domains": ["army.mil"]}
RECIPIENTS = [{"role": "to", "mailbox": "ann@army.ml"}]


class Rollout(unittest.TestCase):
    def setUp(self):
        self.desktop = Desktop(WORK)
        self.addCleanup(self.desktop.close)
        self.desktop.forget()
        self.folder = EXTENSION / f"{APP}.Policy" / os.uname().machine / "stable" / "policy.d"
        self.folder.mkdir(parents=True)
        self.addCleanup(shutil.rmtree, EXTENSION)

    def write(self, path, **policy):
        path.write_text(json.dumps(policy), encoding="utf-8")
        return str(path)

    def heedctl(self, *words, read=None, check=True):
        options = [f"--filesystem={read}:ro"] if read is not None else []
        return self.desktop.flatpak("run", "--command=heedctl", *options, APP, *words, check=check)

    def policy_in_force(self):
        return json.loads(self.heedctl("status", "--format", "json", check=False).stdout)["policy"]

    def records(self):
        return [json.loads(line) for line in self.heedctl("audit", "--format", "json").stdout.splitlines()]

    def converse(self):
        return Conversation(self.desktop.start("flatpak", "run", "--command=heed-bridge", APP))

    def test_check(self):
        path = self.desktop.home / "policy.json"
        self.addCleanup(path.unlink)
        self.write(path, **PROTECT)
        self.heedctl("policy", "check", str(path), read=path)
        self.write(path, frob=1)
        wrong = self.heedctl("policy", "check", str(path), read=path, check=False)
        self.assertEqual(wrong.returncode, 1)
        self.assertIn("frob", wrong.stdout + wrong.stderr)

    def test_observe_simulate_enforce(self):
        from deadline import wait_until

        dropped = self.folder / "50-organisation.json"
        self.write(dropped, mode="observe", audit={"level": "hashed", "journal": False, "file": True}, **PROTECT)
        conversation = self.converse()
        answer = conversation.ask("confirm-send", recipients=RECIPIENTS, options={})
        self.assertEqual((answer["verdict"], answer["details"]["reason"]), ("allow", "observed"))
        observed = self.policy_in_force()
        # It waits for the key with which domains are hashed.
        (record,) = wait_until(self.records, "the record", 60)
        self.assertEqual((record["reason"], record["severity"]), ("observed", "danger"))

        trial = self.desktop.home / "policy.json"
        self.addCleanup(trial.unlink)
        self.write(trial, **PROTECT)
        lines = self.heedctl("simulate", "--policy", str(trial), "--format", "json", read=trial).stdout.splitlines()
        total = json.loads(lines[-1])
        self.assertEqual((total["messages"], total["windows"]), (1, 1))

        self.write(dropped, mode="enforce", **PROTECT)
        wait_until(lambda: self.policy_in_force() != observed, "the policy that was dropped in")
        conversation.post("confirm-send", recipients=RECIPIENTS, options={})
        self.desktop.decline("army.ml is not army.mil")
        answer = conversation.receive()
        self.assertEqual((answer["verdict"], answer["details"]["reason"]), ("cancel", "declined"))
        self.assertEqual(conversation.close(), 0)
