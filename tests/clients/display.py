# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen of its own (Xvfb), with pictures of it and a window's close button."""

import contextlib
import ctypes
import os
import subprocess

import child
from deadline import wait_until

SIZE = "1280x900x24"
CORNER = (200, 150)  # where each window is that is not small


class Display:
    """An X server without network access; `name` is its $DISPLAY."""

    def __init__(self, log):
        read, write = os.pipe()
        # Without -noreset the server resets when its last client leaves, and refuses others meanwhile.
        self._server = child.start(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"],
            pass_fds=[write],
            stdout=log,
            stderr=log,
        )
        os.close(write)
        with os.fdopen(read) as number:
            self.name = ":" + number.readline().strip()
        if self.name == ":":
            raise RuntimeError("Xvfb did not start: see its log")
        self._xlib = None

    def picture(self, path, window="root"):
        """Saves what is on the screen, or in one window of it, as a PNG."""
        command = ["import", "-display", self.name, "-window", str(window), path]
        subprocess.run(command, check=True, capture_output=True, timeout=30)

    def windows(self, title):
        """The visible windows whose title matches a regular expression."""
        command = ["xdotool", "search", "--onlyvisible", "--name", title]
        found = subprocess.run(command, env=self._environment(), capture_output=True, text=True)
        return [int(line) for line in found.stdout.split()]

    def wait_for_window(self, title, seconds=20):
        return wait_until(lambda: self.windows(title), f"window {title!r}", seconds)[0]

    def size(self, window):
        """Width and height in pixels."""
        command = ["xdotool", "getwindowgeometry", "--shell", str(window)]
        found = subprocess.run(command, env=self._environment(), capture_output=True, text=True)
        values = dict(line.split("=") for line in found.stdout.split())
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def resize(self, window, width, height):
        """Makes a window that large."""
        command = ["xdotool", "windowsize", "--sync", str(window), str(width), str(height)]
        subprocess.run(command, env=self._environment(), check=True)

    def scale_text(self, factor):
        """Makes the text of programs that start from now on larger."""
        resource = f"Xft.dpi: {96 * factor}\n"
        command = ["xprop", "-root", "-format", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", resource]
        subprocess.run(command, env=self._environment(), check=True)

    def press(self, window, *keys):
        """Gives a window the keyboard and presses keys there (xdotool's names)."""
        for command in (["windowfocus", "--sync", str(window)], ["key", *keys]):
            subprocess.run(["xdotool", *command], env=self._environment(), check=True)

    def click(self, place, times=1):
        """Clicks somewhere on the screen."""
        self._xdotool("mousemove", "--sync", *place, "click", "--repeat", times, "--delay", 20, 1)

    def drag(self, start, end):
        """Drags what is at one place to another."""
        middle = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
        self._xdotool("mousemove", "--sync", *start, "mousedown", 1)
        # Both steps are needed: the first one makes it a drag.
        self._xdotool("mousemove", *middle, "mousemove", *end, "mouseup", 1)

    def clicking(self, place):
        """Clicks at a place over and over, while the context lasts."""
        self._xdotool("mousemove", "--sync", *place)
        return self._repeating("click", "1")

    def holding_down(self, key):
        """Types a key over and over, for whatever window is there, while the context lasts."""
        # Where no window manager gives the keyboard away, it follows the pointer, and windows stand
        # in the corner.
        self._xdotool("mousemove", "--sync", *CORNER)
        return self._repeating("key", key)

    def _xdotool(self, *words):
        command = ["xdotool", *(str(word) for word in words)]
        subprocess.run(command, env=self._environment(), check=True)

    @contextlib.contextmanager
    def _repeating(self, command, what):
        repeating = ["xdotool", command, "--delay", "20", "--repeat", "100000", what]
        with subprocess.Popen(repeating, env=self._environment()) as typing:
            try:
                yield
            finally:
                typing.terminate()
                typing.wait()
                if command == "key":
                    self._xdotool("keyup", *what.split("+"))
                else:
                    self._xdotool("mouseup", what)

    def type(self, window, text):
        """Gives a window the keyboard and types there."""
        for command in (["windowfocus", "--sync", str(window)], ["type", text]):
            subprocess.run(["xdotool", *command], env=self._environment(), check=True)

    def clipboard(self):
        """The text on the clipboard."""
        command = ["xclip", "-selection", "clipboard", "-out"]
        found = subprocess.run(command, env=self._environment(), capture_output=True, text=True, timeout=20)
        return found.stdout

    def close_button(self, window):
        """What a window manager does when the close button is pressed: asks politely."""
        xlib, connection = self._connection()
        protocols = xlib.XInternAtom(connection, b"WM_PROTOCOLS", False)
        event = _ClientMessage(type=33, window=window, message_type=protocols, format=32)
        event.data[0] = xlib.XInternAtom(connection, b"WM_DELETE_WINDOW", False)
        xlib.XSendEvent(connection, window, False, 0, ctypes.byref(event))
        xlib.XSync(connection, False)

    def _environment(self):
        return {**os.environ, "DISPLAY": self.name}

    def _connection(self):
        if self._xlib is None:
            xlib = ctypes.CDLL("libX11.so.6")
            xlib.XOpenDisplay.restype = ctypes.c_void_p
            xlib.XInternAtom.restype = ctypes.c_ulong
            xlib.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
            xlib.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
            xlib.XSendEvent.argtypes = [
                ctypes.c_void_p,
                ctypes.c_ulong,
                ctypes.c_int,
                ctypes.c_long,
                ctypes.c_void_p,
            ]
            self._xlib = xlib, xlib.XOpenDisplay(self.name.encode())
        return self._xlib

    def close(self):
        self._server.terminate()
        self._server.wait(10)


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent of Xlib.h, padded to the size of XEvent (24 longs)."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("padding", ctypes.c_long * 12),
    ]
