# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows Heed at work without touching anything of the person's: see app/try.sh."""

import contextlib
import os
import pathlib
import shutil
import sys
import tempfile

from bus import NAME, Bus
from mail_sink import MailSink
from throwaway_profile import write_host_manifest

INTERFACE = NAME + "1"
OBJECT = "/" + NAME.replace(".", "/")
TYPED = "Ann Lee <ann@army.ml>"
MEANT = "Ann Lee <ann@army.mil>"
EARLIER_MESSAGES = 214
HEADING = "army.ml is not army.mil"
DONT_SEND = "^Don’t send$"
FOREVER = 2**31 - 1  # G_MAXINT, no timeout: the call lasts as long as the person thinks


class Place:
    """A folder with a bus, a history and a policy of its own, and a screen if there is none."""

    def __init__(self, build, stack):
        self.build = pathlib.Path(build).resolve()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="heed-try-"))
        stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
        self.log = stack.enter_context((self.folder / "log").open("w+", encoding="utf-8"))
        self.screen = None
        self.environment = self._environment()
        if not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
            from display import Display

            self.screen = Display(self.log)
            stack.callback(self.screen.close)
            self.environment["DISPLAY"] = self.screen.name
        self.bus = Bus(str(self.folder), self.environment, self.log)
        stack.callback(self.bus.close)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.address
        self.bus.offer(f"{self.build}/app/ui/heed --gapplication-service")

    def _environment(self):
        environment = dict(os.environ, HOME=str(self.folder), GSETTINGS_BACKEND="memory")
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            environment[f"XDG_{name}_HOME"] = str(self.folder / name.lower())
        if "WAYLAND_DISPLAY" not in os.environ:
            (self.folder / "run").mkdir(mode=0o700)
            environment["XDG_RUNTIME_DIR"] = str(self.folder / "run")
        (self.folder / "policy.d").mkdir()
        environment["HEED_POLICY_PATH"] = str(self.folder / "policy.d")
        if "XAUTHORITY" not in environment:
            environment["XAUTHORITY"] = os.path.expanduser("~/.Xauthority")
        return environment

    def answer_alone(self, picture):
        """On the virtual screen: saves a picture and presses Don't send as a screen reader would."""
        import screen_reader

        reader = screen_reader.connect(self.bus.address, self.screen.name)
        window = reader.wait_for_window(HEADING, 30)
        button = window.find("push button", DONT_SEND)
        path = self.build / picture
        self.screen.picture(str(path))
        print(f"No display here. A picture of the window: {path}")
        print("Answering Don’t send, through the accessibility bus.")
        button.press()


class Heed:
    """The service's methods, called as a mail program would."""

    def __init__(self, address):
        import gi

        gi.require_version("Gio", "2.0")
        from gi.repository import Gio, GLib

        self._glib = GLib
        flags = Gio.DBusConnectionFlags
        self._connection = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None
        )

    def confirm_send(self, recipients, done, **options):
        """Asks about a message; done(verdict, details) is called with the answer."""
        variants = {"client": self._glib.Variant("s", "app/try.sh")}
        variants.update((name.replace("_", "-"), value) for name, value in options.items())
        arguments = self._glib.Variant("(a(ss)a{sv})", (recipients, variants))
        self._connection.call(
            NAME, OBJECT, INTERFACE, "ConfirmSend", arguments, None, 0, FOREVER, None,
            lambda connection, result: done(*connection.call_finish(result).unpack()),
        )

    def confirm_send_and_wait(self, recipients, meanwhile=None, **options):
        """Asks, does what is to be done meanwhile, and returns (verdict, details)."""
        loop = self._glib.MainLoop()
        answer = []
        self.confirm_send(recipients, lambda *got: (answer.append(got), loop.quit()), **options)
        if meanwhile is not None:
            meanwhile()
        if not answer:
            loop.run()
        return answer[0]

    def can_correct(self):
        return self._glib.Variant("b", True)


def teach(heed):
    """Sends enough messages to the right address for it to be known."""
    for _ in range(EARLIER_MESSAGES):
        heed.confirm_send_and_wait([("to", MEANT)])
    print(f"{EARLIER_MESSAGES} messages to {MEANT}: allow each time, and no window.")


def show_verdict(verdict, details):
    print(f"\nverdict: {verdict}")
    for name in ("reason", "severity", "recipients", "digest"):
        if name in details:
            print(f"  {name}: {details[name]}")
    for finding in details["findings"]:
        print(f"  finding: {finding['kind']} ({finding['severity']}) {finding['domain']}")
        print(f"    expected: {', '.join(finding['expected'])} ({finding['evidence']})")
        print(f"    edits: {finding['edits']}")
        print(f"    {finding['text']}")


def show_window(place):
    heed = Heed(place.bus.address)
    teach(heed)
    print(f"Now a message to {TYPED} and bob@army.mil. Heed’s window is asking.", flush=True)
    answer = (lambda: place.answer_alone("heed-window.png")) if place.screen else None
    recipients = [("to", TYPED), ("cc", "bob@army.mil")]
    show_verdict(*heed.confirm_send_and_wait(recipients, answer, can_correct=heed.can_correct()))


def show_thunderbird(place, stack):
    from thunderbird import Thunderbird

    teach(Heed(place.bus.address))
    sink = MailSink()
    stack.callback(sink.close)
    write_host_manifest(str(place.folder), str(place.build / "app/tools/heed-bridge"))
    xpi = place.build / "app/shims/thunderbird/heed-thunderbird.xpi"
    print("Starting Thunderbird with a throwaway profile.", flush=True)
    thunderbird = Thunderbird(str(place.folder), place.environment, sink.port, str(xpi), place.log)
    stack.callback(thunderbird.close)
    composer = thunderbird.compose("Tomorrow", to=TYPED, cc="bob@army.mil", body="See you at nine.")
    if place.screen:
        composer.send()
        place.answer_alone("heed-thunderbird.png")
        from deadline import wait_until

        wait_until(lambda: not composer.is_locked(), "the composer to be usable again")
        print(f"The composer is still open: {composer.is_open()}. Messages sent: {len(sink.messages())}.")
        return
    print("Press Send in the compose window, and answer. Other messages can be written too.")
    print("Nothing leaves this machine: what is sent is shown here. Close Thunderbird to end.", flush=True)
    sink.watch(lambda delivery: print(f"sent: {delivery.subject!r} to {', '.join(delivery.recipients)}", flush=True))
    thunderbird.wait()


def main():
    _, build, *words = sys.argv
    with contextlib.ExitStack() as stack:
        place = Place(build, stack)
        if "--thunderbird" in words:
            show_thunderbird(place, stack)
        else:
            show_window(place)


if __name__ == "__main__":
    main()
