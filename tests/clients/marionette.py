# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Marionette, the remote control that Thunderbird is built with.

A packet is `length:json`. A command is [0, number, name, parameters], its answer [1, number, error,
result]. Scripts run in the program's own context, where they see what its own code sees.
"""

import json
import socket

from deadline import wait_until

SCRIPT_TIMEOUT = 60  # seconds


class Marionette:
    """A session with the Marionette of one running Thunderbird."""

    def __init__(self, port, seconds=60):
        self._socket = wait_until(lambda: _connect(port), "Marionette's port", seconds)
        self._socket.settimeout(SCRIPT_TIMEOUT + 10)
        self._stream = self._socket.makefile("rb")
        self._number = 0
        self._receive()
        # "ignore": a prompt that a test looks at must not be answered by Marionette itself.
        capabilities = {
            "unhandledPromptBehavior": "ignore",
            "timeouts": {"script": SCRIPT_TIMEOUT * 1000},
        }
        self._command("WebDriver:NewSession", capabilities={"alwaysMatch": capabilities})
        self._command("Marionette:SetContext", value="chrome")

    def run(self, script, *arguments):
        """Runs the body of an async function with `args`; returns what it returns."""
        body = (
            "const args = [...arguments], done = args.pop();"
            f"(async () => {{ {script} }})().then("
            "value => done({ value }), error => done({ error: String(error) }));"
        )
        answer = self._command(
            "WebDriver:ExecuteAsyncScript",
            script=body,
            args=arguments,
            newSandbox=True,
            sandbox="system",
        )["value"]
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer.get("value")

    def quit(self):
        self._command("Marionette:Quit", flags=["eForceQuit"])
        self._socket.close()

    def _command(self, name, **parameters):
        self._number += 1
        packet = json.dumps([0, self._number, name, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(packet), packet))
        while True:
            _, number, error, result = self._receive()
            if number == self._number:
                break
        if error:
            raise RuntimeError(f"{name}: {error.get('message', error)}")
        return result

    def _receive(self):
        length = b""
        while not length.endswith(b":"):
            byte = self._stream.read(1)
            if not byte:
                raise ConnectionError("Thunderbird closed the Marionette connection")
            length += byte
        return json.loads(self._stream.read(int(length[:-1])))


def _connect(port):
    try:
        return socket.create_connection(("127.0.0.1", port), 2)
    except OSError:
        return None
