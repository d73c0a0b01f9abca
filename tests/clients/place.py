# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A place of its own for Heed: home, bus, history, policy and, unless the person's is wanted, a screen.

Nothing outside the place's folder is written, and nothing of the person's session is spoken to but
their screen. The folder is deleted at the end.
"""

import contextlib
import json
import os
import pathlib
import shutil
import tempfile

from bus import Bus
from display import Display
from screen_reader import ScreenReader

# Of the person's environment these would lead back to their session.
_SESSION_VARIABLES = (
    "AT_SPI_BUS_ADDRESS",
    "DBUS_SESSION_BUS_ADDRESS",
    "DBUS_STARTER_ADDRESS",
    "DESKTOP_STARTUP_ID",
    "GTK_MODULES",
    "SESSION_MANAGER",
    "XDG_ACTIVATION_TOKEN",
)

_GTK_SETTINGS = """[Settings]
gtk-font-name=Cantarell 11
"""


class Place:
    """Where one Heed lives. `build` is Meson's build folder. Use it as a context manager."""

    def __init__(self, build, own_screen=True, **variables):
        self.build = pathlib.Path(build).resolve()
        self.screen = None
        self.reader = None
        self._stack = contextlib.ExitStack()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="heed-"))
        self._stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
        with contextlib.ExitStack() as undo:
            undo.callback(self._stack.close)
            self._start(own_screen, variables)
            undo.pop_all()

    def _start(self, own_screen, variables):
        self.log = self._stack.enter_context((self.folder / "log").open("w+", encoding="utf-8"))
        self.environment = self._make_environment()
        if own_screen:
            self._start_screen()
        self.environment.update(variables)
        self.bus = Bus(str(self.folder), self.environment, self.log)
        self._stack.callback(self.bus.close)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.address
        if own_screen:
            # On the person's screen, the launcher of that bus would announce itself in place of theirs.
            self.bus.offer_accessibility()
            self.reader = ScreenReader(self.bus.address, self.screen.name)
        self.offer_heed()

    def _make_environment(self):
        environment = {
            name: value for name, value in os.environ.items() if name not in _SESSION_VARIABLES
        }
        _share_screen(environment)
        environment["HOME"] = str(self.folder)
        environment["GSETTINGS_BACKEND"] = "memory"
        environment["HEED_POLICY_PATH"] = str(self.folder / "policy.d")
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            environment[f"XDG_{name}_HOME"] = str(self.folder / name.lower())
        environment["XDG_RUNTIME_DIR"] = str(self.folder / "run")
        # Two Thunderbirds with one folder for temporary files delete each other's messages.
        environment["TMPDIR"] = str(self.folder / "tmp")
        for name in ("run", "tmp"):
            (self.folder / name).mkdir(mode=0o700)
        (self.folder / "policy.d").mkdir()
        settings = self.folder / "config" / "gtk-4.0" / "settings.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text(_GTK_SETTINGS, encoding="utf-8")
        return environment

    def _start_screen(self):
        self.screen = Display(self.log)
        self._stack.callback(self.screen.close)
        for name in ("WAYLAND_DISPLAY", "XAUTHORITY"):
            self.environment.pop(name, None)
        self.environment["DISPLAY"] = self.screen.name
        self.environment["GDK_BACKEND"] = "x11"

    def offer_heed(self):
        """Lets the bus start Heed from the build folder."""
        self.bus.offer(f"{self.build}/app/ui/heed")

    def write_policy(self, **policy):
        """Writes a policy file; Heed reads it when it starts. Underscores stand for hyphens."""
        content = {name.replace("_", "-"): value for name, value in policy.items()}
        path = self.folder / "policy.d" / "place.json"
        path.write_text(json.dumps(content), encoding="utf-8")

    def printed(self):
        """What everything in the place has printed so far."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def close(self):
        self._stack.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def _share_screen(environment):
    """Keeps the person's screen reachable from another home and runtime folder."""
    wayland = environment.get("WAYLAND_DISPLAY")
    if wayland:
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        environment["WAYLAND_DISPLAY"] = os.path.join(runtime, wayland)
    if "DISPLAY" in environment and "XAUTHORITY" not in environment:
        environment["XAUTHORITY"] = os.path.expanduser("~/.Xauthority")
