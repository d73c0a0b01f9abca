# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A dbus-daemon that knows no services but those it is told of."""

import os
import pathlib
import shutil
import subprocess
import tempfile

_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  {services}
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class PrivateBus:
    """Runs until close(). `environment` is for what connects to it, and for what it starts."""

    def __init__(self, services=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="heed-bus-"))
        offered = f"<servicedir>{services}</servicedir>" if services else ""
        configuration = self.folder / "bus.conf"
        configuration.write_text(_CONFIGURATION.format(folder=self.folder, services=offered), encoding="utf-8")
        self.environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
        self.environment |= {"HOME": str(self.folder), "XDG_RUNTIME_DIR": str(self.folder), "LC_ALL": "C.UTF-8"}
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            self.environment[name] = str(self.folder / name.lower())
        self._daemon = subprocess.Popen(
            ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address"],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._daemon.stdout.readline().strip()

    def update_activation_environment(self, name):
        """What the bus starts from now on gets this variable as it is in `environment`."""
        assignment = f"{name}={self.environment[name]}"
        command = ["dbus-update-activation-environment", assignment]
        subprocess.run(command, check=True, env=self.environment, stdout=subprocess.DEVNULL)

    def stop(self):
        """Everybody loses the connection."""
        self._daemon.kill()
        self._daemon.wait(10)

    def close(self):
        self.stop()
        self._daemon.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)
