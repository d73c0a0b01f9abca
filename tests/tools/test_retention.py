# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is too old goes, as the policy and the person say: test_retention.py HEEDCTL HEED SCHEMAS

Nobody waits for days here: the records come from an import, which says when they are from.
"""

import json
import os
import signal
import subprocess
import sys
import time

from gi.repository import Gio, GLib

from history_case import NAME, HistoryCase

HEEDCTL, HEED, SCHEMAS = sys.argv[1:4]
DAY = 24 * 60 * 60
AGES = (0, 20, 40, 80, 200)  # days


START = int(time.time())


def correspondent(age):
    then = START - age * DAY - 60
    return {"mailbox": f"from-{age}@example.org", "count": 3, "first": then - 400 * DAY, "last": then, "days": 2}


def decision(age):
    then = (START - age * DAY - 60) * 1_000_000
    recipients = [f"from-{age}@example.org"]
    return {"time": then, "client": "test", "reason": "clear", "severity": "clear", "recipients": recipients, "kinds": []}


class Retention(HistoryCase):
    programs = HEEDCTL, HEED

    def setUp(self):
        super().setUp()
        self.policy = self.home / "policy.d"
        self.policy.mkdir()
        # Settings in a file: the way without the dconf daemon, as in a sandbox.
        settings = {"GSETTINGS_SCHEMA_DIR": SCHEMAS, "GSETTINGS_BACKEND": "keyfile"}
        self.bus.environment |= settings | {"HEED_POLICY_PATH": str(self.policy)}
        for name in (*settings, "HEED_POLICY_PATH"):
            self.bus.update_activation_environment(name)
        self.start_keyring()

    def import_all(self):
        path = self.home / "records.jsonl"
        records = [make(age) for age in AGES for make in (correspondent, decision)]
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        self.assertIn(f"{len(records)} of {len(records)}", self.run_heedctl("history", "import", str(path)))

    def ages(self):
        """The days that correspondents are from, and those that decisions are from."""
        records = self.listed("list")
        people = sorted(int(one["mailbox"].partition("@")[0].partition("-")[2]) for one in records if "mailbox" in one)
        return people, sorted(int((START - one["time"] / 1e6) / DAY) for one in records if "reason" in one)

    def wait_for(self, *ages):
        """Until nothing else is listed."""
        expected = list(ages)
        end = time.monotonic() + 20
        while self.ages() != (expected, expected):
            self.assertLess(time.monotonic(), end, self.ages())

    def write_policy(self, days):
        new = self.home / "new.json"
        new.write_text(json.dumps({"retention-days": days}), encoding="utf-8")
        new.rename(self.policy / "days.json")

    def set_days(self, days):
        command = ["gsettings", "set", NAME, "retention-days", str(days)]
        subprocess.run(command, env=self.bus.environment, check=True)

    def restart(self):
        """Ends the service as a session does; the next call starts it anew."""
        connection = Gio.DBusConnection.new_for_address_sync(
            self.bus.environment["DBUS_SESSION_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None,
        )
        bus = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        ask = lambda method: connection.call_sync(*bus, method, GLib.Variant("(s)", (NAME,)), None, 0, -1, None)
        os.kill(ask("GetConnectionUnixProcessID").unpack()[0], signal.SIGTERM)
        while ask("NameHasOwner").unpack()[0]:
            pass
        connection.close_sync(None)

    def test_policy(self):
        self.import_all()
        self.assertEqual(self.ages(), (list(AGES), list(AGES)))
        self.write_policy(100)
        self.wait_for(0, 20, 40, 80)
        self.write_policy(30)
        self.wait_for(0, 20)
        self.write_policy(3000)
        self.import_all()
        self.assertEqual(self.ages(), (list(AGES), list(AGES)))
        # What was too old before it started goes when the file opens.
        self.restart()
        self.write_policy(50)
        self.wait_for(0, 20, 40)

    def test_setting(self):
        self.import_all()
        self.set_days(60)
        self.wait_for(0, 20, 40)
        # A person may keep less than the policy lets them, and never more.
        self.write_policy(10)
        self.wait_for(0)
        self.import_all()
        self.set_days(5000)
        self.wait_for(0)
        self.import_all()
        self.write_policy(30)
        self.wait_for(0, 20)
        self.import_all()
        self.set_days(0)
        self.wait_for(0, 20)


if __name__ == "__main__":
    import unittest

    unittest.main(argv=sys.argv[:1])
