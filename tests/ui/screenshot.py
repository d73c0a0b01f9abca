# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the README's picture of the window: screenshot.py BUILD FILE.png"""

import subprocess
import sys

from caller import Caller
from confirmation import Confirmation
from place import Place

KNOWN = "Ann Lee <ann@army.mil>"
SLIP = "Ann Lee <ann@army.ml>"
FRAME = 5  # pixels that GTK draws around a window where no window manager does
RADIUS = 12  # pixels of a window's round corners


def take(place, path):
    caller = Caller(place.bus.address)
    caller.teach(KNOWN, 214)
    call = caller.confirm_send(
        [("to", SLIP), ("cc", "bob@army.mil")], subject="Tomorrow", can_correct=True
    )
    window = Confirmation(place.reader, place.screen, "is not")
    # The keyboard goes there and back, so that the window is drawn as the one in front.
    window.press_key("Tab", "shift+Tab")
    window.picture(path)
    window.dont_send()
    call.wait()


def dress(path):
    """Cuts the frame off, rounds the corners and makes the file small."""
    command = ["convert", path, "-shave", f"{FRAME}x{FRAME}", "+repage", "-alpha", "set"]
    command += ["(", "+clone", "-alpha", "extract", "-fill", "black", "-colorize", "100", "-fill", "white"]
    size = subprocess.run(
        ["identify", "-format", "%w %h", path], check=True, capture_output=True, text=True
    ).stdout
    width, height = (int(word) - 2 * FRAME for word in size.split())
    command += ["-draw", f"roundrectangle 0,0 {width - 1},{height - 1} {RADIUS},{RADIUS}", ")"]
    command += ["-compose", "CopyOpacity", "-composite", "-strip"]
    command += ["-define", "png:compression-level=9", "-define", "png:compression-filter=5", path]
    subprocess.run(command, check=True)


def main():
    _, build, path = sys.argv
    with Place(build, LANG="C.UTF-8") as place:
        take(place, path)
    dress(path)


if __name__ == "__main__":
    main()
