# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The add-on linter (web-ext lint) finds no error in the extension, and would find one.

It knows Firefox and not Thunderbird: what it warns of in every mail extension is named here, and
anything else fails.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

XPI = pathlib.Path(os.environ["HEED_BUILD"], "app/shims/thunderbird/heed-thunderbird.xpi")
WEB_EXT = pathlib.Path(__file__).parents[1] / "node_modules" / ".bin" / "web-ext"
SKIPPED = 77  # Meson's status for a test that can't run

# Permissions and functions that only Thunderbird has, and a key of Firefox's own add-on site.
EXPECTED = {
    "MANIFEST_OPTIONAL_PERMISSIONS",
    "MANIFEST_PERMISSIONS",
    "MISSING_DATA_COLLECTION_PERMISSIONS",
    "UNSUPPORTED_API",
}


class AddOnLinter(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.source = pathlib.Path(folder.name, "source")
        with zipfile.ZipFile(XPI) as archive:
            archive.extractall(self.source)
        self.environment = dict(os.environ, HOME=folder.name, NO_UPDATE_NOTIFIER="1")

    def lint(self):
        command = [str(WEB_EXT), "lint", "--no-config-discovery", "--output", "json"]
        run = subprocess.run(
            [*command, "--source-dir", str(self.source)],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        return run.returncode, json.loads(run.stdout)

    def test_no_errors(self):
        status, found = self.lint()
        self.assertEqual(found["errors"], [])
        self.assertEqual(status, 0)
        unexpected = [w for w in found["warnings"] if w["code"] not in EXPECTED]
        self.assertEqual(unexpected + found["notices"], [])

    def test_a_mistake_is_found(self):
        gate = self.source / "gate.js"
        gate.write_text(gate.read_text(encoding="utf-8") + "\nif (", encoding="utf-8")
        status, found = self.lint()
        self.assertEqual([error["code"] for error in found["errors"]], ["JS_SYNTAX_ERROR"])
        self.assertNotEqual(status, 0)


if __name__ == "__main__":
    if not WEB_EXT.exists():
        print("web-ext is not there: npm install --prefix tests, or sh tests/run.sh")
        sys.exit(SKIPPED)
    unittest.main(verbosity=2)
