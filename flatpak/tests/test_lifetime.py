# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Upgrade and removal."""

import os
import pathlib
import shutil
import unittest

from desktop import APP, Desktop

WORK = os.environ["HEED_FLATPAK_WORK"]


class Lifetime(unittest.TestCase):
    def setUp(self):
        self.desktop = Desktop(WORK)
        self.addCleanup(self.desktop.close)
        self.desktop.forget()

    def test_removal(self):
        """With the data deleted too, nothing is left of it; the runtime, which is not its own, stays."""
        self.desktop.call(f"{APP}1.Prepare")
        data = self.desktop.home / ".var" / "app" / APP
        self.assertTrue(data.is_dir())
        self.desktop.stop_app()
        self.desktop.flatpak("uninstall", "--user", "--noninteractive", "--delete-data", APP)
        self.addCleanup(self.desktop.flatpak, "install", "--user", "--noninteractive", "heed", APP)
        left = [path for path in pathlib.Path(os.environ["FLATPAK_USER_DIR"], "exports").rglob(f"*{APP}*")]
        self.assertEqual(left, [])
        self.assertFalse(data.exists())
        self.assertFalse(self.desktop.home.joinpath(".mozilla").exists())
