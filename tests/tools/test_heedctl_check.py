# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""heedctl check, alone and with the real service: test_heedctl_check.py HEEDCTL HEED BRIDGE"""

import hashlib
import json
import os
import pathlib
import pty
import shlex
import socket
import subprocess
import sys
import tempfile
import unittest

from bridge_client import Bridge
from private_bus import PrivateBus

HEEDCTL, HEED, BRIDGE = sys.argv[1:4]
NAME = "io.github.heedmail.Heed"
FIELDS = ["mailbox", "domain", "severity", "findings"]
FINDING_FIELDS = ["kind", "severity", "domain", "expected", "evidence", "edits", "text"]


def run(environment, *words, code, text=""):
    result = subprocess.run(
        [HEEDCTL, "check", *words], env=environment, input=text, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    if result.returncode != code:
        raise AssertionError(f"{result.returncode} instead of {code}: {result.stdout}{result.stderr}")
    return result


def objects(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


class InProcess(unittest.TestCase):
    """What the person gives in place of history and policy."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="heedctl-check-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.known = self.write("known", "army.mil\t214\nann@example.org\n")
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
        self.environment |= {
            "LC_ALL": "C.UTF-8",
            "XDG_RUNTIME_DIR": folder.name,
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def run_check(self, *words, code, text=""):
        return run(self.environment, *words, code=code, text=text)

    def test_exit_status(self):
        self.run_check("--known", self.known, "ann@army.mil", code=0)
        self.run_check("--known", self.known, "ann@army.ml", code=1)
        for words in (("--frob",), ("--format", "xml", "a@example.org"), ("no mailbox",), ("--known", "/nowhere", "a@b.example")):
            with self.subTest(words):
                result = self.run_check(*words, code=2)
                self.assertEqual(result.stdout, "")
                self.assertIn("heedctl: ", result.stderr)
        self.assertRegex(
            self.run_check("--known", self.known, code=2, text="ann@army.mil\nnobody\n").stderr,
            "^heedctl: line 2: “nobody” has no domain",
        )
        self.assertRegex(
            self.run_check("--known", self.known, "ann@army.mil", "nobody", code=2).stderr,
            "^heedctl: mailbox 2: “nobody” has no domain",
        )
        self.assertIn("no mailbox", self.run_check("--known", self.known, code=2, text="\n").stderr)

    def test_known_without_end(self):
        link = pathlib.Path(self.known).with_name("endless")
        link.symlink_to("/dev/zero")
        said = self.run_check("--known", str(link), "ann@army.mil", code=2).stderr
        self.assertRegex(said, "^heedctl: .*endless” is larger than 256 MiB")

    def test_one_object_a_mailbox(self):
        result = self.run_check("--known", self.known, "--format", "json", "ann@army.mil", "bob@army.ml", code=1)
        first, second = objects(result)
        self.assertEqual([list(first), list(second)], [FIELDS, FIELDS])
        self.assertEqual([list(finding) for finding in second["findings"]], [FINDING_FIELDS])
        self.assertEqual((first["severity"], second["domain"]), ("clear", "army.ml"))
        self.assertEqual(second["findings"][0]["expected"], ["army.mil"])

    def test_groups(self):
        """A member of a group is a mailbox of its own, with its own findings."""
        group = "Team: ann@army.mil, bob@army.ml;"
        for words in ((), ("--each",)):
            with self.subTest(words):
                result = self.run_check("--known", self.known, "--format", "json", *words, group, "none:;", code=1)
                lines = objects(result)
                self.assertEqual([line["mailbox"] for line in lines], ["ann@army.mil", "bob@army.ml"])
                self.assertEqual([len(line["findings"]) for line in lines], [0, 1])

    def test_locale_of_scripts(self):
        """Under LC_ALL=C words are UTF-8 all the same, and JSON comes out whole."""
        self.environment["LC_ALL"] = "C"
        words = ("--known", self.known, "--sender", "é@münchen.de", "ann@münchen.de", "ann@аrmy.mil")
        result = self.run_check("--format", "json", *words, code=1)
        self.assertEqual([line["domain"] for line in objects(result)], ["münchen.de", "аrmy.mil"])
        self.assertIn("ann@\\u{0430}rmy.mil", self.run_check(*words, code=1).stdout)
        result = self.run_check("--format", "json", "--known", self.known, code=1, text="ann@аrmy.mil\n")
        self.assertEqual(objects(result)[0]["mailbox"], "ann@аrmy.mil")
        answer = subprocess.run([HEEDCTL, "check", b"ann@\xff.mil"], env=self.environment, capture_output=True, timeout=60)
        self.assertEqual((answer.returncode, answer.stdout), (2, b""))

    def test_many_recipients_at_once(self):
        names = (hashlib.sha256(str(number).encode()).hexdigest()[:12] for number in range(10000))
        text = "".join(f"someone@{name}.example\n" for name in names)
        self.assertEqual(len(self.run_check("--known", self.known, "--format", "json", code=1, text=text).stdout.splitlines()), 10000)
        self.assertIn("10000", self.run_check("--known", self.known, code=2, text=text + "one@more.example\n").stderr)

    def test_without_a_service(self):
        result = self.run_check("ann@army.mil", code=0)
        self.assertIn("no service answers", result.stderr)
        self.assertEqual(self.run_check("--known", self.known, "ann@army.mil", code=0).stderr, "")

    def test_service_that_says_nothing(self):
        """Whoever holds the socket and keeps silent: a bounded wait, then an answer."""
        (self.folder / "heed").mkdir()
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(self.folder / "heed" / "control"))
            listener.listen()
            self.assertIn("does not answer", self.run_check("ann@army.mil", code=0).stderr)

    def test_colours(self):
        words = [HEEDCTL, "check", "--known", self.known, "bob@army.ml"]
        self.assertNotIn("\033", self.run_check(*words[2:], code=1).stdout)
        for variables, coloured in (({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)):
            with self.subTest(variables):
                shown = self.read_from_terminal(words, self.environment | {"TERM": "xterm"} | variables)
                self.assertEqual("\033[31mdanger" in shown, coloured, shown)
                self.assertIn("bob@army.ml", shown)

    @staticmethod
    def read_from_terminal(words, environment):
        ours, theirs = pty.openpty()
        with subprocess.Popen(words, env=environment, stdout=theirs) as program:
            os.close(theirs)
            shown = b""
            try:
                while block := os.read(ours, 4096):
                    shown += block
            except OSError:  # how a terminal says that nobody is there any more
                pass
        os.close(ours)
        return shown.decode()

    def test_hostile_text(self):
        shown = self.run_check("--known", self.known, '"x\u202e"@army.ml', code=1).stdout
        self.assertNotIn("\u202e", shown)
        self.assertIn("\\u{202e}", shown)
        self.assertNotIn("\033", self.run_check("--known", self.known, '"\033[2J"@army.ml', code=2).stderr)


class WithService(unittest.TestCase):
    def setUp(self):
        services = tempfile.TemporaryDirectory(prefix="heedctl-check-")
        self.addCleanup(services.cleanup)
        command = f"{shlex.quote(HEED)} --gapplication-service"
        service = f"[D-BUS Service]\nName={NAME}\nExec={command}\n"
        (pathlib.Path(services.name) / f"{NAME}.service").write_text(service, encoding="utf-8")
        self.bus = PrivateBus(services.name)
        self.addCleanup(self.bus.close)

    def send(self, mailbox):
        bridge = Bridge(BRIDGE, self.bus.environment)
        recipients = [{"role": "to", "mailbox": mailbox}]
        answer = bridge.ask({"id": 1, "type": "confirm-send", "recipients": recipients, "options": {}})
        bridge.close()
        self.assertEqual(answer.get("verdict"), "allow", answer)

    def run_check(self, *words, code, text=""):
        return run(self.bus.environment, *words, code=code, text=text)

    def test_history_of_the_service(self):
        """What was sent a moment ago counts; and nothing is learned from looking."""
        for _ in range(3):
            self.send("ann@army.mil")
        result = self.run_check("--format", "json", "bob@army.ml", "ann@army.mil", code=1)
        self.assertEqual(result.stderr, "")
        first, second = objects(result)
        self.assertEqual((first["severity"], first["findings"][0]["expected"]), ("caution", ["army.mil"]))
        self.assertEqual((list(first), list(first["findings"][0])), (FIELDS, FINDING_FIELDS))
        self.assertEqual(second["severity"], "clear")
        self.assertEqual(objects(self.run_check("--format", "json", "bob@army.ml", code=1)), [first])
        text = self.run_check("bob@army.ml", code=1).stdout
        self.assertRegex(text, r"^caution +bob@army\.ml\n +\S+: army\.ml is not army\.mil\. You wrote to army\.mil 3 times")
        each = self.run_check("--each", code=1, text="bob@army.ml\nTeam: ann@army.mil, bob@army.ml;\n")
        self.assertEqual([line.split()[0] for line in each.stdout.splitlines() if not line.startswith(" ")], ["caution", "clear", "caution"])
        self.assertIn("no mailbox", self.run_check(code=2).stderr)
        self.assertIn("10000", self.run_check(code=2, text="a@example.org\n" * 10001).stderr)

    def test_in_process_when_asked(self):
        """With --known or --policy the service has no say."""
        for _ in range(3):
            self.send("ann@army.mil")
        empty = self.bus.folder / "empty"
        empty.write_text("", encoding="utf-8")
        self.run_check("--known", str(empty), "bob@army.ml", code=0)
        policy = self.bus.folder / "policy.json"
        policy.write_text("{}", encoding="utf-8")
        self.run_check("--policy", str(policy), "bob@army.ml", code=0)

    def test_same_words_both_ways(self):
        """The service and the program print the same for the same history."""
        for _ in range(3):
            self.send("ann@army.mil")
        known = self.bus.folder / "known"
        known.write_text("ann@army.mil\t3\n", encoding="utf-8")
        mailboxes = ("bob@army.ml", "ann@army.mil", "eve@new.example", "ann@gmial.com")
        for words in ((), ("--format", "json"), ("--each",), ("--sender", "me@example.org")):
            with self.subTest(words):
                there = self.run_check(*words, *mailboxes, code=1)
                here = self.run_check("--known", str(known), *words, *mailboxes, code=1)
                # When that was, no file of known ones says.
                self.assertEqual(there.stdout.replace("You last wrote to army.mil today. ", ""), here.stdout)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
