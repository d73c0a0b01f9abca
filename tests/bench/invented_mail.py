# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented correspondents: domains that a person knows, and mailboxes as they are typed, slips among them.

The same on every machine and in every run. Names are made of random syllables, so that no two known ones are near.
"""

import random

SEED = 1
ONSETS = "b br c d dr f g gr h k l m n p pl r s st t tr v w z".split()
VOWELS = "a e i o u ai ea ou".split()
CODAS = ["", "", "n", "r", "s", "l", "m", "ck", "th"]
SUFFIXES = ["com"] * 10 + ["org", "net", "de", "fr", "nl", "eu", "co.uk", "org.uk", "com.au", "edu", "io", "mil"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def domains(n):
    """n different domains."""
    source = random.Random(SEED)
    found = {}
    while len(found) < n:
        label = "".join(
            source.choice(ONSETS) + source.choice(VOWELS) + source.choice(CODAS)
            for _ in range(source.randint(3, 4))
        )
        found[f"{label}.{source.choice(SUFFIXES)}"] = None
    return list(found)


def mailboxes(n, known):
    """n mailboxes with different addresses at the known domains, in turn."""
    return [f"Person {i} <person{i}@{known[i % len(known)]}>" for i in range(n)]


def slip(domain, source):
    """The domain with one letter left out, doubled, replaced or swapped with the next."""
    at = source.randrange(len(domain.partition(".")[0]) - 1)
    kind = source.randrange(4)
    if kind == 0:
        return domain[:at] + domain[at + 1 :]
    if kind == 1:
        return domain[: at + 1] + domain[at:]
    if kind == 2:
        return domain[:at] + source.choice(LETTERS) + domain[at + 1 :]
    return domain[:at] + domain[at + 1] + domain[at] + domain[at + 2 :]


def typed(n, known):
    """n addresses, and for each (kind, domain meant): known as they should be, slips, and strangers, in turn."""
    source = random.Random(SEED + 1)
    strangers = domains(len(known) + n)[len(known) :]
    addresses, kinds = [], []
    for i in range(n):
        meant = source.choice(known)
        kind = ("known", "slip", "stranger")[i % 3]
        domain = {"known": meant, "slip": slip(meant, source), "stranger": strangers[i]}[kind]
        addresses.append(f"person{i}@{domain}")
        kinds.append((kind, meant))
    return addresses, kinds
