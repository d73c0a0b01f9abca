# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window that heedctl demo shows."""

import json
import subprocess
import unittest

from caller import Caller
from window_case import BUILD, HEADING, WindowCase


class Demo(WindowCase):
    def start(self, *words):
        program = subprocess.Popen(
            [BUILD / "app/tools/heedctl", *words],
            env=self.place.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.addCleanup(program.communicate)
        self.addCleanup(program.kill)
        return program

    def run_to_end(self, *words):
        program = self.start(*words)
        said, complained = program.communicate(timeout=60)
        return program.returncode, said, complained

    def correspondents(self):
        """What the service knows: the demonstration must not change it."""
        return json.loads(self.run_to_end("status", "--format", "json")[1])["correspondents"]

    def test_kept(self):
        before = self.correspondents()
        program = self.start("demo")
        window = self.confirmation(HEADING)
        self.picture("demo")
        self.assertIn("214", window.text())
        window.dont_send()
        said, complained = program.communicate(timeout=60)
        self.assertEqual((program.returncode, complained), (1, ""))
        self.assertEqual([line.split() for line in said.splitlines()], [["verdict", "cancel"], ["reason", "declined"]])
        self.assertEqual(self.correspondents(), before)

    def test_corrected(self):
        program = self.start("demo", "--format", "json")
        window = self.confirmation(HEADING)
        window.use("army.mil")
        window.fix_and_send()
        verdict = json.loads(program.communicate(timeout=60)[0])
        self.assertEqual(program.returncode, 0)
        self.assertEqual((verdict["verdict"], verdict["reason"]), ("allow", "corrected"))
        self.assertEqual(verdict["findings"][0]["expected"], ["army.mil"])

    def test_ended(self):
        """Who ends heedctl takes the window away."""
        program = self.start("demo")
        self.confirmation(HEADING)
        program.terminate()
        self.place.reader.wait_until_gone(HEADING)

    def test_makes_way(self):
        """Somebody sends: that is asked about, and the demonstration ends."""
        program = self.start("demo")
        self.confirmation(HEADING)
        call = Caller(self.place.bus.address).confirm_send([("to", "bob@army.mli")])
        said, complained = program.communicate(timeout=60)
        self.assertEqual((program.returncode, said), (2, ""), complained)
        window = self.confirmation(r"army\.mli")
        self.assertEqual(self.run_to_end("demo")[0], 2)
        window.dont_send()
        self.assertEqual(call.wait()[0], "cancel")


if __name__ == "__main__":
    unittest.main(verbosity=2)
