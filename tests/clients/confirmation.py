# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Heed's window, as somebody who hears it read aloud uses it."""

import re

from deadline import wait_until

DONT_SEND = "^Don’t send$"
SEND_ANYWAY = "^Send anyway$"
FIX_AND_SEND = "^Fix and send$"


class Confirmation:
    """One confirmation window on the screen."""

    def __init__(self, reader, screen, heading, seconds=30):
        """Waits until a window with this heading (a regular expression) is there."""
        self.window = reader.wait_for_window(heading, seconds)
        self.heading = self.window.name
        self._screen = screen

    def text(self):
        """Everything that the window says."""
        return self.window.text()

    def rows(self):
        """The texts of the recipients in question, a list of lines for each, worst first."""
        panels = [p for p in self.window.find_all("panel", "^(To|Cc|Bcc): ") if p.find_all("label")]
        return [panel.text().splitlines() for panel in panels]

    def is_there(self):
        return self.window.is_visible()

    def button(self, name):
        return self.window.find("push button", name)

    def has_button(self, name):
        return bool(self.window.find_all("push button", name))

    def dont_send(self):
        self.button(DONT_SEND).press()

    def use(self, domain):
        self.button(f"^Use {domain} instead$").press()

    def fix_and_send(self):
        self.button(FIX_AND_SEND).press()

    def entry(self):
        """Where the window asks for something to be typed; the first, if there are several."""
        return self.window.find("text", "^Type ")

    def type_required(self, text):
        self.entry().type(text)

    def send_anyway(self):
        self.button(SEND_ANYWAY).press()

    def press_key(self, *keys):
        """Presses keys on the keyboard, with this window in front."""
        for key in keys:
            self._screen.press(self.number(), key)

    def escape(self):
        """Presses Escape, and again while the window is too new to take keys."""
        wait_until(lambda: not self.is_there() or self.press_key("Escape"), "the window to go away")

    def type_keys(self, text):
        """Types on the keyboard, with this window in front."""
        self._screen.type(self.number(), text)

    def focused(self):
        """The part that the keyboard is at, or None."""
        return next((part for part in self.window.parts() if part.is_focused()), None)

    def tab_to(self, role, name):
        """Presses Tab until the keyboard is at that part."""
        for _ in range(30):
            part = self.focused()
            if part and part.role == role and re.search(name, part.name):
                return part
            before = part and (part.role, part.name)
            self.press_key("Tab")
            wait_until(
                lambda: (now := self.focused()) and (now.role, now.name) != before, "the focus to move"
            )
        raise AssertionError(f"{role} {name!r} can't be reached with Tab")

    def close_button(self):
        """What the frame's close button does."""
        self._screen.close_button(self.number())

    def picture(self, path):
        self._screen.picture(path, self.number())

    def number(self):
        """The X server's number for the window."""
        return self._screen.wait_for_window(f"^{re.escape(self.heading)}$")
