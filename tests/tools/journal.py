# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A journal of the test's own: the real journald in a mount namespace, or, where that is not installed, its socket."""

import json
import os
import pathlib
import shutil
import socket
import struct
import subprocess
import sys

_PLACES = ("/usr/lib/systemd/systemd-journald", "/lib/systemd/systemd-journald")
JOURNALD = next(filter(os.path.exists, _PLACES), None)
SOCKET = pathlib.Path("/run/systemd/journal/socket")
_INSIDE = "HEED_TEST_NAMESPACE"


def enter_namespace():
    """Starts this program anew where /run is its own. Returns whether it is there; False where nobody may."""
    if os.environ.get(_INSIDE):
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", "/run"], check=True)
        return True
    unshare = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
    if subprocess.run([*unshare, "mount", "-t", "tmpfs", "tmpfs", "/run"], stderr=subprocess.DEVNULL).returncode != 0:
        return False
    os.environ[_INSIDE] = "1"
    os.execvp(unshare[0], [*unshare, sys.executable, *sys.argv])


def parse(datagram):
    """The fields of the native protocol, as lists."""
    fields = {}
    while datagram:
        name, equals, rest = datagram.partition(b"\n")
        if b"=" in name:
            name, _, value = name.partition(b"=")
            datagram = rest
        else:
            (size,) = struct.unpack_from("<Q", rest)
            value, end, datagram = rest[8 : 8 + size], rest[8 + size : 9 + size], rest[9 + size :]
            if end != b"\n":
                raise ValueError("a field without end")
        if not equals:
            raise ValueError("a field without end")
        fields.setdefault(name.decode("ascii"), []).append(value.decode("utf-8"))
    return fields


class RealJournal:
    """systemd-journald, which writes below /run of this namespace."""

    name = "journald"

    def __init__(self):
        SOCKET.parent.mkdir(parents=True)
        pathlib.Path("/run/log/journal").mkdir(parents=True)
        self._daemon = subprocess.Popen([JOURNALD], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._journalctl("--sync")

    def _journalctl(self, *words):
        """Asks until it answers, which it does once it has its sockets."""
        while True:
            command = ["journalctl", "--quiet", *words]
            answer = subprocess.run(command, capture_output=True, text=True, timeout=60)
            if answer.returncode == 0:
                return answer.stdout
            if self._daemon.poll() is not None:
                raise AssertionError(f"journald has ended: {answer.stderr}")

    def records(self):
        self._journalctl("--sync")
        words = ["--directory=/run/log/journal", "--output=json", "--all", "SYSLOG_IDENTIFIER=heed"]
        lines = self._journalctl(*words).splitlines()
        as_lists = lambda fields: {name: value if isinstance(value, list) else [value] for name, value in fields.items()}
        return [as_lists(json.loads(line)) for line in lines]

    def close(self):
        self._daemon.kill()
        self._daemon.wait()
        for folder in ("/run/systemd", "/run/log"):
            shutil.rmtree(folder)


class SocketOfJournal:
    """Where journald would listen."""

    name = "a socket in place of journald, which is not installed"

    def __init__(self):
        SOCKET.parent.mkdir(parents=True)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        self._socket.bind(str(SOCKET))
        self._records = []

    def records(self):
        try:
            while True:
                self._records.append(parse(self._socket.recv(1 << 20)))
        except BlockingIOError:
            return self._records

    def close(self):
        self._socket.close()
        shutil.rmtree("/run/systemd")


Journal = RealJournal if JOURNALD else SocketOfJournal
