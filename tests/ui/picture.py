# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours of a picture, for what only a look can tell."""

import subprocess


class Picture:
    """A PNG file, read by ImageMagick."""

    def __init__(self, path, box=None):
        """`box` is the part of it to look at: (left, top, width, height)."""
        self._path = str(path)
        crop = ["-crop", "{2}x{3}+{0}+{1}".format(*box), "+repage"] if box else []
        command = ["convert", self._path, *crop, "-depth", "8", "-format", "%c", "histogram:info:-"]
        listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        self._colours = sorted(map(_parse, listed.strip().splitlines()), reverse=True)

    @property
    def background(self):
        """The colour that most of it has."""
        return self._colours[0][1]

    def contrast(self):
        """The contrast of the background with the colour that stands out most, as WCAG defines it."""
        return max(contrast(self.background, colour) for _, colour in self._colours)

    def shows(self, colour, pixels):
        """Whether so many pixels have very nearly this colour."""
        close = (n for n, c in self._colours if max(abs(a - b) for a, b in zip(c, colour)) <= 2)
        return sum(close) >= pixels


def _parse(line):
    # "   1234: (250,250,250) #FAFAFA srgb(250,250,250)"
    count, rest = line.split(":", 1)
    hexadecimal = rest.split("#")[1].split()[0][:6]
    return int(count), tuple(bytes.fromhex(hexadecimal))


def luminance(colour):
    """Relative luminance, 0 to 1 (WCAG 2.1)."""
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """1 (the same) to 21 (black and white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
