# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail submission server on loopback that keeps what it is given.

It speaks as much SMTP as Thunderbird needs, without encryption or passwords, and delivers nothing.
Tests read `messages` and wait with `wait_for`.
"""

import email
import email.policy
import socketserver
import threading
from dataclasses import dataclass


@dataclass(frozen=True)
class Delivery:
    """One accepted message: its envelope and what was in it."""

    sender: str
    recipients: tuple
    content: email.message.EmailMessage

    @property
    def subject(self):
        return str(self.content["Subject"])


class _Conversation(socketserver.StreamRequestHandler):
    """One SMTP connection."""

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        sender, recipients = "", []
        self.say("220 sink ESMTP")
        for raw in self.rfile:
            line = raw.decode("utf-8", "replace").strip()
            verb = line.upper()
            if verb.startswith("EHLO"):
                self.say("250-sink")
                self.say("250-8BITMIME")
                self.say("250 SMTPUTF8")
            elif verb.startswith("MAIL FROM:"):
                sender, recipients = _path(line), []
                self.say("250 ok")
            elif verb.startswith("RCPT TO:"):
                recipients.append(_path(line))
                self.say("250 ok")
            elif verb == "DATA":
                self.say("354 end with a dot")
                content = self._read_content()
                self.server.sink.add(Delivery(sender, tuple(recipients), content))
                self.say("250 kept")
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def _read_content(self):
        lines = []
        for raw in self.rfile:
            if raw == b".\r\n":
                break
            lines.append(raw[1:] if raw.startswith(b"..") else raw)
        return email.message_from_bytes(b"".join(lines), policy=email.policy.default)


def _path(line):
    """The address between the angle brackets of MAIL FROM or RCPT TO."""
    return line[line.index("<") + 1 : line.rindex(">")]


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


class MailSink:
    """The server, running in threads of its own from construction to close()."""

    def __init__(self):
        self._deliveries = []
        self._changed = threading.Condition()
        self._watcher = None
        self._server = _Server(("127.0.0.1", 0), _Conversation)
        self._server.sink = self
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def add(self, delivery):
        with self._changed:
            self._deliveries.append(delivery)
            self._changed.notify_all()
        if self._watcher:
            self._watcher(delivery)

    def watch(self, watcher):
        """Calls watcher(delivery) for each message from now on, in a thread of the sink's."""
        self._watcher = watcher

    def messages(self, subject=None):
        """What has arrived so far, all of it or what has this subject."""
        with self._changed:
            return [d for d in self._deliveries if subject is None or d.subject == subject]

    def wait_for(self, subject, seconds=20):
        """The first message with this subject; AssertionError if none comes in time."""
        with self._changed:
            found = self._changed.wait_for(
                lambda: [d for d in self._deliveries if d.subject == subject], seconds
            )
        if not found:
            raise AssertionError(f"no message with subject {subject!r} arrived in {seconds} s")
        return found[0]

    def close(self):
        self._server.shutdown()
        self._server.server_close()
