# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian package: built from data/debian, looked at by lintian, and run as it would be installed.

usage: test_debian.py SOURCE
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(sys.argv[1])
NAME = "io.github.heedmail.Heed"
# Lays the package over /usr for one program and its children; nothing of the machine is changed.
INSTALLED = 'mount -t overlay overlay -o "lowerdir=$1/usr:/usr" /usr; shift; exec "$@"'
NAMESPACE = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]


class DebianPackage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="heed-package-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        source = cls.folder / "heed"
        ignored = shutil.ignore_patterns("build*", ".git", "node_modules", "__pycache__")
        shutil.copytree(SOURCE, source, ignore=ignored, symlinks=True)
        shutil.copytree(source / "data" / "debian", source / "debian")
        environment = dict(os.environ, DEB_BUILD_OPTIONS="nocheck noautodbgsym")
        if os.path.isdir("/usr/lib/ccache"):
            environment["PATH"] = "/usr/lib/ccache:" + environment["PATH"]
        for name in ("DESTDIR", "MESONINTROSPECT", "MAKEFLAGS"):
            environment.pop(name, None)
        built = subprocess.run(["dpkg-buildpackage", "--build=binary", "--no-sign"], cwd=source, env=environment,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if built.returncode != 0:
            raise AssertionError(built.stdout[-4000:])
        (cls.changes,) = cls.folder.glob("heed_*.changes")
        (package,) = cls.folder.glob("heed_*.deb")
        cls.root = cls.folder / "root"
        subprocess.run(["dpkg-deb", "--extract", package, cls.root], check=True)

    def run_installed(self, *command):
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": str(home)}
        return subprocess.run([*NAMESPACE, "sh", "-ec", INSTALLED, "sh", str(self.root), *command], env=environment,
                              capture_output=True, text=True, timeout=120)

    def test_lintian(self):
        done = subprocess.run(["lintian", "--no-cfg", "--allow-root", "--fail-on", "error", self.changes],
                              capture_output=True, text=True, timeout=300)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_nothing_but_usr(self):
        self.assertEqual([path.name for path in self.root.iterdir()], ["usr"])
        self.assertFalse((self.root / "usr" / "local").exists())

    def test_bus_starts_it(self):
        """A plain call on a bus that reads /usr/share/dbus-1 is enough; a policy in share is in effect."""
        if subprocess.run([*NAMESPACE, "true"], capture_output=True).returncode != 0:
            self.skipTest("nobody may make a mount namespace here")
        policies = self.root / "usr" / "share" / "heed" / "policy.d"
        policies.mkdir()
        self.addCleanup(shutil.rmtree, policies)
        (policies / "10-test.json").write_text('{"protected-domains": ["army.mil"]}', encoding="utf-8")
        call = ["gdbus", "call", "--session", "--dest", NAME, "--object-path", "/io/github/heedmail/Heed"]
        call += ["--method", f"{NAME}1.Analyze", "[('to', 'ann@army.ml')]", "{}"]
        done = self.run_installed("dbus-run-session", "--", *call)
        self.assertIn("'suffix-swap'", done.stdout, done.stderr)

    def test_bridge_is_where_the_manifest_says(self):
        path = f"usr/lib/mozilla/native-messaging-hosts/{NAME.lower()}.json"
        program = json.loads((self.root / path).read_text(encoding="utf-8"))["path"]
        self.assertTrue(os.access(self.root / program.lstrip("/"), os.X_OK))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
