# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A policy over what the real service remembers, with a real keyring: test_heedctl_simulate.py HEEDCTL HEED BRIDGE"""

import json
import subprocess
import sys
import time
import unittest

from bridge_client import Bridge
from history_case import HistoryCase

HEEDCTL, HEED, BRIDGE = sys.argv[1:4]


class Simulate(HistoryCase):
    programs = HEEDCTL, HEED

    def setUp(self):
        super().setUp()
        installed = self.home / "installed"
        installed.mkdir()
        self.write_policy("installed/policy.json", mode="observe", audit={"level": "off"})
        self.bus.environment["HEED_POLICY_PATH"] = str(installed)
        self.bus.update_activation_environment("HEED_POLICY_PATH")
        self.start_keyring()

    def write_policy(self, name, **policy):
        path = self.home / name
        path.write_text(json.dumps(policy), encoding="utf-8")
        return str(path)

    def try_policy(self, *words, code=0):
        """What was printed, and what was said beside it."""
        command = [HEEDCTL, "simulate", *words]
        result = subprocess.run(command, env=self.bus.environment, capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        self.said = result.stderr
        return result.stdout

    def send(self, *recipients, **options):
        bridge = Bridge(BRIDGE, self.bus.environment)
        roles = [{"role": role, "mailbox": mailbox} for role, mailbox in recipients]
        message = {"id": 1, "type": "confirm-send", "recipients": roles, "options": options}
        self.assertEqual(bridge.ask(message).get("verdict"), "allow")
        bridge.close()

    def simulate(self, policy, *words):
        lines = map(json.loads, self.try_policy("--policy", policy, *words, "--format", "json").splitlines())
        counts = {}
        for line in lines:
            what = next(iter(line))
            counts[what, line[what]] = line["messages"], line["windows"], line["present"]
        return counts

    def test_against_the_present(self):
        protecting = self.write_policy("protecting.json", **{"protected-domains": ["army.mil"]})
        self.assertEqual(self.simulate(protecting), {("total", "all"): (0, 0, 0)})
        self.assertEqual(self.try_policy("--policy", protecting), "")
        self.assertEqual(self.said, "heedctl: No messages of the last 30 days are remembered.\n")
        self.send(("to", "ann@army.ml"))
        self.send(("to", "bob@example.org"))
        self.send(("to", '"ann@partner.org" <ann@stranger.net>'))
        today = time.strftime("%Y-%m-%d")
        counts = self.simulate(protecting)
        self.assertEqual(counts["total", "all"], (3, 2, 1))
        self.assertEqual(counts["day", today], (3, 2, 1))
        self.assertEqual(counts["kind", "suffix-swap"], (1, 1, 0))
        self.assertEqual(counts["kind", "name-mismatch"], (1, 1, 1))
        self.assertEqual(self.said, "")
        text = self.try_policy("--policy", protecting)
        self.assertRegex(text, rf"(?m)^{today} +3 +2 +1$")
        self.assertRegex(text, r"(?m)^suffix-swap +1 +1 +0$")
        self.assertRegex(text, r"(?m)^all +3 +2 +1$")
        self.assertEqual(self.simulate(protecting, "--days", "0")["total", "all"], (0, 0, 0))

    def test_what_else_was_asked(self):
        """Roles, threads and senders count, not recipients alone."""
        strangers = [f"person{number}@place{number}.example" for number in range(6)]
        few = self.write_policy("few.json", **{"many-exposed": 3})
        self.send(*(("bcc", mailbox) for mailbox in strangers))
        self.assertEqual(self.simulate(few).get(("kind", "many-exposed")), None)
        self.send(*(("to", mailbox.replace("place", "site")) for mailbox in strangers))
        self.assertEqual(self.simulate(few)["kind", "many-exposed"], (1, 1, 0))
        reply = {"sender": "me@office.example", "thread": ["a@hospital.example"]}
        self.send(("to", "a@hospital.example"), ("cc", "b@elsewhere.example"), **reply)
        loud = self.write_policy("loud.json", severities={"new-in-thread": "caution"})
        self.assertEqual(self.simulate(loud)["kind", "new-in-thread"], (1, 1, 0))

    def test_trusted(self):
        """What the person trusts opens no window from then on, unless the policy does not let them trust."""
        policy = {"protected-domains": ["army.mil"]}
        self.send(("to", "ann@army.ml"))
        self.run_heedctl("history", "trust", "army.ml", "--reason", "They moved")
        # Times of trusts are whole seconds.
        before = int(time.time())
        while int(time.time()) == before:
            pass
        self.send(("to", "bob@army.ml"))
        self.assertEqual(self.simulate(self.write_policy("protecting.json", **policy))["total", "all"], (2, 1, 0))
        policy["may-trust"] = False
        self.assertEqual(self.simulate(self.write_policy("strict.json", **policy))["total", "all"], (2, 2, 0))

    def test_imported(self):
        """What was imported has no more than the recipients, and it says so."""
        self.send(("to", "ann@army.ml"))
        exported = self.home / "exported.jsonl"
        exported.write_text(self.run_heedctl("history", "export"), encoding="utf-8")
        self.run_heedctl("history", "forget", "--all")
        self.run_heedctl("history", "import", str(exported))
        protecting = self.write_policy("protecting.json", **{"protected-domains": ["army.mil"]})
        self.assertEqual(self.simulate(protecting)["kind", "suffix-swap"], (1, 1, 0))
        self.assertIn("1 message only the recipients", self.said)

    def test_content_rules(self):
        rules = [{"attachment": "*.exe", "text": "A program", "severity": "caution"}]
        self.simulate(self.write_policy("content.json", **{"content-rules": rules}))
        self.assertIn("content-rules are not counted", self.said)

    def test_bad_usage(self):
        wrong = self.write_policy("wrong.json", frob=1)
        for words in ([], ["--policy", wrong], ["--policy", "/nonexistent"], ["--policy", wrong, "--days", "-1"]):
            self.assertEqual(self.try_policy(*words, code=2), "")
            self.assertTrue(self.said.startswith("heedctl: "), self.said)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
