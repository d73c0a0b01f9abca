# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""heedctl against the real service with a real keyring: test_heedctl_history.py HEEDCTL HEED BRIDGE"""

import json
import os
import pty
import re
import stat
import subprocess
import sys
import threading
import unittest

from gi.repository import Gio, GLib

from bridge_client import Bridge
from history_case import HistoryCase

HEEDCTL, HEED, BRIDGE = sys.argv[1:4]
NAME = "io.github.heedmail.Heed"


CONTROL = f"<node><interface name='{NAME}.Control1'><method name='Status'/></interface></node>"


class Quitter:
    """Stands where the service listens, and hangs up on whoever calls. The real one can't be ended just then."""

    def __init__(self, path):
        path.parent.mkdir(mode=0o700)
        self._connections = []
        self._loop = GLib.MainLoop()
        self._server = Gio.DBusServer.new_sync(
            f"unix:path={path}", Gio.DBusServerFlags.NONE, Gio.dbus_generate_guid(), None, None
        )
        self._server.connect("new-connection", self._take)

    def _take(self, _server, connection):
        self._connections.append(connection)
        interface = Gio.DBusNodeInfo.new_for_xml(CONTROL).interfaces[0]
        hang_up = lambda its, *_: its.close(None)
        connection.register_object("/" + NAME.replace(".", "/"), interface, hang_up, None, None)
        return True

    def __enter__(self):
        self._server.start()
        self._thread = threading.Thread(target=self._loop.run)
        self._thread.start()

    def __exit__(self, *_):
        self._loop.quit()
        self._thread.join()
        self._server.stop()


