# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The other end of heed-bridge: what a mail program writes and reads."""

import json
import select
import struct

PATIENCE = 120  # seconds in which a busy machine starts a sandbox and answers


class Conversation:
    """Requests and answers over the pipes of a bridge that runs."""

    def __init__(self, process):
        self._process = process
        self._number = 0

    def ask(self, kind, **members):
        self.post(kind, **members)
        return self.receive()

    def post(self, kind, **members):
        self._number += 1
        content = json.dumps({"id": self._number, "type": kind, **members}).encode()
        self._process.stdin.write(struct.pack("=I", len(content)) + content)
        self._process.stdin.flush()

    def receive(self):
        if not select.select([self._process.stdout], [], [], PATIENCE)[0]:
            raise AssertionError(f"the bridge has not answered in {PATIENCE} s")
        length = self._process.stdout.read(4)
        if len(length) < 4:
            raise AssertionError("the bridge ended without an answer")
        return json.loads(self._process.stdout.read(struct.unpack("=I", length)[0]))

    def close(self):
        """Ends as a mail program does that closes; returns the exit status."""
        self._process.stdin.close()
        return self._process.wait(20)
