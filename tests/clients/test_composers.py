# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The person closes the compose window while Heed asks: the question is withdrawn and nothing is sent."""

import unittest

from deadline import wait_until
from thunderbird_case import KNOWN, ThunderbirdCase


class Composers(ThunderbirdCase):
    def close_composer(self):
        """Presses the close button of the composer's frame."""
        screen = self.place.screen
        screen.close_button(screen.wait_for_window(f"^Write: {self.subject}"))

    def test_closed_without_typed_text(self):
        composer = self.compose()
        composer.send()
        confirmation = self.confirmation()
        self.close_composer()
        wait_until(lambda: not confirmation.is_there(), "the window to go away")
        wait_until(lambda: not composer.is_open(), "the composer to close")
        self.check_nothing_sent()

    def test_closed_with_typed_text(self):
        composer = self.compose()
        composer.type_text("Typed. ")
        composer.send()
        confirmation = self.confirmation()
        self.close_composer()
        wait_until(composer.is_prompting, "Thunderbird to ask about the text")
        wait_until(lambda: not confirmation.is_there(), "the window to go away")
        self.picture("prompt")
        self.check_nothing_sent()
        composer.answer_prompt("cancel")
        self.wait_until_usable(composer)
        self.assertIn("Typed.", composer.fields()["body"])
        self.check_nothing_sent()
        composer.send()
        self.confirmation().dont_send()
        self.wait_until_usable(composer)
        self.check_nothing_sent()

    def test_answered_while_thunderbird_asks_about_the_text(self):
        """The quickest person: Send anyway was pressed just when the prompt came up."""
        composer = self.compose()
        composer.type_text("Typed. ")
        composer.send()
        confirmation = self.confirmation()
        confirmation.type_required(".ml")
        button = confirmation.button("^Send anyway$")
        wait_until(button.is_enabled, "Send anyway to be usable")
        self.close_composer()
        button.act(0)
        wait_until(composer.is_prompting, "Thunderbird to ask about the text")
        wait_until(lambda: not confirmation.is_there(), "the window to go away")
        self.check_nothing_sent()
        composer.answer_prompt("discard")
        wait_until(lambda: not composer.is_open(), "the composer to close")
        self.check_nothing_sent()

    def test_changed_recipients_are_not_sent(self):
        """A verdict is for the recipients that were asked about and for no others."""
        composer = self.compose()
        composer.send()
        confirmation = self.confirmation()
        composer.set_recipient("eve@evil.example")
        confirmation.use("army.mil")
        confirmation.fix_and_send()
        self.wait_until_usable(composer)
        self.assertEqual(composer.fields()["to"], "eve@evil.example")
        self.check_nothing_sent()

    def test_a_second_press_sends_once(self):
        composer = self.compose()
        composer.send()
        confirmation = self.confirmation()
        composer.send()
        confirmation.use("army.mil")
        confirmation.fix_and_send()
        self.check_sent([KNOWN])

    def test_send_later_is_asked_about(self):
        composer = self.compose()
        composer.send("cmd_sendLater")
        self.confirmation().dont_send()
        self.check_kept(composer)

    def test_options_page_says_that_heed_is_reachable(self):
        self.thunderbird.open_options()
        self.addCleanup(self.thunderbird.close_tab)
        reader = self.place.reader
        window = reader.wait_for_window("Mozilla Thunderbird")
        wait_until(lambda: "Heed is reachable" in window.text(), "the page to say so", 30)
        self.picture("options")


if __name__ == "__main__":
    unittest.main(verbosity=2)
