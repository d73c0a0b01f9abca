# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader gets: windows and their parts by role and name, through the accessibility bus.

pyatspi connects to the session bus that the environment names when it is first imported, so the import
waits until the test's own bus is up.
"""

import os
import re

from deadline import wait_until


def connect(bus_address, display):
    """Returns the desktop as pyatspi sees it on this bus."""
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus_address
    os.environ["DISPLAY"] = display
    import pyatspi

    return ScreenReader(pyatspi)


class ScreenReader:
    """Finds windows. Everything found is a Part."""

    def __init__(self, pyatspi):
        self._pyatspi = pyatspi

    def windows(self, name):
        """The windows now on the desktop with this name (a regular expression)."""
        desktop = self._pyatspi.Registry.getDesktop(0)
        found = []
        for application in _children(desktop):
            for window in _children(application):
                part = Part(self._pyatspi, window)
                if part.is_showing() and re.search(name, part.name):
                    found.append(part)
        return found

    def wait_for_window(self, name, seconds=20):
        return wait_until(lambda: self.windows(name), f"window {name!r}", seconds)[0]

    def wait_until_gone(self, name, seconds=20):
        wait_until(lambda: not self.windows(name), f"window {name!r} to go away", seconds)


class Part:
    """A window or something in it. Reading one that has gone away gives empty values."""

    def __init__(self, pyatspi, accessible):
        self._pyatspi = pyatspi
        self._accessible = accessible

    def _read(self, read, otherwise):
        # The bus reports a part that has gone away as one of several GLib errors.
        try:
            return read()
        except Exception:  # pylint: disable=broad-except
            return otherwise

    @property
    def name(self):
        return self._read(lambda: self._accessible.name, "") or ""

    @property
    def role(self):
        return self._read(self._accessible.getRoleName, "")

    def _has_state(self, state):
        return self._read(lambda: self._accessible.getState().contains(state), False)

    def is_showing(self):
        return self._has_state(self._pyatspi.STATE_SHOWING)

    def is_enabled(self):
        return self._has_state(self._pyatspi.STATE_SENSITIVE)

    def is_focused(self):
        return self._has_state(self._pyatspi.STATE_FOCUSED)

    def parts(self):
        """Everything inside that is showing, depth first."""
        for child in _children(self._accessible):
            part = Part(self._pyatspi, child)
            yield part
            yield from part.parts()

    def text(self):
        """All names and texts inside, one a line: what would be read aloud."""
        lines = []
        for part in self.parts():
            if part.is_showing():
                lines += {part.name, part.content} - {""}
        return "\n".join(lines)

    @property
    def content(self):
        """The text of a label or paragraph, which need not be its name."""
        return self._read(lambda: self._accessible.queryText().getText(0, -1).strip("\ufffc "), "")

    def find(self, role, name, seconds=10):
        """The one part with this role and a name that matches, waited for."""

        def look():
            for part in self.parts():
                if part.role == role and part.is_showing() and re.search(name, part.name):
                    return part
            return None

        return wait_until(look, f"{role} {name!r} in {self.name!r}", seconds)

    def press(self):
        """What a screen reader's activate does, once the part says that it can be activated."""
        wait_until(lambda: self._actions().nActions > 0, f"an action of {self.name!r}")
        self._actions().doAction(0)

    def _actions(self):
        return self._accessible.queryAction()

    def type(self, text):
        self._accessible.queryEditableText().setTextContents(text)


def _children(accessible):
    try:
        return [child for child in accessible if child is not None]
    except Exception:  # pylint: disable=broad-except  # it went away meanwhile
        return []
