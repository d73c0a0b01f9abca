# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real heed-bridge between pipes and a private bus: test_bridge.py BRIDGE SERVICE"""

import hashlib
import json
import socket
import sys
import threading
import unittest

from bridge_client import Bridge, Service
from private_bus import PrivateBus

BRIDGE, SERVICE = sys.argv[1:3]


def confirm(number, mailbox="ann@army.mil", **options):
    recipients = [{"role": "to", "mailbox": mailbox}]
    return {"id": number, "type": "confirm-send", "recipients": recipients, "options": options}


def with_recipients(recipients):
    return {"id": "x", "type": "confirm-send", "recipients": recipients}


# What a person reads in place of the bus's own words.
ENDED = "^Heed ended before it answered.$"
NOT_INSTALLED = "^Heed is not installed, or your session does not know of it.$"
DISCONNECTED = "^The connection to Heed ended before it answered.$"
NO_BUS = "^Your session’s message bus, through which Heed is asked, cannot be reached.$"

CANCEL = {"id": "x", "type": "cancel-confirmation", "cancellation-id": "n"}
LEARN = {"id": "x", "type": "learn-recipients", "mailboxes": [{"mailbox": "a@b.org"}]}


def invented_names(n):
    """Names of domains that are near each other no more than chance has it."""
    return [hashlib.sha256(str(i).encode()).hexdigest()[:20] for i in range(n)]


# What is wrong, the frame, the error's name, and the id of the answer.
BAD = (
    ("nothing", b"", "InvalidArgument", None),
    ("invalid UTF-8", b'{"id":"x","type":"hel\xfflo"}', "InvalidArgument", None),
    ("a zero byte", b'{"id":"x",\0"type":"hello"}', "InvalidArgument", None),
    ("an escaped zero", b'{"id":"x","type":"\\u0000"}', "InvalidArgument", None),
    ("deep", b"[" * 100_000, "InvalidArgument", None),
    ("truncated", b'{"id":"x","type":"hel', "InvalidArgument", None),
    ("huge and no JSON", b"x" * 1024 * 1024, "InvalidArgument", None),
    ("an array", [], "InvalidArgument", None),
    ("a text", b'"hello"', "InvalidArgument", None),
    ("null", b"null", "InvalidArgument", None),
    ("one member twice", b'{"id":"x","id":"y","type":"prepare"}', "InvalidArgument", None),
    ("no id", {"type": "prepare"}, "InvalidArgument", None),
    ("an id that is an object", {"id": {}, "type": "prepare"}, "InvalidArgument", None),
    ("an id that is no whole number", {"id": 1.5, "type": "prepare"}, "InvalidArgument", None),
    ("no type", {"id": "x"}, "InvalidArgument", "x"),
    ("an unknown type", {"id": "x", "type": "send"}, "InvalidArgument", "x"),
    ("another protocol", {"id": "x", "type": "hello", "protocol": 2}, "InvalidArgument", "x"),
    ("recipients that are a number", with_recipients(1), "InvalidArgument", "x"),
    ("a recipient that is a text", with_recipients(["ann@army.mil"]), "InvalidArgument", "x"),
    ("no recipients", with_recipients([]), "InvalidArgument", "x"),
    ("no role", with_recipients([{"mailbox": "ann@army.mil"}]), "InvalidArgument", "x"),
    ("a@b@c", with_recipients([{"role": "to", "mailbox": "a@b@c"}]), "InvalidRecipient", "x"),
    ("too many", with_recipients([{"role": "to", "mailbox": "a@b.org"}] * 10_001), "LimitExceeded", "x"),
    ("a long name", with_recipients([{"role": "to", "mailbox": "n" * 900_000 + " <a@b.org>"}]), "LimitExceeded", "x"),
    ("options that are an array", confirm("x") | {"options": []}, "InvalidArgument", "x"),
    ("a timeout below zero", confirm("x", timeout=-1), "InvalidArgument", "x"),
    ("a subject that is a number", confirm("x", subject=1), "InvalidArgument", "x"),
    ("nothing to cancel", {"id": "x", "type": "cancel-confirmation"}, "InvalidArgument", "x"),
    ("nothing of that name to cancel", CANCEL, "NotFound", "x"),
    ("mailboxes without counts", LEARN, "InvalidArgument", "x"),
)


