# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The policy extension: an administrator's counts, a person's own does not pass for it."""

import os
import pathlib
import shutil
import unittest

from desktop import APP, Desktop

WORK = os.environ["HEED_FLATPAK_WORK"]
MANAGED = pathlib.Path(os.environ["FLATPAK_SYSTEM_DIR"]).parent / "managed-system"
OWN = pathlib.Path(os.environ["FLATPAK_USER_DIR"]) / "extension"
TYPO = ("[('to', 'ann@army.ml')]", "{}")


class Policy(unittest.TestCase):
    def desktop(self, system=None):
        desktop = Desktop(WORK, system)
        self.addCleanup(desktop.close)
        desktop.forget()
        return desktop

    def review(self, desktop):
        managed = desktop.call("org.freedesktop.DBus.Properties.Get", f"{APP}1", "Managed")
        return managed, desktop.call(f"{APP}1.Analyze", *TYPO)

    def drop_own(self):
        folder = OWN / f"{APP}.Policy" / os.uname().machine / "stable" / "policy.d"
        folder.mkdir(parents=True)
        self.addCleanup(shutil.rmtree, OWN)
        (folder / "10-own.json").write_text('{"protected-domains": ["army.mil"]}', encoding="utf-8")

    def test_without(self):
        managed, answer = self.review(self.desktop())
        self.assertEqual(managed, "(<false>,)")
        self.assertNotIn("suffix-swap", answer)

    @unittest.skipUnless(MANAGED.is_dir() and MANAGED.stat().st_uid != os.getuid(), "needs a file of root")
    def test_administrators(self):
        desktop = self.desktop(MANAGED)
        self.assertIn("10-example.json", desktop.inside("ls /app/extensions/policy/policy.d"))
        desktop.inside("touch /app/extensions/policy/x 2>/dev/null && echo written", check=False)
        self.assertEqual(desktop.inside("touch /app/extensions/policy/x 2>/dev/null || echo refused"), "refused")
        managed, answer = self.review(desktop)
        self.assertEqual(managed, "(<true>,)")
        self.assertIn("'suffix-swap'", answer)
        self.assertIn("'protected'", answer)

    def test_own_is_not_the_administrators(self):
        self.drop_own()
        desktop = self.desktop()
        self.assertIn("10-own.json", desktop.inside("ls /app/extensions/policy/policy.d"), "it is mounted all the same")
        managed, _ = self.review(desktop)
        self.assertEqual(managed, "(<false>,)")
