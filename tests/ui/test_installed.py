# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `meson install` puts into a prefix works from there: bus, window, bridge, language, desktop files."""

import fcntl
import json
import os
import pathlib
import struct
import subprocess
import unittest

from bus import NAME
from caller import Caller
from confirmation import Confirmation
from deadline import wait_until
from place import Place

BUILD = pathlib.Path(os.environ["HEED_BUILD"])
SOURCE = pathlib.Path(__file__).parents[2]
FOLDER = BUILD / "tests" / "installed"
PREFIX = FOLDER / "prefix"
HOST = NAME.lower()


def run(*command, **options):
    return subprocess.run(
        [str(word) for word in command],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        **options,
    ).stdout


def install():
    """Builds for the prefix what is installed, and no tests; quick when little has changed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    # Two tests use the prefix, perhaps at once.
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _install(FOLDER / "build")


def _install(build):
    if not (build / "build.ninja").exists():
        run("meson", "setup", build, SOURCE, f"--prefix={PREFIX}", "-Doptimization=0", "-Ddebug=false")
    # What is to be installed is known only once the build is up to date with its description.
    run("ninja", "-C", build, "build.ninja")
    installed = json.loads(run("meson", "introspect", "--installed", build))
    # What exists already was written by Meson itself, and ninja knows nothing of it.
    known = set(run("ninja", "-C", build, "-t", "targets", "all").decode().split())
    built = {os.path.relpath(path, build) for path in installed if path.startswith(str(build))}
    run("ninja", "-C", build, *sorted(path for path in built if f"{path}:" in known))
    run("meson", "install", "-C", build, "--no-rebuild", "--quiet")


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        install()
        policies = PREFIX / "share" / "heed" / "policy.d"
        policies.mkdir(parents=True, exist_ok=True)
        (policies / "test.json").write_text(
            '{"protected-domains": ["navy.example"], "organisation": {"name": "Navy"},'
            ' "countdown": 5, "locked": ["countdown"]}'
        )
        cls.place = Place(BUILD, LANG="C.UTF-8", LANGUAGE="de")
        cls.addClassCleanup(cls.place.close)
        cls.place.environment.pop("HEED_POLICY_PATH")
        cls.place.bus.offer_file(PREFIX / "share" / "dbus-1" / "services" / f"{NAME}.service")

    def test_the_bus_starts_it_and_it_speaks_the_language(self):
        call = Caller(self.place.bus.address).confirm_send([("to", "ann@navi.example")])
        window = Confirmation(self.place.reader, self.place.screen, "^navi.example ist nicht navy.example$")
        program = os.readlink(f"/proc/{self.place.bus.service_pid()}/exe")
        self.assertEqual(program, str(PREFIX / "bin" / "heed"))
        window.button("^Nicht senden$").press()
        self.assertEqual(call.wait()[0], "cancel")

    def test_plurals_are_in_the_language(self):
        mailboxes = [("eve@example.org", 9), ("bob@example.org", 5)]
        call = Caller(self.place.bus.address).start("LearnRecipients", "(a(su)a{sv})", mailboxes, {})
        window = self.place.reader.wait_for_window("Heed 2 Adressen beibringen")
        window.find("push button", "^Erlauben$").press()
        self.assertEqual(call.wait(), (2,))

    def test_the_window_says_who_locked_a_preference(self):
        subprocess.run([PREFIX / "bin" / "heed"], env=self.place.environment, check=True, timeout=20)
        window = self.place.reader.wait_for_window("^Heed$")
        number = self.place.screen.wait_for_window("^Heed$")
        window.find("push button", "^Überspringen$").press()
        wait_until(lambda: "Mailprogramme" in window.text(), "the overview")
        self.place.screen.press(number, "alt+4")
        wait_until(lambda: "Gesperrt von Navy" in window.text(), "the lock")
        locked, free = (window.find("spin button", name) for name in ("^Sekunden", "^Fremde"))
        self.assertFalse(locked.is_enabled())
        self.assertTrue(free.is_enabled())
        self.place.screen.press(number, "ctrl+w")
        self.place.reader.wait_until_gone("^Heed$")

    def test_the_bridge_reaches_it(self):
        manifest = json.loads(
            (PREFIX / "lib" / "mozilla" / "native-messaging-hosts" / f"{HOST}.json").read_text()
        )
        self.assertEqual(manifest["path"], str(PREFIX / "bin" / "heed-bridge"))
        hello = {"id": 1, "type": "hello", "client": "test", "shim": "0", "protocol": 1}
        request = json.dumps(hello).encode()
        # The bridge ends with its client: its standard input stays open until the answer is there.
        with subprocess.Popen(
            [manifest["path"], "manifest", manifest["allowed_extensions"][0]],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=self.place.environment,
        ) as bridge:
            bridge.stdin.write(struct.pack("=I", len(request)) + request)
            bridge.stdin.flush()
            length = struct.unpack("=I", bridge.stdout.read(4))[0]
            reply = json.loads(bridge.stdout.read(length))
        self.assertEqual(bridge.returncode, 0)
        self.assertEqual(reply["type"], "reply")
        self.assertEqual(reply["service"]["version"], 1)

    def test_the_desktop_finds_what_it_needs(self):
        share = PREFIX / "share"
        run("desktop-file-validate", share / "applications" / f"{NAME}.desktop")
        run("appstreamcli", "validate", "--no-net", share / "metainfo" / f"{NAME}.metainfo.xml")
        icons = share / "icons" / "hicolor"
        for icon in (f"scalable/apps/{NAME}.svg", f"symbolic/apps/{NAME}-symbolic.svg"):
            run("xmllint", "--noout", icons / icon)
        run("xmllint", "--noout", share / "dbus-1" / "interfaces" / f"{NAME}1.xml")

    def test_the_command_line_works(self):
        self.assertTrue(run(PREFIX / "bin" / "heed", "--version").startswith(b"heed "))
        known = pathlib.Path(self.place.folder, "known")
        known.write_text("army.mil\t214\n")
        check = subprocess.run(
            [PREFIX / "bin" / "heedctl", "check", "--known", known, "ann@army.ml"],
            env=dict(self.place.environment, LANGUAGE="en"),
            capture_output=True,
            text=True,
        )
        self.assertEqual(check.returncode, 1, check.stderr)
        self.assertIn("army.mil", check.stdout)

    def test_the_extension_is_there(self):
        xpi = PREFIX / "share" / "heed" / "shims" / "heed-thunderbird.xpi"
        self.assertEqual(xpi.read_bytes()[:2], b"PK")


if __name__ == "__main__":
    unittest.main(verbosity=2)
