# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""heedctl policy check, show and explain: test_heedctl_policy.py HEEDCTL"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

HEEDCTL = sys.argv[1]


class Policy(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="heedctl-policy-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
        self.environment |= {"LC_ALL": "C.UTF-8", "HEED_POLICY_PATH": str(self.folder)}

    def write(self, name, content):
        path = self.folder / name
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return str(path)

    def run_policy(self, *words):
        return subprocess.run(
            [HEEDCTL, "policy", *words], env=self.environment, capture_output=True, encoding="utf-8", timeout=60
        )

    def assert_status(self, answer, status):
        self.assertEqual(answer.returncode, status, answer)

    def test_check_right(self):
        path = self.write("a.json", {"mode": "observe"})
        answer = self.run_policy("check", path)
        self.assert_status(answer, 0)
        self.assertEqual((answer.stdout, answer.stderr), (f"{path}: valid\n", ""))

    def test_check_says_all_that_is_wrong(self):
        right = self.write("a.json", {"mode": "observe"})
        wrong = self.write("b.json", {"mode": 1, "countdown": 99, "colour": "red"})
        answer = self.run_policy("check", right, wrong)
        self.assert_status(answer, 1)
        self.assertEqual(len(answer.stdout.splitlines()), 4, answer)
        for place, part in ((10, "$.mode is 1"), (26, "$.countdown is 99"), (30, "“colour” is not a key")):
            self.assertIn(f"{wrong}: line 1, column {place}: {part}", answer.stdout)
        answer = self.run_policy("check", "--format", "json", right, wrong)
        self.assert_status(answer, 1)
        lines = [json.loads(line) for line in answer.stdout.splitlines()]
        self.assertEqual([(line["file"], line["valid"]) for line in lines], [(right, True), (wrong, False)])
        self.assertEqual(len(lines[1]["problems"]), 3)

    def test_check_what_cannot_be_read(self):
        answer = self.run_policy("check", str(self.folder / "missing.json"))
        self.assert_status(answer, 2)
        self.assertIn("missing.json: cannot be read", answer.stdout)

    def test_bad_usage(self):
        for words in ((), ("check",), ("show", "mode"), ("explain", "colour"), ("frob",), ("--format=xml", "show")):
            with self.subTest(words):
                answer = self.run_policy(*words)
                self.assert_status(answer, 2)
                self.assertEqual(answer.stdout, "")
                self.assertTrue(answer.stderr.startswith("heedctl: "), answer)

    def test_show_is_a_policy_itself(self):
        path = self.write("a.json", {"protected-domains": ["münchen.de"], "countdown": 4})
        answer = self.run_policy("show", "--policy", path, "--format", "json")
        self.assert_status(answer, 0)
        policy = json.loads(answer.stdout)
        self.assertEqual((policy["countdown"], policy["mode"]), (4, "enforce"))
        self.assert_status(self.run_policy("check", self.write("shown.json", answer.stdout)), 0)
        text = self.run_policy("show", "--policy", path)
        self.assertRegex(text.stdout, r'(?m)^protected-domains +\["münchen.de"\]$')

    def test_explain(self):
        first = self.write("a.json", {"countdown": 3, "prompt": "always", "locked": ["countdown", "mode"]})
        second = self.write("b.json", {"countdown": 5, "prompt": "external", "mode": "observe"})
        files = ("--policy", first, "--policy", second)
        answer = self.run_policy("explain", *files, "--format", "json", "countdown", "mode", "prompt")
        self.assert_status(answer, 0)
        countdown, mode, prompt = [json.loads(line) for line in answer.stdout.splitlines()]
        self.assertEqual((countdown["value"], countdown["file"], countdown["locked-by"]), (3, first, first))
        self.assertEqual([setting["outcome"] for setting in countdown["settings"]], ["effective", "locked"])
        self.assertEqual((mode["value"], mode["file"], mode["locked-by"]), ("enforce", None, first))
        self.assertEqual((prompt["value"], prompt["file"], prompt["locked-by"]), ("external", second, None))
        self.assertEqual([setting["outcome"] for setting in prompt["settings"]], ["replaced", "effective"])
        answer = self.run_policy("explain", *files, "mode")
        self.assertIn("    the default\n", answer.stdout)
        self.assertIn(f"    {second} says \"observe\"; the lock keeps it out\n", answer.stdout)
        self.assertIn(f"    locked by {first}\n", answer.stdout)
        self.assertIn("“mode” does not count", answer.stderr)

    def test_installed_files(self):
        """A folder of the environment is the person's own: it sets, and locks nothing."""
        self.write("a.json", {"mode": "observe", "locked": ["mode"]})
        self.write("b.json", {"mode": 1})
        answer = self.run_policy("explain", "--format", "json", "mode")
        self.assert_status(answer, 1)
        line = json.loads(answer.stdout)
        self.assertEqual((line["value"], line["locked-by"]), ("observe", None))
        self.assertIn("“locked” does not count", answer.stderr)
        self.assertIn("b.json: line 1, column 10: $.mode is 1", answer.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