class BridgeTest(unittest.TestCase):
    def setUp(self):
        self.bus = PrivateBus()
        self.addCleanup(self.bus.close)
        self.service = Service(SERVICE, self.bus.environment)
        self.addCleanup(self.service.close)
        self.bridge = self.start_bridge()

    def start_bridge(self):
        bridge = Bridge(BRIDGE, self.bus.environment)
        self.addCleanup(bridge.close)
        return bridge

    def assert_allows(self, bridge, number=1):
        answer = bridge.ask(confirm(number))
        self.assertEqual((answer["id"], answer["type"], answer.get("verdict")), (number, "reply", "allow"), answer)

    def assert_error(self, answer, name, number, message="."):
        self.assertEqual((answer["type"], answer.get("error"), answer["id"]), ("error", name, number), answer)
        self.assertRegex(answer["message"], message)

    def test_hello(self):
        answer = self.bridge.ask({"id": 1, "type": "hello", "protocol": 1, "client": "T", "shim": "1"})
        self.assertEqual(answer["service"], {"version": 1, "managed": False})
        self.assertEqual(answer["protocol"], 1)
        self.assertEqual(answer["on-failure"], "ask")

    def test_on_failure(self):
        """What the policy says is told with a service and without, and a file with a fault says nothing."""
        folder = self.bus.folder / "policy.d"
        folder.mkdir()
        self.bus.environment["HEED_POLICY_PATH"] = str(folder)
        bridge = Bridge(BRIDGE, self.bus.environment)
        self.addCleanup(bridge.close)
        hello = {"id": 1, "type": "hello", "protocol": 1}
        (folder / "a.json").write_text('{"on-failure": "cancel"}', encoding="utf-8")
        self.assertEqual(bridge.ask(hello)["on-failure"], "cancel")
        self.service.kill()
        answer = bridge.ask(hello)
        self.assertEqual((answer["service"], answer["on-failure"]), (None, "cancel"), answer)
        (folder / "a.json").write_text('{"on-failure": "send"}', encoding="utf-8")
        self.assertEqual(bridge.ask(hello)["on-failure"], "ask")

    def test_bad_requests(self):
        for what, payload, name, number in BAD:
            with self.subTest(what):
                self.assert_error(self.bridge.ask(payload), name, number)
                self.assert_allows(self.bridge)

    def test_verdict_for_more_than_a_frame_can_tell(self):
        """What was found about 10,000 strangers is longer than a frame. The verdict is not."""
        recipients = [{"role": "bcc", "mailbox": f"ann@{name}.org"} for name in invented_names(9_999)]
        recipients.append({"role": "to", "mailbox": "ann@army.ml"})
        self.bridge.write({"id": 1, "type": "confirm-send", "recipients": recipients})
        self.service.expect("opened")
        self.service.tell("confirm")
        answer = self.bridge.read()
        self.assertEqual((answer["id"], answer["type"], answer.get("verdict")), (1, "reply", "allow"), answer)
        self.assertNotIn("findings", answer["details"])
        self.assertRegex(answer["details"]["digest"], "^[0-9a-f]{64}$")

    def test_answers_of_the_person(self):
        for word, verdict, reason in (("confirm", "allow", "confirmed"), ("decline", "cancel", "declined")):
            self.bridge.write(confirm(word, "ann@army.ml"))
            self.service.expect("opened")
            self.service.tell(word)
            answer = self.bridge.read()
            self.assertEqual((answer["id"], answer["verdict"], answer["details"]["reason"]), (word, verdict, reason))

    def test_window_lost(self):
        self.bridge.write(confirm(1, "ann@army.ml"))
        self.service.expect("opened")
        self.service.tell("crash")
        self.assert_error(self.bridge.read(), "Failed", 1, "^Something went wrong inside Heed.$")

    def test_same_id_twice(self):
        self.bridge.write(confirm("x", "ann@army.ml"))
        self.service.expect("opened")
        self.assert_error(self.bridge.ask(confirm("x", "bob@army.ml")), "InvalidArgument", "x")
        self.service.tell("confirm")
        self.assertEqual(self.bridge.read()["verdict"], "allow")

    def test_too_many_wait(self):
        for number in range(64):
            self.bridge.write(confirm(number, "ann@army.ml"))
        self.service.expect("opened")
        self.assert_error(self.bridge.ask(confirm(64, "ann@army.ml")), "LimitExceeded", 64)
        self.assert_allows(self.start_bridge())

    def test_length_of_4_gib(self):
        self.bridge.write(b"{}", 0xFFFFFFFF)
        self.assert_error(self.bridge.read(), "LimitExceeded", None)
        self.assertIsNone(self.bridge.read())
        self.assertEqual(self.bridge.wait(), 1)
        self.assert_allows(self.start_bridge())

    def test_flood(self):
        """More than the pipes hold, from a mail program that does not read meanwhile."""
        count = 20_000
        payload = json.dumps({"type": "prepare", "id": 0}).encode()
        frame = len(payload).to_bytes(4, sys.byteorder) + payload
        writer = threading.Thread(target=self.bridge.write_bytes, args=(frame * count,))
        writer.start()
        other = self.start_bridge()
        for number in range(100):
            self.assert_allows(other, number)
        for _ in range(count):
            self.assertEqual(self.bridge.read()["id"], 0)
        writer.join()
        self.assert_allows(self.bridge)

    def test_slow_bus(self):
        """What cannot be sent on anyway is refused even when the bus says nothing."""
        with socket.socket(socket.AF_UNIX) as listener:
            path = str(self.bus.folder / "silent")
            listener.bind(path)
            listener.listen()
            environment = self.bus.environment | {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={path}"}
            bridge = Bridge(BRIDGE, environment)
            self.addCleanup(bridge.close)
            bridge.write(confirm(1))
            for _ in range(100):
                self.assert_error(bridge.ask({"type": "prepare"}), "InvalidArgument", None)

    def test_input_closes(self):
        self.bridge.write(confirm(1, "ann@army.ml"))
        self.service.expect("opened")
        self.bridge.stdin.close()
        self.service.expect("cancelled")
        self.assertIsNone(self.bridge.read())
        self.assertEqual(self.bridge.wait(), 0)

    def test_input_ends_within_a_frame(self):
        self.bridge.write(b'{"id":', 100)
        self.bridge.stdin.close()
        self.assertIsNone(self.bridge.read())
        self.assertEqual(self.bridge.wait(), 0)

    def test_service_killed(self):
        self.bridge.write(confirm(1, "ann@army.ml"))
        self.service.expect("opened")
        self.service.kill()
        self.assert_error(self.bridge.read(), "Unreachable", 1, ENDED)
        self.assert_error(self.bridge.ask(confirm(2)), "Unreachable", 2, NOT_INSTALLED)
        answer = self.bridge.ask({"id": 3, "type": "hello", "protocol": 1})
        self.assertIsNone(answer["service"])
        self.assertRegex(answer["problem"], NOT_INSTALLED)

    def test_bus_gone(self):
        self.bridge.write(confirm(1, "ann@army.ml"))
        self.service.expect("opened")
        self.bus.stop()
        self.assert_error(self.bridge.read(), "Unreachable", 1, DISCONNECTED)
        self.assert_error(self.bridge.ask(confirm(2)), "Unreachable", 2, NO_BUS)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
