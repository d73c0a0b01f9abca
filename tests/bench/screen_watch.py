# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""When a window's first painted frame is on the screen, seen from outside.

The X server itself says when a window is mapped and when its pixels change (the Damage extension, raw
rectangles). A program can do neither earlier than it has painted, nor can it know that it is watched, so any two
programs are measured alike. The moment is that of the first change after which the window shows more than one
colour: a fill of the background is no frame. The pixels are read after the moment was taken.
"""

import collections
import select
import time

from Xlib import X, display
from Xlib.ext import damage

# Pixels are looked at in a grid this many pixels wide; a heading or a button's edge falls on some of them.
GRID = 3


class ScreenWatch:
    """Watches one display. Use it for one window at a time."""

    def __init__(self, name):
        self._display = display.Display(name)
        self._root = self._display.screen().root
        self._display.damage_query_version()
        self._root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self._root.damage_create(damage.DamageReportRawRectangles)
        self._display.sync()
        self._events = collections.deque()
        self._damage_event = self._display.extension_event.DamageNotify

    def forget(self):
        """Drops what happened so far."""
        self._display.sync()
        while self._display.pending_events():
            self._display.next_event()
        self._events.clear()

    def wait_for_frame(self, seconds=30):
        """The next window to be mapped: (its id, the moment of its first frame as time.monotonic_ns())."""
        end = time.monotonic() + seconds
        window = None
        while True:
            event, moment = self._next(end)
            if event.type == X.MapNotify and not event.override:
                window = event.window
            elif window is not None and event.type == self._damage_event and self._is_painted(window):
                return window.id, moment

    def wait_until_gone(self, window, seconds=30):
        """Waits until the window is off the screen."""
        end = time.monotonic() + seconds
        while True:
            event, _ = self._next(end)
            if event.type in (X.UnmapNotify, X.DestroyNotify) and event.window.id == window:
                return

    def _next(self, end):
        """The next event, and when it was there to be read. What one read brought came at the same moment."""
        while not self._events:
            # Asking for pixels reads events as well, which are then no longer in the socket.
            if self._display.pending_events() == 0 and not self._wait(end):
                raise AssertionError("the window did not do what was waited for")
            moment = time.monotonic_ns()
            for _ in range(self._display.pending_events()):
                self._events.append((self._display.next_event(), moment))
        return self._events.popleft()

    def _wait(self, end):
        return select.select([self._display], [], [], max(0, end - time.monotonic()))[0]

    def _is_painted(self, window):
        size = window.get_geometry()
        image = window.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFF)
        row = size.width * 4
        data = image.data
        colours = set()
        for y in range(0, size.height, GRID):
            colours.update(data[at : at + 3] for at in range(y * row, (y + 1) * row, 4 * GRID))
            if len(colours) > 1:
                return True
        return False

    def close(self):
        self._display.close()
