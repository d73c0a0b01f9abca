# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person answers in Heed's window is what Thunderbird does."""

import unittest

from deadline import wait_until
from thunderbird_case import HEADING, KNOWN, SLIP, ThunderbirdCase


class Answers(ThunderbirdCase):
    def test_known_recipient_is_sent_without_a_window(self):
        composer = self.compose(to=KNOWN)
        composer.send()
        delivery = self.check_sent([KNOWN])
        self.assertEqual(delivery.content["To"], KNOWN)
        self.assertEqual(self.place.reader.windows("is not"), [])
        wait_until(lambda: not composer.is_open(), "the composer to close")

    def test_dont_send_keeps_the_message(self):
        composer = self.compose()
        composer.send()
        confirmation = self.confirmation()
        self.assertTrue(composer.is_locked())
        confirmation.dont_send()
        self.check_kept(composer)
        self.assertFalse(confirmation.is_there())

    def test_escape_keeps_the_message(self):
        composer = self.compose()
        composer.send()
        self.confirmation().escape()
        self.check_kept(composer)

    def test_closed_window_keeps_the_message(self):
        composer = self.compose()
        composer.send()
        self.confirmation().close_button()
        self.check_kept(composer)

    def test_real_keys_from_send_to_answer(self):
        composer = self.compose()
        screen = self.place.screen
        screen.press(screen.wait_for_window(f"^Write: {self.subject}"), "ctrl+Return")
        confirmation = self.confirmation()
        wait_until(lambda: confirmation.button("^Send anyway$") and composer.is_locked(), "locked")
        confirmation.escape()
        self.check_kept(composer)

    def test_send_later_asks_as_send_does(self):
        composer = self.compose()
        screen = self.place.screen
        screen.press(screen.wait_for_window(f"^Write: {self.subject}"), "ctrl+shift+Return")
        self.confirmation().dont_send()
        self.check_kept(composer)
        self.assertEqual(self.thunderbird.outbox(), [])
        composer.send("cmd_sendLater")
        confirmation = self.confirmation()
        confirmation.use("army.mil")
        confirmation.fix_and_send()
        wait_until(self.thunderbird.outbox, "the message in the outbox")
        self.assertEqual(self.thunderbird.outbox(), [(self.subject, KNOWN)])
        wait_until(lambda: not composer.is_open(), "the composer to close")
        self.check_nothing_sent()

    def test_send_anyway_sends_what_was_typed(self):
        composer = self.compose()
        composer.send()
        confirmation = self.confirmation()
        self.assertFalse(confirmation.button("^Send anyway$").is_enabled())
        confirmation.type_required(".ml")
        wait_until(confirmation.button("^Send anyway$").is_enabled, "Send anyway to be usable")
        self.picture("typed")
        confirmation.send_anyway()
        delivery = self.check_sent([SLIP])
        self.assertEqual(delivery.content["To"], SLIP)
        wait_until(lambda: not composer.is_open(), "the composer to close")

    def test_fix_sends_to_what_was_meant(self):
        composer = self.compose(to=f"Ann Lee <{SLIP}>")
        composer.send()
        confirmation = self.confirmation()
        confirmation.use("army.mil")
        confirmation.button("^Fix and send$")
        self.picture("fixed")
        confirmation.fix_and_send()
        delivery = self.check_sent([KNOWN])
        self.assertEqual(delivery.content["To"], f"Ann Lee <{KNOWN}>")
        self.assertNotIn("army.ml", delivery.content.as_string())
        wait_until(lambda: not composer.is_open(), "the composer to close")

    def test_cc_is_named_with_its_role(self):
        self.check_role("Cc", to=KNOWN, cc="Bob Roe <bob@army.ml>")

    def test_bcc_is_named_with_its_role(self):
        self.check_role("Bcc", to=KNOWN, bcc="Bob Roe <bob@army.ml>")

    def test_list_member_is_named_with_its_role(self):
        self.thunderbird.add_mailing_list("Team", "", ["bob@army.mil", "bob@army.ml"])
        self.check_role("Cc", to=KNOWN, cc="Team <Team>")

    def test_list_with_a_description_is_looked_into(self):
        self.thunderbird.add_mailing_list("Crew", "the crew", ["bob@army.mil", "bob@army.ml"])
        self.check_role("Bcc", to=KNOWN, bcc='Crew <"the crew">')

    def test_list_typed_in_another_case_is_looked_into(self):
        """Thunderbird sends to its members, though it looks like a mailbox."""
        self.thunderbird.add_mailing_list("Desk", "desk@army.mil", ["bob@army.mil", "bob@army.ml"])
        self.check_role("To", to=f"{KNOWN}, desk <Desk@army.mil>")

    def check_role(self, role, **fields):
        composer = self.compose(**fields)
        composer.send()
        confirmation = self.confirmation()
        rows = confirmation.rows()
        self.assertEqual(len(rows), 1, rows)
        self.assertIn(role, rows[0])
        self.assertTrue(any("bob@army.ml" in line for line in rows[0]), rows)
        confirmation.use("army.mil")
        confirmation.fix_and_send()
        delivery = self.check_sent({KNOWN, "bob@army.mil"})
        self.assertNotIn("army.ml", delivery.content.as_string())

    def test_two_messages_each_get_their_own_verdict(self):
        kept, fixed = f"{self.subject}-kept", f"{self.subject}-fixed"
        composers = {subject: self.compose(subject=subject) for subject in (kept, fixed)}
        for composer in composers.values():
            composer.send()
        answered = []
        while len(answered) < 2:
            confirmation = self.confirmation()
            self.assertEqual(len(self.place.reader.windows(HEADING)), 1)
            asked = [subject for subject in composers if subject in confirmation.text()]
            self.assertEqual(len(asked), 1, asked)
            self.assertNotIn(asked[0], answered)
            answered += asked
            if asked[0] == kept:
                confirmation.dont_send()
            else:
                confirmation.use("army.mil")
                confirmation.fix_and_send()
            wait_until(lambda: not confirmation.is_there(), "the window to go away")
        self.check_sent([KNOWN], fixed)
        self.check_kept(composers[kept], subject=kept)


if __name__ == "__main__":
    unittest.main(verbosity=2)
