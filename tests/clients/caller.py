# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that calls Heed's D-Bus interface, as a mail program would."""

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

from bus import NAME  # noqa: E402

INTERFACE = NAME + "1"
OBJECT = "/" + NAME.replace(".", "/")
FOREVER = 2**31 - 1  # G_MAXINT, no timeout: the call lasts as long as the person thinks
SIGNATURES = {
    "attachments": "a(st)",
    "can-correct": "b",
    "lists": "as",
    "thread": "as",
    "timeout": "u",
}


class Call:
    """A method call that is under way."""

    def __init__(self):
        self.answer = None
        self.error = None

    @property
    def is_over(self):
        """Whether the answer is there, as far as it has arrived by now."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self._has_answer()

    def _has_answer(self):
        return self.answer is not None or self.error is not None

    def wait(self, seconds=20):
        """Returns the results; raises the D-Bus error if that is the answer."""
        timed_out = []
        timer = GLib.timeout_add(int(seconds * 1000), lambda: timed_out.append(True) or True)
        while not self._has_answer() and not timed_out:
            GLib.MainContext.default().iteration(True)
        GLib.source_remove(timer)
        if self.error is not None:
            raise self.error
        if self.answer is None:
            raise AssertionError(f"Heed did not answer in {seconds} s")
        return self.answer


class Caller:
    """One connection to the bus."""

    def __init__(self, address):
        flags = Gio.DBusConnectionFlags
        self._connection = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None
        )
        # A bus that ends must not take the test with it.
        self._connection.set_exit_on_close(False)

    def confirm_send(self, recipients, **options):
        """Asks about [(role, mailbox)] and returns the Call. Underscores stand for hyphens."""
        return self.start("ConfirmSend", "(a(ss)a{sv})", recipients, _variants(options))

    def start(self, method, signature="()", *arguments):
        """Calls a method and returns the Call."""
        call = Call()

        def take_answer(connection, result):
            try:
                call.answer = connection.call_finish(result).unpack()
            except GLib.Error as error:
                call.error = error

        variant = GLib.Variant(signature, arguments)
        self._connection.call(
            NAME, OBJECT, INTERFACE, method, variant, None, 0, FOREVER, None, take_answer
        )
        self._connection.flush_sync(None)
        return call

    def call(self, method, signature="()", *arguments):
        """Calls another method and returns its results."""
        variant = GLib.Variant(signature, arguments)
        return self._connection.call_sync(
            NAME, OBJECT, INTERFACE, method, variant, None, 0, 20000, None
        ).unpack()

    def teach(self, mailbox, times):
        """Sends to an address until it is well known; each time without a window."""
        for _ in range(times):
            verdict, _ = self.confirm_send([("to", mailbox)], client="teacher").wait()
            if verdict != "allow":
                raise AssertionError(f"a message to {mailbox} was not allowed: {verdict}")

    def vanish(self):
        """Leaves the bus, whatever is under way."""
        self._connection.close_sync(None)


def _variants(options):
    variants = {}
    for name, value in options.items():
        name = name.replace("_", "-")
        variants[name] = GLib.Variant(SIGNATURES.get(name, "s"), value)
    return variants
