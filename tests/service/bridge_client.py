# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail program's end of heed-bridge, and the service behind it."""

import json
import struct
import subprocess


class Bridge:
    """The real heed-bridge, started with pipes as a mail program does."""

    def __init__(self, program, environment):
        self._process = subprocess.Popen(
            [program, "manifest.json", "heed@example.org"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        self.stdin = self._process.stdin
        self._output = open(self._process.stdout.fileno(), "rb", closefd=False)

    def write(self, payload, length=None):
        """Writes one frame; `length` is what its prefix says, if not the truth."""
        data = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
        self.write_bytes(struct.pack("=I", len(data) if length is None else length) + data)

    def write_bytes(self, data):
        view = memoryview(data)
        while view:
            view = view[self.stdin.write(view) :]

    def read(self):
        """The next answer; None at the end."""
        prefix = self._output.read(4)
        if not prefix:
            return None
        (length,) = struct.unpack("=I", prefix)
        return json.loads(self._output.read(length))

    def ask(self, payload):
        self.write(payload)
        return self.read()

    def wait(self):
        """Waits for its end; returns its exit status."""
        return self._process.wait(20)

    def close(self):
        if not self.stdin.closed:
            self.stdin.close()
        self._process.wait(20)
        self._output.close()
        self._process.stdout.close()


class Service:
    """The real exported object with a person who does what they are told."""

    def __init__(self, program, environment):
        self._process = subprocess.Popen(
            [program], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.expect("ready")

    def expect(self, word):
        line = self._process.stdout.readline().strip()
        if line != word:
            raise AssertionError(f"the service says {line!r}, not {word!r}")

    def tell(self, word):
        self._process.stdin.write(word + "\n")
        self._process.stdin.flush()

    def kill(self):
        self._process.kill()
        self._process.wait(10)

    def close(self):
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()
