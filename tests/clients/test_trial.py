# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `sh app/try.sh` starts, on a machine without a display: it answers itself and says what came of it."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from gi.repository import Gio, GLib

from trial import explain

BUILD = pathlib.Path(os.environ["HEED_BUILD"])
TRIAL = pathlib.Path(__file__).with_name("trial.py")


class Explanation(unittest.TestCase):
    def test_says_what_the_service_says(self):
        name = "io.github.heedmail.Heed1.Error.Failed"
        remote = Gio.DBusError.new_for_dbus_error(name, "There is no screen.")
        self.assertIn(name, remote.message)
        self.assertEqual(explain(remote), "There is no screen.")
        own = GLib.Error.new_literal(Gio.io_error_quark(), "There is no bus.", Gio.IOErrorEnum.FAILED)
        self.assertEqual(explain(own), "There is no bus.")


class Trial(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)

    def run_trial(self, *words):
        """Returns what was printed; nothing else may be, and nothing may appear in the home folder."""
        environment = dict(os.environ, HOME=str(self.home), XDG_RUNTIME_DIR=str(self.home))
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
            environment.pop(name, None)
        run = subprocess.run(
            [sys.executable, "-B", str(TRIAL), str(BUILD), *words],
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertEqual(list(self.home.iterdir()), [])
        return run.stdout

    def check_picture(self, name, printed):
        picture = BUILD / name
        self.assertIn(str(picture), printed)
        self.assertEqual(picture.read_bytes()[:8], b"\x89PNG\r\n\x1a\n")
        picture.unlink()

    def test_window(self):
        printed = self.run_trial()
        self.assertIn("verdict   cancel", printed)
        self.assertIn("reason    declined", printed)
        self.assertIn("suffix-swap: army.ml, expected army.mil", printed)
        self.check_picture("heed-window.png", printed)

    def test_thunderbird(self):
        printed = self.run_trial("--thunderbird")
        self.assertIn("composer  open and usable", printed)
        self.assertIn("to Ann Lee <ann@army.ml>, cc bob@army.mil", printed)
        self.assertIn("sent      nothing", printed)
        self.check_picture("heed-thunderbird.png", printed)


if __name__ == "__main__":
    unittest.main(verbosity=2)
