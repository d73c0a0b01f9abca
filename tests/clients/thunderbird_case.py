# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests with a real Thunderbird share: one Thunderbird and one Heed for all cases of a class.

Sam, whose Thunderbird it is, has written to army.mil many times and never to army.ml. The policy
protects army.mil, so that one message sent anyway changes nothing for the next case.
"""

import contextlib
import os
import pathlib
import unittest

from caller import Caller
from confirmation import Confirmation
from deadline import wait_until
from mail_sink import MailSink
from place import Place
from throwaway_profile import write_host_manifest
from thunderbird import Thunderbird

BUILD = pathlib.Path(os.environ["HEED_BUILD"])
HEADING = r"^army\.ml is not army\.mil$"
KNOWN = "ann@army.mil"
SLIP = "ann@army.ml"
TIMES = 214
BODY = "See you at nine."


class ThunderbirdCase(unittest.TestCase):
    """`place`, `sink` and `thunderbird` are up; each case leaves no compose window behind."""

    policy = {"protected_domains": ["army.mil"]}
    times = TIMES

    @classmethod
    def setUpClass(cls):
        stack = contextlib.ExitStack()
        cls.addClassCleanup(stack.close)
        # Without the last, Thunderbird keeps its own windows from the accessibility bus.
        cls.place = stack.enter_context(Place(BUILD, LANG="C.UTF-8", GNOME_ACCESSIBILITY="1"))
        cls.place.write_policy(**cls.policy)
        cls.sink = MailSink()
        stack.callback(cls.sink.close)
        cls.manifest = pathlib.Path(
            write_host_manifest(str(cls.place.folder), str(BUILD / "app/tools/heed-bridge"))
        )
        Caller(cls.place.bus.address).teach(KNOWN, cls.times)
        cls.thunderbird = Thunderbird(
            str(cls.place.folder),
            cls.place.environment,
            cls.sink.port,
            str(BUILD / "app/shims/thunderbird/heed-thunderbird.xpi"),
            cls.place.log,
        )
        stack.callback(cls.thunderbird.close)

    def setUp(self):
        self.subject = self.id().split(".")[-1]
        self._pictures = 0
        self._composers = []
        self.addCleanup(self._close_composers)

    def run(self, result=None):
        failed, printed = _count_failures(result), len(self.place.printed())
        super().run(result)
        if _count_failures(result) > failed:
            print(f"{self.id()}: the place printed\n{self.place.printed()[printed:]}")
            print("\n".join(self.thunderbird.console()[-20:]), flush=True)

    def _close_composers(self):
        self.picture("end")
        for composer in self._composers:
            composer.discard()
        self.place.reader.wait_until_gone("^Write: ")

    def picture(self, step):
        """Saves the screen under build/tests/pictures."""
        self._pictures += 1
        folder = BUILD / "tests" / "pictures" / "thunderbird"
        folder.mkdir(parents=True, exist_ok=True)
        self.place.screen.picture(str(folder / f"{self.subject}-{self._pictures}-{step}.png"))

    def compose(self, to=SLIP, subject=None, **fields):
        composer = self.thunderbird.compose(subject or self.subject, to=to, body=BODY, **fields)
        self._composers.append(composer)
        return composer

    def confirmation(self, heading=HEADING):
        confirmation = Confirmation(self.place.reader, self.place.screen, heading)
        self.picture("asks")
        return confirmation

    def wait_until_usable(self, composer, seconds=30):
        wait_until(lambda: composer.is_open() and not composer.is_locked(), "usable composer", seconds)

    def check_kept(self, composer, to=SLIP, subject=None):
        """The message stayed: nothing was sent, and the composer is usable and still has all of it."""
        self.wait_until_usable(composer)
        self.assertEqual(
            composer.fields(),
            {"to": to, "cc": "", "bcc": "", "subject": subject or self.subject, "body": BODY},
        )
        self.check_nothing_sent(subject)

    def check_nothing_sent(self, subject=None):
        self._let_another_pass()
        self.assertEqual(self.sink.messages(subject or self.subject), [])

    def check_sent(self, recipients, subject=None):
        """The message arrived once, in a composer that has closed; returns what arrived."""
        delivery = self.sink.wait_for(subject or self.subject)
        self.assertEqual(sorted(delivery.recipients), sorted(recipients))
        self._let_another_pass()
        self.assertEqual(len(self.sink.messages(subject or self.subject)), 1)
        self.assertEqual(delivery.content.get_content().strip(), BODY)
        return delivery

    def _let_another_pass(self):
        """Sends a harmless message: whatever was to be sent before it has been sent when it arrives."""
        subject = f"After {self.subject} {len(self.sink.messages())}"
        self.thunderbird.compose(subject, to=KNOWN).send()
        self.sink.wait_for(subject)


def _count_failures(result):
    return len(result.failures) + len(result.errors)