class History(HistoryCase):
    programs = HEEDCTL, HEED

    def send(self, *mailboxes):
        bridge = Bridge(BRIDGE, self.bus.environment)
        recipients = [{"role": "to", "mailbox": mailbox} for mailbox in mailboxes]
        answer = bridge.ask({"id": 1, "type": "confirm-send", "recipients": recipients, "options": {"client": "test"}})
        bridge.close()
        self.assertEqual(answer.get("verdict"), "allow", answer)

    def test_from_answer_to_oblivion(self):
        self.start_keyring()
        self.send("Ann Lee <ann@example.org>")
        self.send("bob@example.net")
        self.send("ann@example.org", "bob@example.net")
        status = self.run_heedctl("status")
        self.assertRegex(status, r"history +ready")
        self.assertRegex(status, r"correspondents +2")
        records = self.listed("list")
        people = {record["mailbox"]: record for record in records if "mailbox" in record}
        decisions = [record for record in records if "reason" in record]
        self.assertEqual({name: one["count"] for name, one in people.items()}, {"ann@example.org": 2, "bob@example.net": 2})
        self.assertEqual(people["ann@example.org"]["name"], "Ann Lee")
        self.assertEqual([(one["client"], one["reason"]) for one in decisions], [("test", "clear")] * 3)
        self.assertRegex(self.run_heedctl("history", "list", "--weeks"), r"^\d{4}-\d\d-\d\d +3\n$")
        self.assertIn("Ann Lee", self.run_heedctl("history", "search", "LEE"))
        self.assertNotIn("bob", self.run_heedctl("history", "list", "--person", "ann@example.org").split("\n")[0])

        exported = self.home / "exported.jsonl"
        exported.write_text(self.run_heedctl("history", "export"), encoding="utf-8")
        self.run_heedctl("history", "forget", code=2)
        forgotten = self.run_heedctl("history", "forget", "--domain", "example.net")
        self.assertEqual([int(number) for number in re.findall(r"\d+", forgotten)], [1, 2])
        self.run_heedctl("history", "forget", "--all")
        self.assertEqual(self.listed("list"), [])
        for _ in range(2):
            self.assertIn("5 of 5", self.run_heedctl("history", "import", str(exported)))
            by_key = lambda record: json.dumps(record, sort_keys=True)
            self.assertEqual(sorted(self.listed("list"), key=by_key), sorted(records, key=by_key))

    def test_trust(self):
        self.start_keyring()
        for _ in range(3):
            self.send("ann@army.mil")
        self.run_heedctl("check", "bob@army.ml", code=1)
        self.assertIn("--reason", self.run_heedctl("history", "trust", "army.ml", code=2))
        self.assertIn("com is shared", self.run_heedctl("history", "trust", "com", "--reason", "x", code=2))
        self.run_heedctl("history", "trust", "Army.ML", "--reason", "A new partner, münchen")
        self.run_heedctl("check", "bob@army.ml")
        day = r"\d{4}-\d\d-\d\d"
        self.assertRegex(self.run_heedctl("history", "list"), rf"(?m)^trusted   {day}  army\.ml  A new partner, münchen$")
        self.assertIn("army.ml", self.run_heedctl("history", "search", "PARTNER"))
        self.assertNotIn("partner", self.run_heedctl("history", "search", "nobody"))
        exported = self.home / "exported.jsonl"
        exported.write_text(self.run_heedctl("history", "export"), encoding="utf-8")
        self.run_heedctl("history", "untrust", "army.ml")
        self.run_heedctl("check", "bob@army.ml", code=1)
        self.assertIn("army.ml is not", self.run_heedctl("history", "untrust", "army.ml", code=2))
        self.run_heedctl("history", "import", str(exported))
        trusted = [(one["trusted"], one["reason"]) for one in self.listed("list") if "reason" in one and "trusted" in one]
        self.assertEqual(trusted, [("army.ml", "A new partner, münchen")])
        self.run_heedctl("history", "forget", "--domain", "army.ml")
        self.run_heedctl("check", "bob@army.ml", code=1)

    def test_trust_is_asked_why(self):
        """On a terminal, who gives no reason is asked for it."""
        self.start_keyring()
        self.run_heedctl("status")
        ours, theirs = pty.openpty()
        words = [HEEDCTL, "history", "trust", "army.ml"]
        with subprocess.Popen(words, env=self.bus.environment, stdin=theirs, stderr=subprocess.PIPE, text=True) as program:
            self.assertEqual(program.stderr.read(4), "Why ")
            os.write(ours, b"Asked by telephone\n")
            program.communicate(timeout=30)
        os.close(theirs)
        os.close(ours)
        self.assertEqual(program.returncode, 0)
        self.assertEqual([one["reason"] for one in self.listed("list")], ["Asked by telephone"])

    def test_policy_without_trust(self):
        folder = self.home / "policy"
        folder.mkdir()
        (folder / "a.json").write_text('{"may-trust": false}', encoding="utf-8")
        self.bus.environment["HEED_POLICY_PATH"] = str(folder)
        self.bus.update_activation_environment("HEED_POLICY_PATH")
        self.start_keyring()
        said = self.run_heedctl("history", "trust", "army.ml", "--reason", "x", code=2)
        self.assertIn("policy does not let you", said)
        trusts = self.home / "trusts.jsonl"
        trusts.write_text('{"trusted": "army.ml", "reason": "x", "time": 1}\n', encoding="utf-8")
        self.assertIn("0 of 1", self.run_heedctl("history", "import", str(trusts)))
        self.assertEqual(self.listed("list"), [])

    def test_export_in_any_locale(self):
        """What is exported is UTF-8 under LC_ALL=C, too."""
        self.start_keyring()
        csv = self.home / "people.csv"
        csv.write_text("name,mail\nJörg Müller,joerg@example.org\n", encoding="utf-8")
        self.run_heedctl("history", "import", str(csv))
        self.bus.environment["LC_ALL"] = "C"
        result = subprocess.run([HEEDCTL, "history", "export"], env=self.bus.environment, capture_output=True, timeout=30, check=True)
        self.assertEqual(json.loads(result.stdout.decode())["name"], "Jörg Müller")
        result = subprocess.run([HEEDCTL, "history", "search", "jörg"], env=self.bus.environment, capture_output=True, timeout=30, check=True)
        self.assertIn(b"joerg@example.org", result.stdout)

    def test_address_books(self):
        self.start_keyring()
        vcards = self.home / "people.vcf"
        vcards.write_bytes(
            b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Lee\\, Ann\r\nitem1.EMAIL;TYPE=\"a:b\":ann@exam\r\n ple.org\r\n"
            b"EMAIL:no address\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Bob\r\nEMAIL:bob@example.net\r\nEND:VCARD\r\n"
        )
        self.assertIn("2 of 3", self.run_heedctl("history", "import", str(vcards)))
        csv = self.home / "people.csv"
        csv.write_text('\ufeffName;E-mail;Count\n"Eve ""E"" X";eve@example.com;7\n;;\n', encoding="utf-8")
        self.assertIn("1 of 1", self.run_heedctl("history", "import", str(csv)))
        names = {record["mailbox"]: (record["name"], record["count"]) for record in self.listed("list")}
        expected = {
            "ann@example.org": ("Lee, Ann", 1),
            "bob@example.net": ("Bob", 1),
            "eve@example.com": ('Eve "E" X', 7),
        }
        self.assertEqual(names, expected)
        csv.write_text("a,b\n1,2\n", encoding="utf-8")
        self.assertIn("line 1", self.run_heedctl("history", "import", str(csv), code=2))
        csv.write_text('{"mailbox": "a@example.org"}\n{"x": 1}\n', encoding="utf-8")
        self.assertIn("line 2", self.run_heedctl("history", "import", str(csv), code=2))
        csv.write_text('mail\na@example.org\n"b@example.org\nc@example.org\n', encoding="utf-8")
        self.assertIn("line 3: the quotation mark", self.run_heedctl("history", "import", str(csv), code=2))
        csv.write_text('{"mailbox": "a@example.org", "count": 1099511627776}\n', encoding="utf-8")
        self.assertIn("line 1: “count”", self.run_heedctl("history", "import", str(csv), code=2))
        csv.write_bytes(b"\xff\xfe")
        self.assertIn("UTF-8", self.run_heedctl("history", "import", str(csv), code=2))

    def test_more_than_one_part(self):
        """An export of more than a call takes comes back."""
        self.start_keyring()
        people = [
            {"mailbox": f"p{i}@d{i % 500}.example", "name": "", "count": 1 + i % 9, "first": i, "last": 2 * i, "days": 1}
            for i in range(100_500)
        ]
        decisions = [
            {"time": i, "client": "test", "reason": "clear", "severity": "clear", "recipients": [], "kinds": []}
            for i in range(10_500)
        ]
        records = [{**one, "trusted": i % 2 == 0} for i, one in enumerate(people)] + decisions
        lines = sorted(json.dumps(one, separators=(",", ":")) for one in records)
        path = self.home / "many.jsonl"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.assertIn("111000 of 111000", self.run_heedctl("history", "import", str(path), seconds=120))
        self.assertEqual(sorted(self.run_heedctl("history", "export", seconds=60).splitlines()), lines)

    def test_without_keyring(self):
        said = self.run_heedctl("status", code=1)
        self.assertRegex(said, r"history +memory")
        self.assertIn("problem", said)
        self.assertIn("keyring", self.run_heedctl("history", "list", code=2))

    def test_service_that_ends(self):
        """What a person reads is a sentence of ours, not what the bus and its library say."""
        with Quitter(self.home / "heed" / "control"):
            said = self.run_heedctl("status", code=2)
        self.assertEqual(said, "heedctl: The connection to Heed ended before it answered.\n")

    def run_heed(self, *words):
        command = [HEED, *words]
        answer = subprocess.run(command, env=self.bus.environment, capture_output=True, text=True, timeout=60)
        self.assertEqual(answer.stdout, "")
        return answer.returncode, answer.stderr

    def test_heed_that_cannot_show_itself(self):
        """Alone, and beside the service, whose history it leaves alone."""
        self.start_keyring()
        no_screen = 1, "heed: There is no screen on which Heed could ask you.\n"
        self.assertEqual(self.run_heed(), no_screen)
        self.assertRegex(self.run_heedctl("status"), r"history +ready")
        self.assertEqual(self.run_heed(), no_screen)
        status, said = self.run_heed("--nonsense")
        self.assertEqual(status, 2)
        self.assertRegex(said, "^heed: “--nonsense” ")

    def test_end_without_keyring(self):
        """Nothing was to be written, so nothing failed."""
        command = [HEED, "--gapplication-service"]
        with subprocess.Popen(command, env=self.bus.environment, stderr=subprocess.PIPE, text=True) as service:
            wait = ["gdbus", "wait", "--session", "--timeout=30", NAME]
            subprocess.run(wait, check=True, env=self.bus.environment)
            self.send("ann@example.org")
            self.assertRegex(self.run_heedctl("status", code=1), r"correspondents +1")
            service.terminate()
            self.assertNotIn("could not be written", service.communicate(timeout=60)[1])
        self.assertEqual(service.returncode, 0)

    def test_service_that_is_not_there(self):
        (self.services / f"{NAME}.service").unlink()
        said = self.run_heedctl("status", code=2)
        self.assertRegex(said, "^heedctl: Heed is not running, and the session’s bus does not know of it.*XDG_DATA_DIRS")

    def test_service_that_does_not_start(self):
        (self.services / f"{NAME}.service").unlink()
        service = f"[D-BUS Service]\nName={NAME}\nExec=/bin/false\n"
        (self.services / "false.service").write_text(service, encoding="utf-8")
        # The bus reads its folder anew by the second in which that changed.
        bus = ["--dest=org.freedesktop.DBus", "--object-path=/org/freedesktop/DBus"]
        reload = ["gdbus", "call", "--session", *bus, "--method=org.freedesktop.DBus.ReloadConfig"]
        subprocess.run(reload, check=True, env=self.bus.environment, stdout=subprocess.DEVNULL)
        said = self.run_heedctl("status", code=2)
        self.assertEqual(said, "heedctl: Heed is not running, and did not start.\n")

    def test_socket_of_the_person_alone(self):
        self.run_heedctl("status", code=1)
        folder = self.home / "heed"
        self.assertEqual(stat.S_IMODE(folder.stat().st_mode), 0o700)
        if os.geteuid() != 0:
            self.skipTest("only root can come as another user")
        script = (
            "import os, socket, sys; s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1]); os.setuid(65534);"
            "s.sendall(b'\\0AUTH EXTERNAL 3635353334\\r\\n'); print(s.recv(100))"
        )
        command = [sys.executable, "-c", script, str(folder / "control")]
        said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout
        self.assertIn("REJECTED", said)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
