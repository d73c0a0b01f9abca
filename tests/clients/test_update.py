# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A newer version of the extension waits for the messages that are being written."""

import json
import unittest
import zipfile

from deadline import wait_until
from thunderbird_case import BUILD, ThunderbirdCase

XPI = BUILD / "app/shims/thunderbird/heed-thunderbird.xpi"


class Update(ThunderbirdCase):
    def newer(self, version):
        """The extension as it is, under another version."""
        path = self.place.folder / f"heed-{version}.xpi"
        with zipfile.ZipFile(XPI) as old, zipfile.ZipFile(path, "w") as new:
            for name in old.namelist():
                content = old.read(name)
                if name == "manifest.json":
                    content = json.dumps({**json.loads(content), "version": version})
                new.writestr(name, content)
        return path

    def wait_for_version(self, version):
        wait_until(lambda: self.thunderbird.extension_version() == version, f"version {version}")

    def test_waits_for_a_message_that_waits_for_its_verdict(self):
        before = self.thunderbird.extension_version()
        composer = self.compose()
        composer.send()
        confirmation = self.confirmation()
        self.assertEqual(self.thunderbird.offer_update(self.newer("9.1")), "postponed")
        self.assertEqual(self.thunderbird.extension_version(), before)
        confirmation.dont_send()
        self.check_kept(composer)
        self.assertEqual(self.thunderbird.extension_version(), before)
        composer.discard()
        self.wait_for_version("9.1")
        # The newer one asks as the older did.
        again = self.compose()
        again.send()
        self.confirmation().dont_send()
        self.check_kept(again)

    def test_is_taken_at_once_when_nobody_writes(self):
        self.thunderbird.offer_update(self.newer("9.2"))
        self.wait_for_version("9.2")


if __name__ == "__main__":
    unittest.main(verbosity=2)
