# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the main window share: the real program, with a real keyring and a filled history."""

import json
import os
import pathlib
import re
import subprocess
import time
import unittest

from caller import Caller
from deadline import wait_until
from place import Place

BUILD = pathlib.Path(os.environ["HEED_BUILD"])
HEED = BUILD / "app" / "ui" / "heed"
HEEDCTL = BUILD / "app" / "tools" / "heedctl"
BRIDGE = BUILD / "app" / "tools" / "heed-bridge"
DAY = 24 * 60 * 60
EXTENSION = "heed@heedmail.github.io"
HOST = "io.github.heedmail.heed"


def person(mailbox, count=1, name="", days_ago=1):
    """A correspondent as `heedctl history import` takes it."""
    when = int(time.time()) - days_ago * DAY
    return {"mailbox": mailbox, "name": name, "count": count, "first": when, "last": when, "days": 1, "trusted": False}


def decision(reason, *recipients, kinds=("suffix-swap",), severity="danger", client="Thunderbird/140.0", days_ago=0):
    """A past decision as `heedctl history import` takes it; each is of another microsecond."""
    when = time.time_ns() // 1000 - days_ago * DAY * 1000000
    return {
        "time": when,
        "client": client,
        "reason": reason,
        "severity": severity,
        "recipients": list(recipients),
        "kinds": list(kinds),
    }


class AppCase(unittest.TestCase):
    """The service runs in `place`; show() opens the main window, past the welcome unless told otherwise."""

    variables = {}
    policy = {}
    welcomed = True
    keyring = True

    @classmethod
    def setUpClass(cls):
        cls.place = Place(BUILD, **({"LANG": "C.UTF-8"} | cls.variables))
        cls.addClassCleanup(cls.place.close)
        cls.home = cls.place.folder
        cls.place.write_policy(**cls.policy)
        if cls.welcomed:
            mark = cls.home / "data" / "heed" / "welcomed"
            mark.parent.mkdir(parents=True)
            mark.touch()
        if cls.keyring:
            cls.start_keyring()
        cls.prepare()
        cls.caller = Caller(cls.place.bus.address)
        cls.caller.call("Prepare")
        if cls.keyring:
            wait_until(lambda: "ready" in cls.heedctl("status"), "the history to be ready")
        cls.fill()

    @classmethod
    def prepare(cls):
        """What has to be there before Heed starts."""

    @classmethod
    def fill(cls):
        """What the history is to hold."""

    @classmethod
    def start_keyring(cls):
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock"]
        daemon = subprocess.Popen(
            command, env=cls.place.environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=cls.place.log
        )
        cls.addClassCleanup(daemon.wait)
        cls.addClassCleanup(daemon.kill)
        daemon.stdin.write(b"secret")
        daemon.stdin.close()
        wait_until(lambda: cls.place.bus.service_pid("org.freedesktop.secrets"), "the keyring")

    @classmethod
    def heedctl(cls, *words):
        ran = subprocess.run(
            [HEEDCTL, *words],
            env={**cls.place.environment, "LANGUAGE": "en"},
            capture_output=True,
            text=True,
            timeout=60,
        )
        return ran.stdout + ran.stderr

    @classmethod
    def import_records(cls, *records):
        path = cls.home / "records.jsonl"
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        taken = cls.heedctl("history", "import", str(path))
        assert f"{len(records)} of {len(records)}" in taken, taken

    def setUp(self):
        self._printed = len(self.place.printed())
        self.addCleanup(self.check_quiet)

    def check_quiet(self):
        """GTK and GLib say what goes wrong in a program on its standard error."""
        printed = self.place.printed()[self._printed :]
        complaint = r"(Gtk|Gdk|Adwaita|GLib|Pango)\S*-(WARNING|CRITICAL)"
        self.assertIsNone(re.search(complaint, printed), printed)

    def show(self):
        """Opens the main window as a person does, and returns it as a screen reader finds it."""
        ran = subprocess.run([HEED], env=self.place.environment, check=True, timeout=20, stderr=subprocess.PIPE, text=True)
        self.assertEqual(ran.stderr, "", "from the program that only asks the service to show itself")
        window = self.place.reader.wait_for_window("^Heed$")
        self.addCleanup(self.close)
        return window

    def close(self):
        if self.place.screen.windows("^Heed$"):
            self.press("ctrl+w")
            self.place.reader.wait_until_gone("^Heed$")

    def number(self, title="^Heed$"):
        return self.place.screen.wait_for_window(title)

    def press(self, *keys, title="^Heed$"):
        self.place.screen.press(self.number(title), *keys)

    def type(self, text, title="^Heed$"):
        self.place.screen.type(self.number(title), text)

    def picture(self, name, title="^Heed$"):
        """Saves a window under build/tests/pictures/app."""
        folder = BUILD / "tests" / "pictures" / "app"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.png"
        self.place.screen.picture(str(path), self.number(title))
        return path

    def wait_for_text(self, window, *words):
        """Waits until the window says all of the words."""
        wait_until(lambda: all(word in window.text() for word in words), f"{words} in {window.name!r}")

    def focused(self, window):
        return next((part for part in window.parts() if part.is_focused()), None)

    def tab_to(self, window, role, name, title="^Heed$"):
        """Presses Tab until the keyboard is at that part."""
        seen = []
        for _ in range(40):
            part = self.focused(window)
            if part and part.role == role and re.search(name, part.name):
                return part
            before = part and (part.role, part.name, part.description)
            seen.append(before)
            self.press("Tab", title=title)
            wait_until(
                lambda: (now := self.focused(window)) and (now.role, now.name, now.description) != before,
                f"the focus to move from {before}",
            )
        raise AssertionError(f"{role} {name!r} can't be reached with Tab: {seen}")
