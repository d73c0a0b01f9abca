# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What bash, zsh and fish offer after heedctl, in the real shells: test_completions.py HEEDCTL DATA"""

import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import unittest

HEEDCTL = pathlib.Path(sys.argv[1]).resolve()
FOLDER = pathlib.Path(sys.argv[2]).resolve() / "completions"
BASH = """
source "$0"
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_heedctl
printf '%s\\n' "${COMPREPLY[@]}"
"""
# The prompt tells that the line editor takes what is typed.
ZSH = """unsetopt beep zle_bracketed_paste; fpath=({folder} $fpath); autoload -U compinit
compinit -u -D; stty cols 200 rows 100; PS1='rea''dy> '
"""
# What a person has typed, and what must be offered then, or must not.
CASES = [
    ("ch", {"check"}, {"status"}),
    ("", {"audit", "check", "demo", "history", "policy", "simulate", "status"}, {"explain"}),
    ("history ", {"list", "search", "forget", "export", "import", "trust", "untrust"}, {"check"}),
    ("policy ", {"check", "show", "explain"}, {"list"}),
    ("policy explain may-", {"may-correct", "may-override", "may-trust"}, {"mode"}),
    ("policy check a", {"a-policy.json"}, {"may-trust"}),
    ("history import a", {"a-policy.json"}, set()),
    ("audit ", {"verify"}, {"show"}),
    ("policy check --", {"--format", "--policy"}, {"--each", "--known"}),
]


def run_heedctl(*words):
    return subprocess.run([HEEDCTL, *words], capture_output=True, encoding="utf-8", check=True, timeout=60).stdout


def commands():
    return re.findall(r"^  (\S+)  ", run_heedctl("--help"), re.MULTILINE)


def options(command):
    return set(re.findall(r"--[a-z-]+", run_heedctl(command, "--help").split("Help Options")[1].split("Exit status")[0]))


class Completions(unittest.TestCase):
    def setUp(self):
        home = tempfile.TemporaryDirectory(prefix="heedctl-completions-")
        self.addCleanup(home.cleanup)
        self.home = pathlib.Path(home.name)
        (self.home / "a-policy.json").write_text("{}", encoding="utf-8")
        self.environment = {
            "HOME": home.name,
            "LC_ALL": "C.UTF-8",
            "PATH": f"{HEEDCTL.parent}:{os.environ['PATH']}",
            "TERM": "dumb",
            "ZDOTDIR": home.name,
        }

    def run_shell(self, *words):
        shell = subprocess.run(
            words, env=self.environment, cwd=self.home, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=60
        )
        self.assertEqual(shell.stderr, "")
        return shell.stdout

    def bash(self, typed):
        # As readline splits words.
        words = re.findall(r"=|[^\s=]+", typed) + ([""] if not typed or typed.endswith((" ", "=")) else [])
        offered = self.run_shell("bash", "--norc", "-c", BASH, FOLDER / "heedctl.bash", "heedctl", *words)
        return {word.rstrip("=") for word in offered.split()}

    def fish(self, typed):
        command = f"source {FOLDER / 'heedctl.fish'}; complete -C 'heedctl {typed}'"
        offered = self.run_shell("fish", "--no-config", "-c", command)
        return {line.split("\t")[0].replace("--format=j", "j") for line in offered.splitlines()}

    def zsh(self, typed):
        """On a terminal, since nothing else completes: everything that it prints after Tab."""
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(self.home)
            os.execvpe("zsh", ["zsh", "-f", "-i"], self.environment)
        try:
            self.talk(terminal, ZSH.format(folder=FOLDER), b"ready> ")
            return set(re.findall(r"-{0,2}\w[\w.-]*", self.talk(terminal, f"heedctl {typed}\t\t\x15echo do''ne\n", b"done\r\n")))
        finally:
            os.close(terminal)
            os.waitpid(process, 0)

    def talk(self, terminal, typed, end):
        os.write(terminal, typed.encode())
        shown = b""
        while end not in shown:
            self.assertTrue(select.select([terminal], [], [], 30)[0], shown)
            shown += os.read(terminal, 4096)
        return shown.decode(errors="replace")

    def check_shell(self, name):
        if not shutil.which(name):
            self.skipTest(f"there is no {name}")
        offer = getattr(self, name)
        for typed, offered, others in CASES:
            with self.subTest(typed):
                found = offer(typed)
                self.assertLessEqual(offered, found)
                self.assertEqual(others & found, set())
        for command in commands():
            with self.subTest(command):
                found = offer(f"{command} --")
                self.assertEqual({word for word in found if word.startswith("--") and word != "--"}, options(command))
        self.assertIn("json", "".join(offer("status --format=j")))

    def test_bash(self):
        self.check_shell("bash")

    def test_zsh(self):
        self.check_shell("zsh")

    def test_fish(self):
        self.check_shell("fish")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
