# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The policy extension: an administrator's counts, a person's own does not pass for it."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from desktop import APP, Desktop

WORK = os.environ["HEED_FLATPAK_WORK"]
MANAGED = pathlib.Path(os.environ["FLATPAK_SYSTEM_DIR"]).parent / "managed-system"
SIGNED = MANAGED.with_name("signed-system")
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

    def add_remote(self, desktop, key):
        """Adds the repository of the policy for this person alone, with what says who may have signed it."""
        self.addCleanup(desktop.flatpak, "remote-delete", "--user", "--force", "policies", check=False)
        return desktop.flatpak("remote-add", "--user", f"--gpg-import={key}", "policies", f"{WORK}/policies", check=False)

    def install_own(self, desktop):
        policy = f"runtime/{APP}.Policy//stable"
        self.addCleanup(desktop.flatpak, "uninstall", "--user", "--noninteractive", policy, check=False)
        return desktop.flatpak("install", "--user", "--noninteractive", "policies", policy, check=False)

    def make_strangers_key(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        gpg = ["gpg", "--quiet", "--batch", "--homedir", folder.name]
        subprocess.run([*gpg, "--passphrase", "", "--quick-generate-key", "Mallory", "ed25519", "sign", "never"],
                       check=True, capture_output=True)
        self.addCleanup(subprocess.run, ["gpgconf", "--homedir", folder.name, "--kill", "all"], check=True)
        key = pathlib.Path(folder.name, "key.gpg")
        key.write_bytes(subprocess.run([*gpg, "--export"], check=True, capture_output=True).stdout)
        return key

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

    @unittest.skipUnless(SIGNED.is_dir() and SIGNED.stat().st_uid != os.getuid(), "needs root to have installed it")
    def test_signed(self):
        """Built from policy-example, signed, and installed for the system by root from IT's own repository."""
        desktop = self.desktop(SIGNED)
        self.assertIn(f"{APP}.Policy", desktop.flatpak("list", "--system", "--runtime", "--columns=application").stdout)
        self.assertEqual(desktop.inside("touch /app/extensions/policy/x 2>/dev/null || echo refused"), "refused")
        managed, answer = self.review(desktop)
        self.assertEqual(managed, "(<true>,)")
        self.assertIn("'suffix-swap'", answer)
        self.assertIn("'protected'", answer)

    def test_signed_by_another(self):
        desktop = self.desktop()
        done = self.add_remote(desktop, self.make_strangers_key())
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("Can't check signature: public key not found", done.stderr)
        self.assertNotEqual(self.install_own(desktop).returncode, 0)

    def test_signed_but_own(self):
        """The very extension, installed by the person, is the person's; it does not stand in for the administrator's."""
        desktop = self.desktop()
        self.assertEqual(self.add_remote(desktop, f"{WORK}/key.gpg").returncode, 0)
        done = self.install_own(desktop)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("10-example.json", desktop.inside("ls /app/extensions/policy/policy.d"))
        managed, _ = self.review(desktop)
        self.assertEqual(managed, "(<false>,)")

    def test_own_link_is_not_the_administrators(self):
        """Not by a link to root's folder either: what flatpak mounts is then root's, and says so."""
        own = OWN / f"{APP}.Policy" / os.uname().machine / "stable"
        own.mkdir(parents=True)
        self.addCleanup(shutil.rmtree, OWN)
        (own / "policy.d").symlink_to("/usr/share")
        managed, _ = self.review(self.desktop())
        self.assertEqual(managed, "(<false>,)")

    def test_own_is_not_the_administrators(self):
        self.drop_own()
        desktop = self.desktop()
        self.assertIn("10-own.json", desktop.inside("ls /app/extensions/policy/policy.d"), "it is mounted all the same")
        managed, _ = self.review(desktop)
        self.assertEqual(managed, "(<false>,)")
