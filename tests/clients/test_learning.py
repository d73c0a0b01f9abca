# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sam has written for years before Heed came: it learns from the mail that is there, if Sam wants it to."""

import email.message
import email.utils
import unittest

from deadline import wait_until
from thunderbird_case import ThunderbirdCase

DAY = 24 * 60 * 60
START = 1_700_000_000
QUESTION = "^Let .* teach Heed 4 addresses"
BUTTON = "^Learn from my mail"
TIMES, DAYS = 12, 4


def sent(to, seconds, cc=None):
    message = email.message.EmailMessage()
    message["From"] = "Sam Sender <sam@corp.example>"
    message["To"] = to
    if cc:
        message["Cc"] = cc
    message["Date"] = email.utils.formatdate(seconds)
    message["Message-ID"] = f"<{seconds}.{len(to)}@corp.example>"
    message["Subject"] = "Earlier"
    message.set_content("Hello.")
    return "From - Mon Jan  1 00:00:00 2024\n" + message.as_string()


class Learning(ThunderbirdCase):
    policy = {}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        messages = [
            sent("Kim Lee <kim@harbourside.example>", START + i % DAYS * DAY + i, "lou@harbourside.example")
            for i in range(TIMES)
        ]
        cls.thunderbird.add_sent_messages([*messages, sent("once@elsewhere.example", START)])
        cls.thunderbird.add_mailing_list("Team", "", ["max@contact.example"])

    def open_page(self):
        self.thunderbird.open_options()
        self.addCleanup(self.thunderbird.close_tab)
        window = self.place.reader.wait_for_window("Mozilla Thunderbird")
        window.find("push button", BUTTON)
        return window

    def press_learn(self, window, permission):
        """Presses the button, and answers Thunderbird's question for the permissions."""
        window.find("push button", BUTTON).press()
        answer = window.find("push button", permission)
        self.picture("permission")
        answer.press()

    def wait_for_text(self, window, text):
        wait_until(lambda: text in window.text(), f"the page to say: {text}", 30)

    def test_1_no_permission(self):
        window = self.open_page()
        self.press_learn(window, "^Deny$")
        self.wait_for_text(window, "Nothing was read.")

    def test_2_declined(self):
        window = self.open_page()
        self.press_learn(window, "^Allow$")
        question = self.place.reader.wait_for_window(QUESTION)
        self.picture("question")
        question.find("push button", "^Don’t allow$").press()
        self.wait_for_text(window, "Nothing was learned: you did not want it.")

    def test_2_waits_for_composers(self):
        """The extension starts again, and must neither lock a window nor let a message go unchecked."""
        composer = self.compose()
        window = self.open_page()
        # Thunderbird asks for permissions only in the window that the person is in.
        screen = self.place.screen
        screen.press(screen.wait_for_window(f"^{window.name}$"), "Shift_L")
        self.press_learn(window, "^Allow$")
        self.wait_for_text(window, "goes on once no window is open in which you write")
        self.picture("waits")
        composer.discard()
        question = self.place.reader.wait_for_window(QUESTION)
        question.find("push button", "^Don’t allow$").press()
        self.wait_for_text(window, "Nothing was learned: you did not want it.")

    def test_3_learned_once(self):
        for _ in range(2):
            window = self.open_page()
            self.press_learn(window, "^Allow$")
            question = self.place.reader.wait_for_window(QUESTION)
            question.find("push button", "^Allow$").press()
            self.wait_for_text(window, "People that Heed knows from your mail now: 4")
            self.picture("learned")
        composer = self.compose(to="kim@harborside.example")
        composer.send()
        confirmation = self.confirmation(r"^harborside\.example is not harbourside\.example$")
        self.assertIn(f"wrote to harbourside.example {2 * TIMES} times", confirmation.text())
        confirmation.dont_send()
        self.wait_until_usable(composer)


if __name__ == "__main__":
    unittest.main(verbosity=2)
