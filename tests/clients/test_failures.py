# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Heed goes away while it asks, or was never there: the person is told, and nothing leaves by itself."""

import os
import signal
import time
import unittest

from deadline import wait_until
from thunderbird_case import BUILD, KNOWN, SLIP, ThunderbirdCase

QUESTION = "^Heed could not be reached"
TOLD_SECONDS = 2
KEEP = "^Keep the message$"
SEND = "^Send without a check$"


class Failures(ThunderbirdCase):
    def test_killed_service(self):
        self.check_killed(self.place.bus.kill_service, "Heed ended before it answered.")

    def test_killed_bridge(self):
        kill = lambda: os.kill(self.bridge_pid(), signal.SIGKILL)
        self.check_killed(kill, "Heed’s bridge ended before it answered.")
        wait_until(lambda: not self.place.reader.windows(" is not "), "the window to go away")

    def check_killed(self, kill, reason):
        composer = self.compose()
        composer.send()
        self.confirmation()
        kill()
        killed = time.monotonic()
        question = self.place.reader.wait_for_window(QUESTION)
        self.assertLess(time.monotonic() - killed, TOLD_SECONDS)
        keep = question.find("push button", KEEP)
        self.picture("told")
        self.assertIn("Nothing has been sent", question.text())
        self.assertIn("army.ml", question.text())
        self.assertIn(f"Reason: {reason}", question.text().splitlines())
        keep.press()
        self.check_kept(composer)
        self.check_sends_again(composer)

    def check_sends_again(self, composer):
        """The same message, sent again, is asked about again and goes as the person says."""
        composer.send()
        confirmation = self.confirmation()
        confirmation.use("army.mil")
        confirmation.fix_and_send()
        self.check_sent([KNOWN])

    def bridge_pid(self):
        found = [
            int(pid)
            for pid in filter(str.isdigit, os.listdir("/proc"))
            if _command(pid)[:2] == [str(BUILD / "app/tools/heed-bridge"), str(self.manifest)]
        ]
        self.assertEqual(len(found), 1)
        return found[0]

    def test_hanging_service_is_noticed(self):
        composer = self.compose()
        composer.send()
        self.confirmation()
        service = self.place.bus.service_pid()
        os.kill(service, signal.SIGSTOP)
        # A screen reader would wait for the program that hangs; so this goes by eye and keyboard.
        screen = self.place.screen
        try:
            screen.press(screen.wait_for_window(QUESTION, 60), "Escape")
            self.wait_until_usable(composer)
        finally:
            os.kill(service, signal.SIGCONT)
        self.place.reader.wait_until_gone(" is not ")
        self.check_kept(composer)

    def test_not_installed_and_kept(self):
        self.check_not_installed(lambda question: question.find("push button", KEEP).press())

    def test_not_installed_and_closed(self):
        screen = self.place.screen
        self.check_not_installed(
            lambda question: screen.close_button(screen.wait_for_window(QUESTION))
        )

    def test_not_installed_and_escape(self):
        screen = self.place.screen
        self.check_not_installed(
            lambda question: screen.press(screen.wait_for_window(QUESTION), "Escape")
        )

    def check_not_installed(self, answer):
        self.uninstall()
        composer = self.compose()
        composer.send()
        question = self.place.reader.wait_for_window(QUESTION)
        question.find("push button", KEEP)
        self.assertIn("Heed is not installed", question.text())
        self.picture("asks")
        answer(question)
        self.wait_until_usable(composer)
        self.install()
        self.check_kept(composer)

    def test_not_installed_and_sent_without_a_check(self):
        self.uninstall()
        composer = self.compose()
        composer.send()
        self.place.reader.wait_for_window(QUESTION).find("push button", SEND).press()
        self.sink.wait_for(self.subject)
        self.install()
        self.check_sent([SLIP])

    def test_bridge_without_a_service(self):
        self.place.bus.withdraw_offer()
        self.addCleanup(self.place.offer_heed)
        self.place.bus.kill_service()
        composer = self.compose()
        composer.send()
        question = self.place.reader.wait_for_window(QUESTION)
        self.assertIn("Reason: Heed is not installed, or your session does not know of it.", question.text())
        question.find("push button", KEEP).press()
        self.wait_until_usable(composer)
        self.place.offer_heed()
        self.check_kept(composer)

    def test_no_address_among_the_recipients(self):
        self.thunderbird.add_mailing_list("Nobody", "", [])
        composer = self.compose(to="Nobody <Nobody>")
        composer.send()
        question = self.place.reader.wait_for_window("^Heed could not check this message")
        self.assertIn("Reason: Among the recipients there is no address", question.text())
        question.find("push button", KEEP).press()
        self.check_kept(composer, to="Nobody <Nobody>")

    def test_more_recipients_than_heed_can_check_at_once(self):
        long = "n" * 4000
        self.thunderbird.add_mailing_list("All", "", [f"{long}{i}@army.mil" for i in range(200)])
        composer = self.compose(to="All <All>")
        composer.send()
        question = self.place.reader.wait_for_window("^Heed could not check this message")
        self.assertIn("Reason: There are more names and addresses than Heed can check", question.text())
        question.find("push button", KEEP).press()
        self.check_kept(composer, to="All <All>")

    def test_a_subject_that_is_too_long_is_cut_for_showing(self):
        subject = f"{self.subject} {'long ' * 20000}"
        composer = self.compose(subject=subject)
        composer.send()
        self.confirmation().dont_send()
        self.wait_until_usable(composer)
        self.check_nothing_sent(subject)

    def uninstall(self):
        """No bridge for Thunderbird, no service on the bus."""
        self.manifest.rename(self.manifest.with_suffix(".away"))
        self.place.bus.withdraw_offer()
        self.place.bus.kill_service()
        self.addCleanup(self.install)

    def install(self):
        away = self.manifest.with_suffix(".away")
        if away.exists():
            away.rename(self.manifest)
            self.place.offer_heed()


def _command(pid):
    try:
        with open(f"/proc/{pid}/cmdline", encoding="utf-8", errors="replace") as file:
            return file.read().split("\0")
    except OSError:
        return []


if __name__ == "__main__":
    unittest.main(verbosity=2)
