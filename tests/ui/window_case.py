# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of Heed's windows share: the real program on a bus and a screen of its own.

Its person has written to army.mil many times. The policy protects army.mil, so that what one case sends
anyway changes nothing for the next.
"""

import hashlib
import os
import pathlib
import re
import unittest

from caller import Caller
from confirmation import Confirmation
from place import Place

BUILD = pathlib.Path(os.environ["HEED_BUILD"])
HEADING = r"^army\.ml is not army\.mil$"
KNOWN = "Ann Lee <ann@army.mil>"
SLIP = "Ann Lee <ann@army.ml>"
TIMES = 214
POLICY = {"protected-domains": ["army.mil"]}


def strangers(n, seed=""):
    """Recipients at domains that nobody wrote to and that are not alike."""
    names = (hashlib.sha256(f"{seed}{i}".encode()).hexdigest()[:16] for i in range(n))
    return [("to", f"person{i}@{name}.org") for i, name in enumerate(names)]


class WindowCase(unittest.TestCase):
    """`place` and `caller` are up; what the program complains about fails the case that made it."""

    variables = {}
    policy = POLICY
    text_scale = 1
    make_place = Place

    @classmethod
    def setUpClass(cls):
        cls.place = cls.make_place(BUILD, LANG="C.UTF-8", **cls.variables)
        cls.addClassCleanup(cls.place.close)
        cls.place.write_policy(**cls.policy)
        cls.place.screen.scale_text(cls.text_scale)
        cls.caller = Caller(cls.place.bus.address)
        cls.caller.teach(KNOWN, TIMES)

    def setUp(self):
        self._printed = len(self.place.printed())
        self.addCleanup(self.check_quiet)
        self.addCleanup(self.place.reader.wait_until_gone, "is not")

    def check_quiet(self):
        """GTK and GLib say what goes wrong in a program on its standard error."""
        printed = self.place.printed()[self._printed :]
        complaint = r"(Gtk|Gdk|Adwaita|GLib|Pango)\S*-(WARNING|CRITICAL)"
        self.assertIsNone(re.search(complaint, printed), printed)

    def ask(self, *recipients, caller=None, heading=HEADING, **options):
        """Asks about recipients and waits for the window: returns (call, window)."""
        options.setdefault("can_correct", True)
        call = (caller or self.caller).confirm_send(list(recipients) or [("to", SLIP)], **options)
        window = self.confirmation(heading)
        self.addCleanup(self._close, window)
        return call, window

    def _close(self, window):
        """A case that fails must not leave its window to the next."""
        if window.is_there():
            window.dont_send()

    def confirmation(self, heading=HEADING):
        return Confirmation(self.place.reader, self.place.screen, heading)

    def picture(self, name, window=None):
        """Saves the screen, or a window, under build/tests/pictures."""
        folder = BUILD / "tests" / "pictures" / "windows"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.png"
        if window is None:
            self.place.screen.picture(str(path))
        else:
            window.picture(str(path))
        return path

    def check_cancelled(self, call, reason="declined"):
        verdict, details = call.wait()
        self.assertEqual((verdict, details["reason"]), ("cancel", reason))
        self.assertNotIn("recipients", details)
        return details

    def check_allowed(self, call, reason):
        verdict, details = call.wait()
        self.assertEqual((verdict, details["reason"]), ("allow", reason))
        return details
