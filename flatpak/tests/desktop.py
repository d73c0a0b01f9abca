# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's desktop: a screen, a session bus that knows what flatpak exports, and the installed app."""

import os
import pathlib
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "tests" / "clients"))

from display import Display  # noqa: E402

APP = "io.github.heedmail.Heed"
OBJECT = "/" + APP.replace(".", "/")


class Desktop:
    """Everything of it ends with close(); the app's data stays until forget()."""

    def __init__(self, work, system=None, portal=True):
        self.work = pathlib.Path(work)
        self.home = pathlib.Path(os.environ["HOME"])
        self.log = open(self.work / "results" / "desktop.log", "a+", encoding="utf-8")
        self.screen = Display(self.log)
        exports = os.environ["FLATPAK_USER_DIR"] + "/exports/share"
        self.environment = dict(
            os.environ,
            DISPLAY=self.screen.name,
            XDG_DATA_DIRS=f"{exports}:/usr/local/share:/usr/share",
            LANG="C.UTF-8",
        )
        if system is not None:
            self.environment["FLATPAK_SYSTEM_DIR"] = str(system)
        if portal:
            # The desktop whose keyring has a Secret portal.
            self.environment["XDG_CURRENT_DESKTOP"] = "GNOME"
        else:
            self.environment["XDG_DATA_DIRS"] = f"{self._hide_portal()}:{self.environment['XDG_DATA_DIRS']}"
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"],
            env=self.environment, stdout=subprocess.PIPE, stderr=self.log, text=True,
        )
        self.address = self._bus.stdout.readline().strip()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.address
        self._keyring = self._unlock_keyring()

    def _hide_portal(self):
        """As where none is installed: of two service files of one name, the bus takes the one in the first folder."""
        name = "org.freedesktop.portal.Desktop"
        services = self.work / "without-portal" / "dbus-1" / "services"
        services.mkdir(parents=True, exist_ok=True)
        (services / f"{name}.service").write_text(f"[D-BUS Service]\nName={name}\nExec=/bin/false\n", encoding="utf-8")
        return services.parents[1]

    def _unlock_keyring(self):
        """A keyring that was unlocked at login. A portal that finds a locked one holds every window up."""
        from deadline import wait_until

        keyring = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env=self.environment, stdin=subprocess.PIPE, stdout=self.log, stderr=self.log,
        )
        keyring.stdin.write(b"password")
        keyring.stdin.close()
        wait_until(
            lambda: "true" in self.call("org.freedesktop.DBus.NameHasOwner", "org.freedesktop.secrets",
                                        destination="org.freedesktop.DBus", path="/org/freedesktop/DBus"),
            "the keyring",
        )
        return keyring

    def flatpak(self, *words, check=True, data=None):
        """Runs flatpak as this person; returns the finished process with its text."""
        done = subprocess.run(
            ["flatpak", *words], env=self.environment, input=data, capture_output=True, text=True, timeout=120
        )
        if check and done.returncode != 0:
            raise AssertionError(f"flatpak {' '.join(words)}: {done.stdout}{done.stderr}")
        return done

    def inside(self, script, *options, check=True):
        """Runs a shell script in the app's sandbox; returns what it printed."""
        return self.flatpak("run", *options, "--command=sh", APP, "-c", script, check=check).stdout.strip()

    def start(self, *command):
        """Starts a program of this person, with pipes, binary."""
        return subprocess.Popen(command, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=self.log)

    def call(self, method, *arguments, destination=APP, path=OBJECT, seconds=60):
        """Calls a method with gdbus; returns the printed answer, or the error's text."""
        done = subprocess.run(
            ["gdbus", "call", "--session", "--timeout", str(seconds), "--dest", destination, "--object-path", path,
             "--method", method, *arguments],
            env=self.environment, capture_output=True, text=True, timeout=seconds + 10,
        )
        return (done.stdout or done.stderr).strip()

    def owner_pid(self):
        """The process that owns Heed's name, or None."""
        answer = self.call("org.freedesktop.DBus.GetConnectionUnixProcessID", APP,
                           destination="org.freedesktop.DBus", path="/org/freedesktop/DBus")
        return int(answer.split()[-1].rstrip(",)")) if answer.startswith("(uint32") else None

    def decline(self, title, picture=None):
        """Waits for Heed's window and presses Escape, again while it is too new to take keys; then it is gone."""
        from deadline import wait_until

        wait_until(lambda: self.screen.windows(title), "Heed's window", 60)
        if picture is not None:
            self.screen.picture(str(self.work / "results" / picture))

        def is_gone():
            windows = self.screen.windows(title)
            for window in windows:
                self.screen.press(window, "Escape")
            return not windows

        wait_until(is_gone, "the window to go away")

    def stop_app(self):
        """Ends the service, if it runs, and waits for its sandbox to be gone."""
        from deadline import wait_until

        if self.owner_pid() is not None:
            self.flatpak("kill", APP, check=False)
            wait_until(lambda: self.owner_pid() is None, "the service to end")

    def forget(self):
        """Removes what the app keeps for this person, and what it wrote for mail programs."""
        for path in (self.home / ".var" / "app" / APP, self.home / ".mozilla"):
            shutil.rmtree(path, ignore_errors=True)

    def close(self):
        if self.log.closed:
            return
        self.stop_app()
        self._keyring.terminate()
        self._keyring.wait(10)
        self._bus.terminate()
        self._bus.wait(10)
        self.screen.close()
        self.log.close()
