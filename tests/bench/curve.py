# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Misses against alarms as the threshold of the score moves: curve.py BUILD FOLDER PICTURE.svg

FOLDER holds tab-separated files with a heading, of people's own mail and of what they mistyped:
  contexts.tsv         user_id, domain, count, split (known: to be learnt; else met for the first time, and good)
  contexts_typos.tsv   user_id, sent_domain, intended_domain
and, if they are there, contexts_mailboxes.tsv and contexts_typos_mailboxes.tsv with mailbox and sent_mailbox in place
of the domains. A slip counts as caught where the likeliest domain is the one that was meant. Only near misses are
scored; that a suffix does not exist is found without. Such data is personal and no part of Heed.
"""

import collections
import csv
import pathlib
import subprocess
import sys
import tempfile

WIDTH, HEIGHT, MARGIN = 760, 480, 60
MOST_ALARMS = 2.0  # per cent, where the picture ends
MOST_MISSES = 40.0
THRESHOLDS = range(-40, 161, 2)
PRESENT = 0  # SCORE_CAUTION of heed-weights.h
COLOURS = ("#1c71d8", "#c64600")


class Person:
    """One person's correspondents: (name, count) of those known, those met for the first time, and slips."""

    def __init__(self):
        self.known = []
        self.new = []
        self.slips = []


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def people(contexts, slips):
    found = collections.defaultdict(Person)
    for row in read(contexts):
        name = row.get("mailbox") or row["domain"]
        person = found[row["user_id"]]
        if row["split"] == "known":
            person.known.append((name, row["count"]))
        else:
            person.new.append(name)
    for row in read(slips):
        found[row["user_id"]].slips.append((row.get("sent_mailbox") or row["sent_domain"], row["intended_domain"]))
    return found.values()


def ask(build, known, names):
    """(likeliest domain, score) for each name, or None."""
    mailboxes = "".join((name if "@" in name else f"someone@{name}") + "\n" for name in names)
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
        file.writelines(f"{name}\t{count}\n" for name, count in known)
        file.flush()
        command = [f"{build}/tests/bench/score-mailboxes", file.name]
        output = subprocess.run(command, input=mailboxes, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
    answers = [(line.split("\t")[0], int(line.split("\t")[1])) if line else None for line in output.split("\n")[:-1]]
    if len(answers) != len(names):
        raise RuntimeError("score-mailboxes did not answer for each mailbox")
    return answers


def measure(build, everybody):
    """(threshold, alarms in per cent, misses in per cent) for each threshold."""
    caught, alarms = [], []
    n_slips = n_new = 0
    for person in everybody:
        answers = ask(build, person.known, person.new + [sent for sent, _ in person.slips])
        alarms += [answer[1] for answer in answers[: len(person.new)] if answer]
        pairs = zip(person.slips, answers[len(person.new) :])
        caught += [answer[1] for (_, meant), answer in pairs if answer and answer[0] == meant]
        n_new += len(person.new)
        n_slips += len(person.slips)
    return [
        (
            threshold,
            100 * sum(score >= threshold for score in alarms) / n_new,
            100 - 100 * sum(score >= threshold for score in caught) / n_slips,
        )
        for threshold in THRESHOLDS
    ]


def place(alarms, misses):
    x = MARGIN + (WIDTH - 2 * MARGIN) * min(alarms / MOST_ALARMS, 1)
    y = HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * min(misses / MOST_MISSES, 1)
    return x, y


def draw_axes():
    left, bottom = place(0, 0)
    right, top = place(MOST_ALARMS, MOST_MISSES)
    yield f'<path d="M{left} {top}V{bottom}H{right}" fill="none" stroke="black"/>'
    yield f'<text x="{right}" y="{bottom + 40}" text-anchor="end">alarms on good domains met for the first time, %</text>'
    yield f'<text x="{left - 40}" y="{top - 20}">slips missed, %</text>'
    for step in range(5):
        alarms, misses = MOST_ALARMS * step / 4, MOST_MISSES * step / 4
        x, y = place(alarms, misses)
        yield f'<text x="{x}" y="{bottom + 18}" text-anchor="middle">{alarms:g}</text>'
        yield f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{misses:g}</text>'


def draw_curve(name, points, row, colour):
    path = " ".join("{:.1f},{:.1f}".format(*place(alarms, misses)) for _, alarms, misses in points)
    _, alarms, misses = next(point for point in points if point[0] == PRESENT)
    x, y = place(alarms, misses)
    yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{colour}"/>'
    text = f"{name}; now {misses:.1f} % missed at {alarms:.2f} % alarms"
    yield f'<text x="{WIDTH - MARGIN}" y="{MARGIN + 20 * row}" text-anchor="end" fill="{colour}">{text}</text>'


def main():
    build, folder, picture = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif">']
    lines += ['<rect width="100%" height="100%" fill="white"/>', *draw_axes()]
    curves = [("domains", "contexts.tsv", "contexts_typos.tsv")]
    if (folder / "contexts_mailboxes.tsv").exists():
        curves.append(("mailboxes", "contexts_mailboxes.tsv", "contexts_typos_mailboxes.tsv"))
    for row, (name, contexts, slips) in enumerate(curves):
        points = measure(build, people(folder / contexts, folder / slips))
        for threshold, alarms, misses in points[::5]:
            print(f"{name:<10} {threshold:>4} {alarms:>7.2f} % alarms {misses:>7.2f} % missed")
        lines += draw_curve(f"known {name}", points, row, COLOURS[row])
    picture.write_text("\n".join([*lines, "</svg>"]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
