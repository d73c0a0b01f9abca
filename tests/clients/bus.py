# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session bus of its own, on which Heed's service is started by activation."""

import os
import shlex
import shutil
import signal
import subprocess

import child

_ACCESSIBILITY = "/usr/share/dbus-1/services/org.a11y.Bus.service"

NAME = "io.github.heedmail.Heed"

_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={directory}</listen>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class Bus:
    """A dbus-daemon. What it activates gets `environment`."""

    def __init__(self, directory, environment, log):
        self._services = os.path.join(directory, "services")
        os.makedirs(self._services)
        configuration = os.path.join(directory, "bus.conf")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write(_CONFIGURATION.format(directory=directory, services=self._services))
        self._daemon = child.start(
            ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        self.address = self._daemon.stdout.readline().strip()

    def offer(self, program):
        """Makes Heed's name activatable by this program, wherever it was built."""
        command = f"{shlex.quote(program)} --gapplication-service"
        with open(os.path.join(self._services, NAME + ".service"), "w", encoding="utf-8") as file:
            file.write(f"[D-BUS Service]\nName={NAME}\nExec={command}\n")
        self._call("ReloadConfig")

    def offer_file(self, path):
        """Makes what a service file offers activatable."""
        shutil.copy(path, self._services)
        self._call("ReloadConfig")

    def offer_accessibility(self):
        """Makes the accessibility bus activatable, and nothing else that the system has."""
        self.offer_file(_ACCESSIBILITY)

    def withdraw_offer(self):
        """Makes Heed's name unknown, as where Heed is not installed."""
        os.unlink(os.path.join(self._services, NAME + ".service"))
        self._call("ReloadConfig")

    def service_pid(self, name=NAME):
        """The process that owns a name (Heed's), or None."""
        answer = self._call("GetConnectionUnixProcessID", f"string:{name}")
        return int(answer.split()[-1]) if answer else None

    def kill_service(self):
        os.kill(self.service_pid(), signal.SIGKILL)

    def _call(self, method, *arguments):
        """Calls the bus itself; returns the printed reply, or None for an error."""
        command = [
            "dbus-send",
            f"--bus={self.address}",
            "--print-reply=literal",
            "--dest=org.freedesktop.DBus",
            "/org/freedesktop/DBus",
            f"org.freedesktop.DBus.{method}",
            *arguments,
        ]
        answer = subprocess.run(command, capture_output=True, text=True, timeout=20)
        return answer.stdout.strip() if answer.returncode == 0 else None

    def close(self):
        self._daemon.terminate()
        self._daemon.wait(10)
