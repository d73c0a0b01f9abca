# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window that asks whether a mail program may teach."""

import unittest

from gi.repository import GLib

from caller import Caller
from window_case import WindowCase

LEARNING = "(?i)learn|remember|addresses|allow"


class OtherWindows(WindowCase):
    def learn(self):
        mailboxes = [("eve@navy.example", 9), ("bob@navy.example", 5)]
        # It is asked about once for each connection.
        caller = Caller(self.place.bus.address)
        call = caller.start("LearnRecipients", "(a(su)a{sv})", mailboxes, {})
        return call, self.place.reader.wait_for_window(LEARNING)

    def test_learning_is_asked_about_and_refused(self):
        call, window = self.learn()
        self.picture("learning")
        window.find("push button", "^Don’t allow$").press()
        with self.assertRaisesRegex(GLib.Error, "NotAllowed"):
            call.wait()

    def test_learning_is_allowed(self):
        call, window = self.learn()
        window.find("push button", "^Allow$").press()
        self.assertEqual(call.wait(), (2,))


if __name__ == "__main__":
    unittest.main(verbosity=2)
