# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every answer that the confirmation window can give, and every way around it that it must not have."""

import unittest

from confirmation import FIX_AND_SEND, SEND_ANYWAY
from deadline import wait_until
from window_case import KNOWN, SLIP, WindowCase, strangers


class Window(WindowCase):
    def test_says_what_is_wrong(self):
        call, window = self.ask(("to", SLIP), ("cc", "bob@army.mil"), subject="Tomorrow")
        self.picture("asks", window)
        text = window.text()
        self.assertEqual(window.window.role, "dialog")
        self.assertRegex(window.window.description, "^You wrote to army.mil .* Whoever holds army.ml could read")
        for words in (
            "Message “Tomorrow”",
            "army.ml is not army.mil",
            "Mali",
            "Typed ann@army.ml, meant perhaps ann@army.mil",
            "The letter i is missing.",
            "Use army.mil instead",
            "and 1 other at army.mil",
        ):
            self.assertIn(words, text)
        self.assertEqual(window.focused().name, "Don’t send")
        window.dont_send()
        self.check_cancelled(call)

    def test_every_control_has_a_name(self):
        call, window = self.ask(("to", SLIP), ("cc", "bob@army.mil"))
        controls = [p for p in window.window.parts() if p.role in ("push button", "text", "image")]
        self.assertGreaterEqual(len(controls), 7)
        for control in controls:
            self.assertRegex(control.name, r"^(?!Gtk|Adw)\S", control.role)
        names = [control.name for control in controls]
        self.assertEqual(len(names), len(set(names)))
        window.dont_send()
        self.check_cancelled(call)

    def test_closed_by_the_frame(self):
        call, window = self.ask()
        window.close_button()
        self.check_cancelled(call)

    def test_closed_by_its_own_button(self):
        call, window = self.ask()
        window.button("^Close$").press()
        self.check_cancelled(call)

    def test_no_action_of_the_window_sends(self):
        """A window has actions of its own on the accessibility bus: close, and press the default."""
        call, window = self.ask()
        window.type_required(".ml")
        wait_until(window.button(SEND_ANYWAY).is_enabled, "Send anyway to be usable")
        for action in range(window.window.actions):
            window.window.act(action)
        if not call.is_over:
            window.dont_send()
        self.check_cancelled(call)

    def test_send_anyway_needs_the_act(self):
        call, window = self.ask()
        button = window.button(SEND_ANYWAY)
        for typed in (".mil", "army", ".m", ".mll", "m l", ""):
            window.type_required(typed)
            wait_until(lambda: window.entry().content == typed, f"{typed!r} to be typed")
            self.assertFalse(button.is_enabled(), typed)
            button.act(0)
            self.assertFalse(call.is_over)
        window.type_required(".ML")
        wait_until(button.is_enabled, "Send anyway to be usable")
        self.picture("typed", window)
        window.type_required(".m")
        wait_until(lambda: not button.is_enabled(), "Send anyway to be locked again")
        window.type_required(".ml")
        window.send_anyway()
        details = self.check_allowed(call, "confirmed")
        self.assertNotIn("recipients", details)

    def test_fix(self):
        call, window = self.ask(("to", SLIP), ("cc", "bob@army.mil"))
        self.assertFalse(window.has_button(FIX_AND_SEND))
        window.use("army.mil")
        window.button(FIX_AND_SEND)
        self.assertFalse(window.button(SEND_ANYWAY).is_enabled())
        self.picture("fixed", window)
        window.fix_and_send()
        details = self.check_allowed(call, "corrected")
        self.assertEqual(details["recipients"], [("to", KNOWN), ("cc", "bob@army.mil")])

    def test_fix_can_be_undone(self):
        call, window = self.ask()
        window.use("army.mil")
        window.button("^Undo$").press()
        wait_until(lambda: not window.has_button(FIX_AND_SEND), "Fix and send to go away")
        window.button("^Use army.mil instead$")
        window.dont_send()
        self.check_cancelled(call)

    def test_without_correction_an_address_is_copied_and_the_message_kept(self):
        call, window = self.ask(("to", SLIP), ("cc", "bob@army.mil"), can_correct=False)
        self.assertFalse(window.has_button("^Use |^Remove "))
        window.button("^Copy ann@army.mil and go back$").press()
        self.check_cancelled(call)
        self.assertEqual(self.place.screen.clipboard(), "ann@army.mil")

    def test_a_recipient_can_be_removed(self):
        call, window = self.ask(("to", SLIP), ("cc", "bob@army.mil"))
        window.button("^Remove this recipient: ann@army.ml$").press()
        window.button("^Undo$").press()
        wait_until(lambda: not window.has_button(FIX_AND_SEND), "Fix and send to go away")
        window.button("^Remove this recipient: ann@army.ml$").press()
        wait_until(lambda: "Does not go to ann@army.ml any more." in window.text(), "what was done")
        self.picture("removed", window)
        window.fix_and_send()
        details = self.check_allowed(call, "corrected")
        self.assertEqual(details["recipients"], [("cc", "bob@army.mil")])

    def test_the_only_recipient_cannot_be_removed(self):
        call, window = self.ask()
        self.assertFalse(window.has_button("^Remove "))
        window.dont_send()
        self.check_cancelled(call)

    def test_strangers_are_moved_to_bcc(self):
        exposed = strangers(30)
        heading = "^30 people would see each other’s addresses$"
        call, window = self.ask(*exposed, ("to", KNOWN), heading=heading)
        self.picture("exposed", window)
        window.button("^Move 30 strangers to Bcc$").press()
        window.button("^Undo$").press()
        window.button("^Move 30 strangers to Bcc$").press()
        done = "30 strangers are in Bcc now. Nobody sees their addresses."
        wait_until(lambda: done in window.text(), "what was done")
        self.picture("hidden", window)
        window.fix_and_send()
        details = self.check_allowed(call, "corrected")
        expected = [("bcc", mailbox) for _, mailbox in exposed] + [("to", KNOWN)]
        self.assertEqual(details["recipients"], expected)

    def test_every_danger_needs_its_act(self):
        call, window = self.ask(("to", SLIP), ("bcc", "bob@army.ml"))
        rows = window.rows()
        self.assertEqual([row[0] for row in rows], ["To", "Bcc"])
        window.button("^Use army.mil instead$").press()
        button = window.button(FIX_AND_SEND)
        self.assertFalse(button.is_enabled())
        button.act(0)
        self.assertFalse(call.is_over)
        self.picture("half-fixed", window)
        window.type_required(".ml")
        window.fix_and_send()
        details = self.check_allowed(call, "corrected")
        self.assertEqual(details["recipients"], [("to", KNOWN), ("bcc", "bob@army.ml")])

    def test_many_recipients_stay_readable(self):
        recipients = [("to", f"person{i}@army.ml") for i in range(25)]
        others = [("cc", f"person{i}@army.mil") for i in range(400)]
        call, window = self.ask(*recipients, *others)
        self.assertEqual(len(window.rows()), 10)
        self.assertIn("425 people would see each other’s addresses. ", window.text())
        window.button("^Show 15 more$").press()
        wait_until(lambda: len(window.rows()) == 25, "all rows")
        window.button("^and 400 others at army.mil$").press()
        wait_until(lambda: "army.mil: 400 recipients" in window.text(), "the others' domain")
        self.picture("many", window)
        window.dont_send()
        self.check_cancelled(call)

    def test_others_are_folded_by_domain(self):
        counts = {"violin.org": 3, "mountain-railway.net": 5, "harbour.eu": 1}
        others = [("cc", f"p{i}@{domain}") for domain, n in counts.items() for i in range(n)]
        call, window = self.ask(("to", SLIP), *others)
        window.button("^and 9 others$").press()
        wait_until(lambda: "mountain-railway.net: 5 recipients" in window.text(), "the domains")
        lines = [line for line in window.text().splitlines() if any(domain in line for domain in counts)]
        self.assertEqual(
            list(dict.fromkeys(lines)),
            ["mountain-railway.net: 5 recipients", "violin.org: 3 recipients", "Cc: p0@harbour.eu"],
        )
        self.assertEqual(window.window.find_all("entry", "^Search recipients$"), [])
        window.dont_send()
        self.check_cancelled(call)

    def test_many_recipients_can_be_searched(self):
        others = [("cc", f"person{i}@army.mil") for i in range(30)]
        call, window = self.ask(("to", SLIP), *others)
        window.button("^and 30 others at army.mil$").press()
        search = window.window.find("entry", "^Search recipients$")
        search.type("PERSON17")
        wait_until(lambda: "Cc: person17@army.mil" in window.text(), "what was searched for")
        self.assertNotIn("person18@", window.text())
        search.type("ann@")
        wait_until(lambda: "To: Ann Lee, ann@army.ml (needs a look)" in window.text(), "the risky one")
        self.picture("searched", window)
        search.type("nobody")
        wait_until(lambda: "No recipient is found." in window.text(), "that there is none")
        window.dont_send()
        self.check_cancelled(call)


if __name__ == "__main__":
    unittest.main(verbosity=2)
