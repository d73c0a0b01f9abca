# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the man pages say is what the programs say and do: test_man_pages.py HEEDCTL HEED BRIDGE CONNECT DATA

Each option of a page is in the program's help, each of the help in the page, and each is run here."""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

from private_bus import PrivateBus

HEEDCTL, HEED, BRIDGE, CONNECT = (pathlib.Path(word).resolve() for word in sys.argv[1:5])
MAN = pathlib.Path(sys.argv[5]).resolve() / "man"
NAME = "io.github.heedmail.Heed"
# How each program can be called, and the exit status that its page gives.
RUNS = {
    ("heed",): [("--version", 0)],
    ("heed-bridge",): [("--version", 0)],
    ("heed-connect",): [("--status", 1), ("", 0), ("--remove", 0), ("--status", 1), ("--remove --status", 2), ("--version", 0)],
    ("heedctl",): [("--version", 0), ("--help", 0), ("", 2)],
    ("heedctl", "check"): [
        ("--format=json ann@army.mil", 0),
        ("--known=known ann@army.ml", 1),
        ("--policy=policy.json --policy policy.json --sender=me@example.org --each a@example.org b@example.org", 0),
        ("--known=missing ann@army.ml", 2),
    ],
    ("heedctl", "demo"): [("--format=json", 2)],
    ("heedctl", "history"): [
        ("import people.csv", 0),
        ("trust partner.example --reason=Asked", 0),
        ("list --person=ann@example.org", 0),
        ("list --domain=example.org --format=json", 0),
        ("list --weeks", 0),
        ("search ann", 0),
        ("export", 0),
        ("untrust partner.example", 0),
        ("untrust partner.example", 2),
        ("forget --older-than=3650", 0),
        ("forget --all", 0),
        ("forget", 2),
        ("import --address-books", None),
    ],
    ("heedctl", "policy"): [
        ("check policy.json", 0),
        ("check --format=json wrong.json", 1),
        ("check missing.json", 2),
        ("show --policy=policy.json", 0),
        ("explain mode --policy=policy.json --format=text", 0),
    ],
    ("heedctl", "audit"): [("--days=3 --format=json", 0), ("verify", 0)],
    ("heedctl", "simulate"): [("--policy=policy.json --days=7 --format=json", 0), ("--policy=wrong.json", 2)],
    ("heedctl", "status"): [("--format=json", 0)],
}
PROGRAMS = {"heed": HEED, "heed-bridge": BRIDGE, "heed-connect": CONNECT, "heedctl": HEEDCTL}


def list_options(text):
    return set(re.findall(r"--[a-z]+(?:-[a-z]+)*", text))


class ManPages(unittest.TestCase):
    def setUp(self):
        services = tempfile.TemporaryDirectory(prefix="heed-man-")
        self.addCleanup(services.cleanup)
        service = f"[D-BUS Service]\nName={NAME}\nExec={HEED} --gapplication-service\n"
        (pathlib.Path(services.name) / f"{NAME}.service").write_text(service, encoding="utf-8")
        self.bus = PrivateBus(services.name)
        self.addCleanup(self.bus.close)

    def run_program(self, words, arguments):
        command = [PROGRAMS[words[0]], *words[1:], *arguments.split()]
        return subprocess.run(
            command,
            env=self.bus.environment,
            cwd=self.bus.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )

    def start_keyring(self):
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock"]
        daemon = subprocess.Popen(command, env=self.bus.environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        self.addCleanup(daemon.wait)
        self.addCleanup(daemon.kill)
        daemon.stdin.write(b"secret")
        daemon.stdin.close()

    def read_page(self, words):
        """The options of a program, or of one command of it: those that begin a paragraph."""
        page = (MAN / f"{words[0]}.1").read_text(encoding="utf-8").replace("\\-", "-")
        if len(words) > 1:
            page = page.split(".SH COMMANDS")[1].split(".SH EXIT STATUS")[0]
            page = "".join(part for part in re.split(r"^(?=\.SS )", page, flags=re.MULTILINE) if self.is_of(part, words[1]))
        elif words[0] == "heedctl":
            page = page.split(".SS Options of heedctl itself")[1].split(".SH COMMANDS")[0]
        return list_options("".join(re.findall(r"^\.TP\n(\.BR? .*\n)", page, re.MULTILINE)))

    @staticmethod
    def is_of(part, command):
        return part.startswith((f".SS {command}\n", f".SS {command} "))

    def read_help(self, words):
        text = self.run_program(words, "--help").stdout
        if words == ("heedctl",):
            return list_options(text)
        return list_options(text.split("Application Options:")[1])

    def test_same_options(self):
        commands = re.findall(r"^  (\S+)  ", self.run_program(("heedctl",), "--help").stdout, re.MULTILINE)
        self.assertEqual({words[1] for words in RUNS if len(words) > 1}, set(commands))
        for words in RUNS:
            with self.subTest(words):
                self.assertEqual(self.read_page(words), self.read_help(words))

    def test_every_option_is_run(self):
        self.start_keyring()
        for name, text in {
            "known": "army.mil\t214\n",
            "policy.json": '{"countdown": 3}',
            "wrong.json": '{"mode": 1}',
            "people.csv": "name,mail\nAnn,ann@example.org\n",
        }.items():
            (self.bus.folder / name).write_text(text, encoding="utf-8")
        for words, runs in RUNS.items():
            with self.subTest(words):
                self.assertEqual(list_options("".join(f" {arguments}" for arguments, _ in runs)), self.read_page(words))
            for arguments, status in runs:
                with self.subTest((*words, arguments)):
                    answer = self.run_program(words, arguments)
                    # A desktop without address books has none to read.
                    self.assertIn(answer.returncode, (0, 2) if status is None else (status,), answer)
                    self.assertFalse(answer.returncode == 2 and not answer.stdout + answer.stderr, answer)

    def test_form(self):
        """mandoc finds nothing to complain about."""
        for page in sorted(MAN.glob("*.1")):
            with self.subTest(page.name):
                answer = subprocess.run(
                    ["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True, encoding="utf-8", timeout=60
                )
                self.assertEqual((answer.returncode, answer.stdout), (0, ""))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
