# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notifications come only when the person must know, and go when all is well.

A recorder stands in for the desktop's notification daemon, since no desktop runs here.
"""

import unittest

from gi.repository import Gio, GLib

from app_case import AppCase
from deadline import stays_false, wait_until

INTERFACE = """<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>"""


class Recorder:
    """What notifications are on the screen, as (title, body) by number."""

    def __init__(self, address):
        flags = Gio.DBusConnectionFlags
        self.shown = {}
        self._bus = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None
        )
        self._bus.set_exit_on_close(False)
        interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        self._bus.register_object("/org/freedesktop/Notifications", interface, self._called, None, None)
        Gio.bus_own_name_on_connection(self._bus, "org.freedesktop.Notifications", 0, None, None)

    def _called(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if method == "Notify":
            number = arguments[1] or len(self.shown) + 1
            self.shown[number] = (arguments[3], arguments[4])
            invocation.return_value(GLib.Variant("(u)", (number,)))
        else:
            self.shown.pop(arguments[0], None)
            invocation.return_value(None)

    def look(self):
        while GLib.MainContext.default().iteration(False):
            pass
        return list(self.shown.values())


class Notifications(AppCase):
    keyring = False

    @classmethod
    def prepare(cls):
        cls.recorder = Recorder(cls.place.bus.address)

    def broken(self):
        return self.home / "policy.d" / "broken.json"

    def test_a_broken_policy_is_told_and_taken_back(self):
        self.broken().write_text('{"mode": 7}')
        shown = wait_until(self.recorder.look, "the notification")
        self.assertEqual(shown[0][0], "Something needs attention")
        self.assertIn("A policy file has a fault.", shown[0][1])
        self.assertIn("broken.json", shown[0][1])
        self.broken().unlink()
        wait_until(lambda: not self.recorder.look(), "the notification to go away")

    def test_a_locked_keyring_is_none(self):
        self.assertRegex(self.heedctl("status"), "history +memory")
        stays_false(self.recorder.look, "a notification", 1)


if __name__ == "__main__":
    unittest.main(verbosity=2)
