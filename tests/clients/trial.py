# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows Heed at work without touching anything of the person's: see app/try.sh."""

import contextlib
import os
import signal
import sys

from gi.repository import Gio, GLib

from caller import Caller
from confirmation import Confirmation
from deadline import wait_until
from mail_sink import MailSink
from place import Place
from throwaway_profile import write_host_manifest
from thunderbird import Thunderbird

TYPED = "Ann Lee <ann@army.ml>"
MEANT = "Ann Lee <ann@army.mil>"
OTHER = "bob@army.mil"
EARLIER_MESSAGES = 214
HEADING = r"^army\.ml is not army\.mil$"
DAY = 24 * 60 * 60  # seconds; long enough for anybody to think


def say(text=""):
    print(text, flush=True)


def teach(caller):
    """Sends enough messages to the right address for it to be known."""
    caller.teach(MEANT, EARLIER_MESSAGES)
    say(f"{EARLIER_MESSAGES} messages went to {MEANT}. No window: nothing was wrong.")


def answer_alone(place, name):
    """On a screen nobody sees: saves a picture and presses Don’t send as a screen reader would."""
    confirmation = Confirmation(place.reader, place.screen, HEADING)
    confirmation.button("^Don’t send$")
    path = place.build / name
    place.screen.picture(str(path))
    say(f"There is no display here, so this is a picture of it: {path}")
    say("Answering Don’t send, through the accessibility bus.")
    confirmation.dont_send()


def show_verdict(verdict, details):
    say()
    say(f"verdict   {verdict}")
    say(f"reason    {details['reason']}")
    say(f"severity  {details['severity']}")
    for role, mailbox in details.get("recipients", []):
        say(f"goes to   {mailbox} ({role})")
    for finding in details["findings"]:
        expected = ", ".join(finding["expected"])
        say(f"finding   {finding['kind']}: {finding['domain']}, expected {expected}")
        say(f"          {finding['text']}")
    say(f"digest    {details['digest']}")


def show_window(place):
    caller = Caller(place.bus.address)
    teach(caller)
    say(f"Now a message to {TYPED} and {OTHER}. Heed’s window asks.")
    call = caller.confirm_send(
        [("to", TYPED), ("cc", OTHER)],
        client="app/try.sh",
        subject="Tomorrow",
        can_correct=True,
    )
    if place.screen:
        answer_alone(place, "heed-window.png")
    show_verdict(*call.wait(DAY))


def show_thunderbird(place, stack):
    teach(Caller(place.bus.address))
    sink = MailSink()
    stack.callback(sink.close)
    write_host_manifest(str(place.folder), str(place.build / "app/tools/heed-bridge"))
    xpi = place.build / "app/shims/thunderbird/heed-thunderbird.xpi"
    say("Starting Thunderbird with a profile that is thrown away.")
    thunderbird = Thunderbird(str(place.folder), place.environment, sink.port, str(xpi), place.log)
    stack.callback(thunderbird.close)
    composer = thunderbird.compose("Tomorrow", to=TYPED, cc=OTHER, body="See you at nine.")
    if place.screen:
        send_alone(place, composer, sink)
        return
    say("Press Send in the compose window, and answer. Write other messages too, if you like.")
    say("Nothing leaves this machine: what is sent is listed here. Close Thunderbird to end.")
    sink.watch(lambda mail: say(f"sent: “{mail.subject}” to {', '.join(mail.recipients)}"))
    thunderbird.wait()


def send_alone(place, composer, sink):
    """On a screen nobody sees: presses Send as well."""
    say(f"Pressing Send on a message to {TYPED} and {OTHER}. Heed’s window asks.")
    composer.send()
    answer_alone(place, "heed-thunderbird.png")
    wait_until(lambda: not composer.is_locked(), "the composer to be usable again")
    fields = composer.fields()
    say()
    say(f"composer  {'open and usable' if composer.is_open() else 'closed'}")
    say(f"message   “{fields['subject']}” to {fields['to']}, cc {fields['cc']}")
    say(f"sent      {', '.join(mail.subject for mail in sink.messages()) or 'nothing'}")


def explain(error):
    """Without the name of the error, which GIO puts before what the service says."""
    return error.message.removeprefix(f"GDBus.Error:{Gio.DBusError.get_remote_error(error)}: ")


def main():
    _, build, *words = sys.argv
    has_display = bool({"DISPLAY", "WAYLAND_DISPLAY"} & {n for n, v in os.environ.items() if v})
    with contextlib.ExitStack() as stack:
        place = stack.enter_context(Place(build, own_screen=not has_display))
        if "--thunderbird" in words:
            show_thunderbird(place, stack)
        else:
            show_window(place)


def end(*_):
    """What is open is closed and the place removed, as at any other end."""
    sys.exit(1)


if __name__ == "__main__":
    for number in (signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, end)
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
    except GLib.Error as error:
        sys.exit(f"Heed could not ask: {explain(error)}")
