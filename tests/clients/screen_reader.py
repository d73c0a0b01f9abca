# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader gets: windows and their parts by role and name, through the accessibility bus.

The library behind this connects to the bus that the environment names when it is first imported, once
in a process: so there is one ScreenReader, and the import waits until the test's own bus is up.
"""

import os
import re
import sys

from deadline import wait_until

ANSWER_MS = 5000  # how long a busy program may take to describe a part of itself

# Directional isolates are there for the eye; they are no part of what is read aloud.
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))


class ScreenReader:
    """Finds windows on the desktop of one bus. Everything found is a Part."""

    def __init__(self, bus_address, display):
        self._bus_address = bus_address
        self._display = display
        self._desktop = None

    def _connect(self):
        if "pyatspi" in sys.modules:
            raise RuntimeError("this process reads another bus; give the test class a module of its own")
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self._bus_address
        os.environ["DISPLAY"] = self._display
        # What the library remembers is not what is there now, and it crashes while it mends that.
        os.environ["ATSPI_NO_CACHE"] = "1"
        import pyatspi
        from gi.repository import Atspi, GLib

        # The library warns of programs that are only just starting.
        GLib.log_set_handler("dbind", GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None, None)
        Atspi.set_timeout(ANSWER_MS, ANSWER_MS)
        return pyatspi.Registry.getDesktop(0)

    def windows(self, name="."):
        """The windows now on the desktop with this name (a regular expression)."""
        if self._desktop is None:
            self._desktop = self._connect()
        found = []
        _take_in_events()
        for application in _children(self._desktop):
            for window in _children(application):
                part = Part(window)
                if part.is_visible() and re.search(name, part.name):
                    found.append(part)
        return found

    def wait_for_window(self, name, seconds=30):
        return wait_until(lambda: self.windows(name), f"window {name!r}", seconds)[0]

    def wait_until_gone(self, name, seconds=30):
        wait_until(lambda: not self.windows(name), f"window {name!r} to go away", seconds)


class Part:
    """A window or something in it. Reading one that has gone away gives empty values."""

    def __init__(self, accessible):
        self._accessible = accessible

    def _read(self, read, otherwise):
        # The bus reports a part that has gone away as one of several GLib errors.
        try:
            return read()
        except Exception:  # pylint: disable=broad-except
            return otherwise

    @property
    def raw_name(self):
        """The name with what only the eye needs."""
        return self._read(lambda: self._accessible.name, "") or ""

    @property
    def name(self):
        return self.raw_name.translate(_ISOLATES)

    @property
    def description(self):
        return self._read(lambda: self._accessible.description, "") or ""

    @property
    def role(self):
        return self._read(self._accessible.getRoleName, "")

    def _has_state(self, name):
        import pyatspi

        state = getattr(pyatspi, f"STATE_{name}")
        return self._read(lambda: self._accessible.getState().contains(state), False)

    def is_visible(self):
        # GTK 4.8 leaves out what is hidden and says "visible" of the rest, never "showing".
        return self._has_state("VISIBLE")

    def is_enabled(self):
        return self._has_state("SENSITIVE")

    def is_focused(self):
        return self._has_state("FOCUSED")

    def parts(self):
        """Everything inside that is visible, depth first."""
        for child in _children(self._accessible):
            part = Part(child)
            if part.is_visible():
                yield part
                yield from part.parts()

    def find_all(self, role, name="."):
        return [p for p in self.parts() if p.role == role and re.search(name, p.name)]

    def find(self, role, name, seconds=20):
        """The first part with this role and a name that matches, waited for."""
        return wait_until(
            lambda: self.find_all(role, name), f"{role} {name!r} in {self.name!r}", seconds
        )[0]

    def text(self):
        """All names and texts inside, one a line: what would be read aloud."""
        lines = []
        for part in self.parts():
            lines += [line for line in dict.fromkeys((part.name, part.content)) if line]
        return "\n".join(lines)

    @property
    def content(self):
        """The text of a label or entry, which need not be its name."""
        text = self._read(self._read_text, "")
        return text.translate(_ISOLATES).strip("\ufffc ")

    def _read_text(self):
        text = self._accessible.queryText()
        return text.getText(0, text.characterCount)

    @property
    def box(self):
        """(left, top, width, height) in the window, in pixels, without the part's padding."""
        import pyatspi

        box = self._accessible.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        return box.x, box.y, box.width, box.height

    @property
    def actions(self):
        return self._read(lambda: self._accessible.queryAction().nActions, 0)

    def press(self):
        """What a screen reader's activate does, once the part says that it can be activated."""
        wait_until(lambda: self.is_enabled() and self.actions > 0, f"{self.name!r} to be usable")
        if not self.act(0):
            raise AssertionError(f"{self.name!r} was there and could not be pressed")

    def act(self, number):
        """Does one of the part's actions, allowed or not. Returns whether the part was still there."""
        return self._read(lambda: self._accessible.queryAction().doAction(number) or True, False)

    def type(self, text):
        self._accessible.queryEditableText().setTextContents(text)


def _take_in_events():
    # Programs come and go in events that wait until somebody looks.
    from gi.repository import GLib

    while GLib.MainContext.default().iteration(False):
        pass


def _children(accessible):
    try:
        return [child for child in accessible if child is not None]
    except Exception:  # pylint: disable=broad-except  # it went away meanwhile
        return []
