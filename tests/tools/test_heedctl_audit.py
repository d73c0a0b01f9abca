# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The audit of the real service, with a real keyring and a real journal: test_heedctl_audit.py HEEDCTL HEED BRIDGE"""

import json
import os
import pathlib
import re
import select
import signal
import stat
import subprocess
import sys
import unittest

import journal
from bridge_client import Bridge
from history_case import NAME, HistoryCase

HEEDCTL, HEED, BRIDGE = sys.argv[1:4]
HAS_NAMESPACE = journal.enter_namespace()


class Audit(HistoryCase):
    programs = HEEDCTL, HEED

    def setUp(self):
        super().setUp()
        self.folder = pathlib.Path(self.bus.environment["XDG_DATA_HOME"]) / "heed" / "audit"
        self.policies = self.home / "policies"
        self.policies.mkdir()
        self.bus.environment["HEED_POLICY_PATH"] = str(self.policies)
        self.bus.update_activation_environment("HEED_POLICY_PATH")

    def set_policy(self, **audit):
        policy = {"protected-domains": ["army.mil"], "mode": "observe", "audit": audit}
        (self.policies / "policy.json").write_text(json.dumps(policy), encoding="utf-8")

    def start_journal(self):
        if not HAS_NAMESPACE:
            self.skipTest("nobody may make a mount namespace here")
        started = journal.Journal()
        self.addCleanup(started.close)
        return started

    def status(self):
        command = [HEEDCTL, "status", "--format", "json"]
        answer = subprocess.run(command, env=self.bus.environment, capture_output=True, text=True, timeout=60)
        return json.loads(answer.stdout)

    def records(self):
        return [json.loads(line) for line in self.run_heedctl("audit", "--format", "json").splitlines()]

    def send(self, *mailboxes, count=1):
        bridge = Bridge(BRIDGE, self.bus.environment)
        recipients = [{"role": "to", "mailbox": mailbox} for mailbox in mailboxes]
        for number in range(count):
            message = {"id": number, "type": "confirm-send", "recipients": recipients, "options": {"client": "test 1"}}
            self.assertEqual(bridge.ask(message).get("verdict"), "allow")
        bridge.close()

    def signal_service(self, number):
        command = ["gdbus", "call", "--session", "--dest", "org.freedesktop.DBus", "--object-path", "/"]
        command += ["--method", "org.freedesktop.DBus.GetConnectionUnixProcessID", NAME]
        said = subprocess.run(command, env=self.bus.environment, capture_output=True, text=True, check=True).stdout
        process = int(re.search(r"uint32 (\d+)", said).group(1))
        descriptor = os.pidfd_open(process)
        signal.pidfd_send_signal(descriptor, number)
        select.select([descriptor], [], [], 30)
        os.close(descriptor)

    def lines(self):
        (path,) = self.folder.glob("audit-*.jsonl")
        return path, path.read_text(encoding="utf-8").splitlines()

    def write_lines(self, path, lines):
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")

    def test_journal_and_file(self):
        log = self.start_journal()
        self.start_keyring()
        self.set_policy(level="hashed", journal=True, file=True)
        self.send("ann@army.ml", "bob@example.org")
        self.send("bob@example.org")
        status = self.status()
        self.assertEqual((status["audit"], status["audit-to-journal"], status["audit-to-file"]), ("hashed", True, True))
        self.assertNotIn("audit-problem", status)
        self.assertRegex(self.run_heedctl("status"), r"audit +hashed, journal, file")
        records = self.records()
        self.assertEqual([record["record"] for record in records], [1, 2])
        self.assertEqual(records[0]["reason"], "observed")
        self.assertEqual(records[0]["severity"], "danger")
        self.assertIn("suffix-swap", records[0]["kinds"])
        self.assertEqual(records[0]["client"], "test 1")
        self.assertEqual(records[0]["policy"], status["policy"])
        self.assertEqual(len(records[0]["domains"]), 2)
        self.assertEqual(records[0]["domains"][1:], records[1]["domains"])
        self.assertNotIn("army", json.dumps(records))
        self.assertEqual(stat.S_IMODE(self.lines()[0].stat().st_mode), 0o600)
        self.assertRegex(self.run_heedctl("audit"), r"(?m)^ +1  .* observed +danger +test 1  .*suffix-swap")
        self.assertEqual(self.run_heedctl("audit", "--days", "1"), self.run_heedctl("audit"))

        entries = log.records()
        self.assertEqual(len(entries), 2)
        for entry, record in zip(entries, records):
            for field in ("reason", "severity", "client", "policy", "hash", "record", "duration-ms"):
                name = "HEED_" + field.upper().replace("-", "_")
                self.assertEqual(entry[name], [str(record[field])])
            self.assertEqual(entry.get("HEED_KINDS", []), record["kinds"])
            self.assertEqual(sorted(entry["HEED_DOMAINS"]), sorted(record["domains"]))
            self.assertRegex(entry["MESSAGE_ID"][0], r"^[0-9a-f]{32}$")
        self.assertEqual(entries[0]["MESSAGE_ID"], ["7d56190b7b4445cbbb0f0e823a7a95a8"])

    def test_levels(self):
        self.start_keyring()
        self.set_policy(level="full", journal=False, file=True)
        self.send("ann@army.ml")
        (record,) = self.records()
        self.assertEqual((record["domains"], record["recipients"]), (["army.ml"], ["ann@army.ml"]))
        self.signal_service(signal.SIGTERM)
        self.set_policy(level="reasons", journal=False, file=True)
        self.send("ann@army.ml")
        self.assertNotIn("domains", self.records()[1])
        self.signal_service(signal.SIGTERM)
        self.set_policy(level="off", journal=True, file=True)
        self.send("ann@army.ml")
        self.assertEqual(len(self.records()), 2)
        self.assertRegex(self.run_heedctl("status"), r"audit +off\n")
        self.assertIn("Records 1 to 2", self.run_heedctl("audit", "verify"))

    def test_verify(self):
        self.start_keyring()
        self.set_policy(level="reasons", journal=False, file=True)
        self.assertIn("no records", self.run_heedctl("audit", "verify"))
        self.send("ann@army.ml", count=6)
        self.assertIn("Records 1 to 6", self.run_heedctl("audit", "verify"))
        path, lines = self.lines()
        cases = {
            "Record 3 was changed": [*lines[:2], lines[2].replace("observed", "declined"), *lines[3:]],
            "Records 3 to 4 were removed": [*lines[:2], *lines[4:]],
            "Records 5 to 6 were removed": lines[:4],
            "Record 2 does not stand": [lines[0], lines[2], lines[1], *lines[3:]],
        }
        for said, damaged in cases.items():
            with self.subTest(said):
                self.write_lines(path, damaged)
                self.assertIn(said, self.run_heedctl("audit", "verify", code=1))
        self.assertIn(f"{path}, line 2", self.run_heedctl("audit", "verify", code=1))
        report = json.loads(self.run_heedctl("audit", "verify", "--format", "json", code=1))
        self.assertEqual((report["fault"], report["record"], report["last"]), ("misplaced", 2, 1))
        path.write_text("\n".join(lines)[:-100], encoding="utf-8")
        self.assertIn("Record 6 was cut off", self.run_heedctl("audit", "verify", code=1))
        self.write_lines(path, ["rubbish", *lines[1:]])
        self.assertIn("1 line is no record", self.run_heedctl("audit", code=1))
        self.write_lines(path, lines)
        self.run_heedctl("audit", "verify")
        (self.folder / "head").unlink()
        self.assertIn("where the records end", self.run_heedctl("audit", "verify", code=1))

    def test_killed_service(self):
        self.start_keyring()
        self.set_policy(level="hashed", journal=False, file=True)
        for number in range(1, 4):
            self.send("ann@army.ml", count=5)
            self.signal_service(signal.SIGKILL)
            report = json.loads(self.run_heedctl("audit", "verify", "--format", "json"))
            self.assertEqual(report["fault"], "none")
            self.assertGreaterEqual(report.get("last", 0), 0)
        self.send("ann@army.ml")
        self.signal_service(signal.SIGTERM)
        before = len(self.records())
        self.assertGreater(before, 0)
        self.assertEqual(self.records()[-1]["record"], before)

    def test_without_keyring(self):
        self.set_policy(level="hashed", journal=False, file=True)
        self.send("ann@army.ml", count=2)
        self.assertTrue(all("domains" not in record and "key" not in record for record in self.records()))
        self.assertIn("Nothing vouches for the last 2", self.run_heedctl("audit", "verify", code=3))
        self.start_keyring()
        while self.status()["history"] != "ready":
            pass
        self.send("ann@army.ml")
        self.assertIn("domains", self.records()[2])
        self.assertIn("Records 1 to 3", self.run_heedctl("audit", "verify"))

    def test_full_disk(self):
        if not HAS_NAMESPACE:
            self.skipTest("nobody may mount a small disk here")
        self.start_keyring()
        self.set_policy(level="reasons", journal=False, file=True)
        self.folder.mkdir(parents=True, mode=0o700)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", self.folder], check=True)
        self.addCleanup(subprocess.run, ["umount", "--lazy", self.folder], check=True)
        self.send("ann@army.ml")
        filler = self.folder / "filler"
        with open(filler, "wb", buffering=0) as file, self.assertRaises(OSError):
            while True:
                file.write(bytes(4096))
        self.send("ann@army.ml", count=40)
        self.assertIn("No space left", self.status()["audit-problem"])
        self.assertRegex(self.run_heedctl("status"), r"audit problem +The audit file cannot be written")
        filler.unlink()
        self.assertNotIn("audit-problem", self.status())
        self.assertEqual([record["record"] for record in self.records()], list(range(1, 42)))
        self.run_heedctl("audit", "verify")

    def test_no_journal(self):
        if not HAS_NAMESPACE:
            self.skipTest("a journal of this system may be here")
        self.start_keyring()
        self.set_policy(level="hashed", journal=True, file=False)
        self.send("ann@army.ml")
        self.assertIn("journal", self.status()["audit-problem"])
        log = self.start_journal()
        self.send("ann@army.ml")
        self.assertNotIn("audit-problem", self.status())
        self.assertEqual(len(log.records()), 1)
        self.assertFalse(self.folder.exists())

    def test_no_records(self):
        self.start_keyring()
        for words, expected in ([], "The file has no records. "), (["--days", "1"], "The file has no records of these days."):
            command = [HEEDCTL, "audit", *words]
            answer = subprocess.run(command, env=self.bus.environment, capture_output=True, text=True, timeout=60)
            self.assertEqual((answer.returncode, answer.stdout), (0, ""), answer)
            self.assertTrue(answer.stderr.startswith(f"heedctl: {expected}"), answer)
        self.assertEqual(self.run_heedctl("audit", "--format", "json"), "")

    def test_bad_usage(self):
        for words in (["frob"], ["verify", "now"], ["--days", "x"], ["--days", "-1"], ["--format", "xml"]):
            said = self.run_heedctl("audit", *words, code=2)
            self.assertTrue(said.startswith("heedctl: "), said)
            self.assertIn(f"“{words[-1]}”", said)


if __name__ == "__main__":
    print(f"journal: {journal.Journal.name}", file=sys.stderr)
    unittest.main(argv=sys.argv[:1])
