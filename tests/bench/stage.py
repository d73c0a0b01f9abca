# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where programs are measured: a screen, a session bus, a keyring, a history and a policy of their own."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

import invented_mail
from bus import NAME, Bus
from deadline import wait_until
from display import Display
from gi.repository import Gio, GLib
from program import processor_time
from screen_watch import ScreenWatch

INTERFACE = NAME + "1"
OBJECT = "/" + NAME.replace(".", "/")
FOREVER = 2**31 - 1  # G_MAXINT: no timeout
ASKED = "asked"  # the cancellation id of every question here

PROTECTED = "army.mil"
TYPED = "Ann Lee <ann@army.ml>"
KNOWN_DOMAINS = 300
KNOWN_MAILBOXES = 1000
DAY = 24 * 60 * 60  # seconds


def known_mailboxes(n):
    """n mailboxes at the domains that the person of the benchmarks writes to."""
    return invented_mail.mailboxes(n, invented_mail.domains(KNOWN_DOMAINS))


class Stage:
    """Holds everything; close() ends it."""

    def __init__(self, build):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="heed-bench-"))
        self.log = (self.folder / "log").open("w", encoding="utf-8")
        self._display = Display(self.log)
        self.environment = self._make_environment()
        self._bus = Bus(str(self.folder), self.environment, self.log)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.address = self._bus.address
        self._bus.offer(f"{build}/app/ui/heed")
        self._keyring = self._start_keyring()
        self._heedctl = f"{build}/app/tools/heedctl"
        self._bare_window = f"{build}/tests/bench/bare-window"
        self.screen = ScreenWatch(self._display.name)
        flags = Gio.DBusConnectionFlags
        self._connection = Gio.DBusConnection.new_for_address_sync(
            self.address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None
        )

    def _make_environment(self):
        own = ("GSK_RENDERER", "GDK_DEBUG", "GDK_DISABLE", "WAYLAND_DISPLAY")
        environment = {name: value for name, value in os.environ.items() if name not in own}
        environment.update(HOME=str(self.folder), DISPLAY=self._display.name)
        environment.update(GDK_BACKEND="x11", GSETTINGS_BACKEND="memory", LC_ALL="C.UTF-8")
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            environment[f"XDG_{name}_HOME"] = str(self.folder / name.lower())
        (self.folder / "run").mkdir(mode=0o700)
        environment["XDG_RUNTIME_DIR"] = str(self.folder / "run")
        (self.folder / "policy.d").mkdir()
        policy = json.dumps({"protected-domains": [PROTECTED]})
        (self.folder / "policy.d" / "bench.json").write_text(policy, encoding="utf-8")
        environment["HEED_POLICY_PATH"] = str(self.folder / "policy.d")
        return environment

    def _start_keyring(self):
        """An unlocked keyring, as behind a login screen: with it the history is a sealed file."""
        keyring = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock"],
            env=self.environment, stdin=subprocess.PIPE, stdout=self.log, stderr=self.log,
        )
        keyring.stdin.write(b"bench")
        keyring.stdin.close()
        wait_until(lambda: self._bus.service_pid("org.freedesktop.secrets"), "the keyring")
        return keyring

    def call(self, method, arguments, seconds=20):
        """Calls a method of Heed and returns its answer, unpacked."""
        answer = self._connection.call_sync(
            NAME, OBJECT, INTERFACE, method, arguments, None, 0, seconds * 1000, None
        )
        return answer.unpack()

    def question(self, mailboxes, role="to"):
        """The arguments of ConfirmSend for a message to these."""
        options = {"client": GLib.Variant("s", "bench"), "cancellation-id": GLib.Variant("s", ASKED)}
        return GLib.Variant("(a(ss)a{sv})", ([(role, mailbox) for mailbox in mailboxes], options))

    def start(self):
        """Has the bus start the service."""
        self.call("Analyze", self.question(known_mailboxes(1)))

    def teach(self):
        """Gives the service a history: people who were written to a dozen times, on six days."""
        now = int(time.time())
        times = {"count": 12, "days": 6, "first": now - 60 * DAY, "last": now - DAY, "trusted": False}
        people = [line.rstrip(">").split(" <") for line in known_mailboxes(KNOWN_MAILBOXES)]
        lines = [json.dumps({"name": name, "mailbox": mailbox, **times}) for name, mailbox in people]
        export = self.folder / "people.jsonl"
        export.write_text("\n".join(lines), encoding="utf-8")
        command = [self._heedctl, "history", "import", str(export)]
        said = subprocess.run(command, env=self.environment, stdout=subprocess.PIPE, text=True, check=True).stdout
        assert f"{KNOWN_MAILBOXES} of {KNOWN_MAILBOXES}" in said, said

    def ask(self, question):
        """Asks, and waits for the window: (its id, nanoseconds from the call to its first frame)."""
        self.screen.forget()
        start = time.monotonic_ns()
        self._connection.call(NAME, OBJECT, INTERFACE, "ConfirmSend", question, None, 0, FOREVER, None, None)
        window, moment = self.screen.wait_for_frame()
        return window, moment - start

    def withdraw(self, window):
        """Withdraws the question, and waits until its window is gone."""
        self.call("CancelConfirmation", GLib.Variant("(s)", (ASKED,)))
        self.screen.wait_until_gone(window)

    def service_pid(self):
        return self._bus.service_pid()

    def stop_service(self):
        """Ends the service as a session does, and waits until it is gone."""
        pid = self.service_pid()
        if pid is None:
            return
        os.kill(pid, signal.SIGTERM)
        wait_until(lambda: not os.path.exists(f"/proc/{pid}"), "the service to end")

    def start_bare_window(self):
        """Starts it: (process, window, nanoseconds from the start to its first frame, processor time until then)."""
        # Both sides draw with the processor, by far the faster way to the first frame without a GPU.
        environment = {**self.environment, "GSK_RENDERER": "cairo"}
        self.screen.forget()
        start = time.monotonic_ns()
        process = subprocess.Popen([self._bare_window], env=environment, stdout=self.log, stderr=self.log)
        window, moment = self.screen.wait_for_frame()
        return process, window, moment - start, processor_time(process.pid)

    def end_bare_window(self, process, window):
        process.kill()
        process.wait()
        self.screen.wait_until_gone(window)

    def close(self):
        self.stop_service()
        self._connection.close_sync(None)
        self.screen.close()
        self._keyring.terminate()
        self._keyring.wait()
        self._bus.close()
        self._display.close()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)
