# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The overview: mail programs of this machine and their state, and what Heed has done so far."""

import json
import subprocess
import unittest

from app_case import BRIDGE, EXTENSION, HOST, AppCase, decision
from deadline import wait_until
from picture import Picture

FRAME = 5  # pixels that the screen shows around the window
WORDS_ABOVE = 400  # pixels of the window that nothing has scrolled away

DESKTOP = """[Desktop Entry]
Type=Application
Name={name}
Exec={command} %u
MimeType=x-scheme-handler/mailto;
Categories=Network;{category};
"""


class Overview(AppCase):
    @classmethod
    def prepare(cls):
        folder = cls.home / "data" / "applications"
        folder.mkdir(parents=True)
        for file, name, command, category in (
            ("thunderbird", "Thunderbird", "true", "Email"),
            ("packed", "Thunderbird (Flatpak)", "flatpak run org.mozilla.thunderbird", "Email"),
            ("pigeon", "Pigeon", "true", "Email"),
            ("browser", "Browser", "true", "WebBrowser"),
        ):
            # Its real name lets this take the place of a Thunderbird that the machine has.
            file = "org.mozilla.thunderbird-packed" if file == "packed" else file
            (folder / f"{file}.desktop").write_text(
                DESKTOP.format(name=name, command=command, category=category), encoding="utf-8"
            )
        subprocess.run(["update-desktop-database", folder], check=True)

    @classmethod
    def fill(cls):
        cls.import_records(
            decision("declined", "ann@army.ml", days_ago=1),
            decision("corrected", "bob@army.ml", days_ago=9),
            decision("corrected", "eve@army.ml", days_ago=9),
            decision("confirmed", "eve@army.ml", days_ago=40),
            decision("clear", "eve@army.mil", kinds=(), severity="clear", client="Letterbox/1", days_ago=2),
        )

    def set_add_on(self, version, active=True):
        """What Thunderbird writes down about its add-ons."""
        profile = self.home / ".thunderbird" / "one.default"
        profile.mkdir(parents=True, exist_ok=True)
        add_ons = [{"id": EXTENSION, "version": version, "active": active, "syncGUID": None}] if version else []
        (profile / "extensions.json").write_text(json.dumps({"schemaVersion": 37, "addons": add_ons}))

    def set_manifest(self, there):
        path = self.home / ".mozilla" / "native-messaging-hosts" / f"{HOST}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        if there:
            path.write_text(json.dumps({"name": HOST, "path": str(BRIDGE)}))
        return path

    def version(self):
        return self.heedctl("status").split()[1]

    def test_says_what_it_did(self):
        window = self.show()
        self.wait_for_text(window, "3 near misses stopped")
        chart = window.find("image", "^Windows shown per week$")
        self.assertEqual(len(chart.description.splitlines()), 12)
        self.assertIn(": 1 window", chart.description)
        self.assertIn(": 2 windows", chart.description)

    def test_every_word_stands_out(self):
        window = self.show()
        self.wait_for_text(window, "3 near misses stopped", "Pigeon")
        path = self.picture("overview-words")
        seen = [part for part in window.parts() if part.role == "label" and part.name and part.box[1] < WORDS_ABOVE]
        self.assertGreater(len(seen), 8)
        for part in seen:
            left, top, width, height = part.box
            contrast = Picture(path, (left + FRAME, top + FRAME, width, height)).contrast()
            self.assertGreaterEqual(contrast, 4.5, part.name)

    def test_lists_mail_programs(self):
        self.set_add_on(None)
        window = self.show()
        self.wait_for_text(
            window,
            "Its Heed add-on is not installed.\nIt asked last on",
            "There is no Heed add-on for it.\nIt has not asked yet.",
            "It runs in a sandbox, from which it cannot start Heed.",
            "Letterbox",
            "Connected: it asks before it sends.",
        )
        self.assertNotIn("Browser", window.text())
        self.picture("overview")

    def test_tells_the_states_of_the_add_on_apart(self):
        current = self.version()
        for version, active, manifest, state, button in (
            (current, True, True, "Connected: it asks before it sends.\nIt asked last on", None),
            ("0.0.1", True, True, "Connected, by an add-on that is older than this Heed.", "^Update…$"),
            (current, False, True, "Its Heed add-on is switched off.", "^Switch on…$"),
            (current, True, False, "Its Heed add-on cannot start Heed yet.", "^Connect$"),
        ):
            with self.subTest(state):
                self.set_add_on(version, active)
                self.set_manifest(manifest)
                window = self.show()
                self.wait_for_text(window, state)
                if button:
                    self.assertEqual(window.find("push button", button).description, "Thunderbird")
                self.close()

    def test_explains_with_the_keyboard_and_copies(self):
        self.set_add_on(None)
        window = self.show()
        self.wait_for_text(window, "Its Heed add-on is not installed.")
        self.tab_to(window, "push button", "^Install…$")
        self.press("Return")
        explanation = self.place.reader.wait_for_window("^Thunderbird$")
        self.assertEqual(explanation.role, "dialog")
        self.assertIn("heed-thunderbird.xpi", explanation.text())
        self.picture("explanation", "^Thunderbird$")
        self.press("alt+o", title="^Thunderbird$")
        self.place.reader.wait_until_gone("^Thunderbird$")
        self.wait_for_text(window, "Copied")

    def test_connects(self):
        self.set_add_on(self.version())
        manifest = self.set_manifest(False)
        window = self.show()
        window.find("push button", "^Connect$").press()
        wait_until(manifest.exists, "the manifest")
        self.assertEqual(json.loads(manifest.read_text())["allowed_extensions"], [EXTENSION])
        self.wait_for_text(window, "Connected. Restart Thunderbird if it is running.")

    def test_shows_what_is_wrong_with_the_policy(self):
        path = self.home / "policy.d" / "broken.json"
        path.write_text('{"protected-domain": []}')
        self.addCleanup(path.unlink)
        window = self.show()
        self.wait_for_text(window, "Something needs attention", "“protected-domain” is not a key")
        self.picture("overview-problem")


if __name__ == "__main__":
    unittest.main(verbosity=2)
