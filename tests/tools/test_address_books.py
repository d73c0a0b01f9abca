# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""heedctl and a real Evolution Data Server, with a real keyring: test_address_books.py HEEDCTL HEED"""

import pathlib
import shutil
import sys
import unittest

from gi.repository import Gio, GLib

from history_case import HistoryCase

HEEDCTL, HEED = sys.argv[1:3]
SERVER = "org.gnome.evolution.dataserver"
PATH = "/org/gnome/evolution/dataserver"
SERVICES = pathlib.Path("/usr/share/dbus-1/services")


def card(name, *addresses):
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *[f"EMAIL:{one}" for one in addresses], "END:VCARD"]
    return "\r\n".join(lines)


class AddressBooks(HistoryCase):
    programs = HEEDCTL, HEED

    def setUp(self):
        super().setUp()
        self.bus.environment["GSETTINGS_BACKEND"] = "memory"
        self.bus.update_activation_environment("GSETTINGS_BACKEND")
        self.start_keyring()

    def offer_server(self):
        """The bus starts it when somebody asks for it."""
        for service in SERVICES.glob(f"{SERVER}.*.service"):
            shutil.copy(service, self.services)
        self.connection = Gio.DBusConnection.new_for_address_sync(
            self.bus.environment["DBUS_SESSION_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None,
        )
        self.addCleanup(self.connection.close_sync, None)
        bus = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        self.call(*bus, "ReloadConfig")
        names = self.call(*bus, "ListActivatableNames")[0]
        self.factory = next(name for name in names if name.startswith(f"{SERVER}.AddressBook"))

    def call(self, *words):
        *where, arguments = words if isinstance(words[-1], GLib.Variant) else (*words, None)
        return self.connection.call_sync(*where, arguments, None, 0, 30_000, None).unpack()

    def add_contacts(self, *cards):
        """Into the book that everybody has."""
        opened = GLib.Variant("(s)", ("system-address-book",))
        factory = (self.factory, f"{PATH}/AddressBookFactory", f"{SERVER}.AddressBookFactory")
        path, name = self.call(*factory, "OpenAddressBook", opened)
        book = (name, path, f"{SERVER}.AddressBook")
        self.call(*book, "Open")
        self.call(*book, "CreateContacts", GLib.Variant("(asu)", (list(cards), 0)))

    def test_imported(self):
        self.offer_server()
        self.assertIn("Nobody", self.run_heedctl("history", "import", "--address-books"))
        self.add_contacts(
            card("Ann Lee", "ann@army.mil", "ann@home.example"), card("Bob"), card("Ève", "eve@example.org")
        )
        for _ in range(2):
            self.assertIn("3 of 3", self.run_heedctl("history", "import", "--address-books"))
            people = {one["mailbox"]: (one["name"], one["count"]) for one in self.listed("list")}
            self.assertEqual(
                people,
                {"ann@army.mil": ("Ann Lee", 1), "ann@home.example": ("Ann Lee", 1), "eve@example.org": ("Ève", 1)},
            )

    def test_not_there(self):
        said = self.run_heedctl("history", "import", "--address-books", code=2)
        self.assertIn("Evolution Data Server", said)
        self.run_heedctl("history", "list", "--address-books", code=2)
        self.run_heedctl("history", "import", code=2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
