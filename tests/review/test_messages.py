# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reviews whole messages of a hand-written corpus: test_messages.py REVIEW-MESSAGES FILE

A line of FILE, in columns: known and policy as in test_review.py; the message, its parts with " ; " between (to, cc,
bcc, sender, thread or list, and a mailbox or name); all its findings, each POSITION:KIND:SEVERITY and :EXPECTED where a
domain is expected, with a space between (position *: the whole message; - for none); and why. Fails when a message has
other findings than these."""

import collections
import os
import pathlib
import subprocess
import sys
import tempfile

from test_review import unescape, write_known, write_policy

Row = collections.namedtuple("Row", "where known policy message findings why")


def read_rows(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != 5 or not cells[4]:
                sys.exit(f"{path.name}:{number}: is no row: {line}")
            known, policy, message, findings, why = cells
            parts = [part.split(" ", 1) for part in unescape(message).split(" ; ")]
            yield Row(f"{path.name}:{number}", known, policy, parts, findings.split() if findings != "-" else [], why)


def review(program, scratch, row):
    write_known(scratch / "known", row.known)
    write_policy(scratch / "policy.json", row.policy)
    answer = subprocess.run(
        [program, scratch / "known", scratch / "policy.json"],
        input="".join(f"{part}\t{text}\n" for part, text in row.message),
        env=os.environ | {"LC_ALL": "C.UTF-8", "LANGUAGE": "en"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    if answer.returncode != 0:
        sys.exit(f"{row.where}: {answer.stderr}")
    return [line.removesuffix(":") for line in answer.stdout.splitlines()]


def main(program, path):
    rows = list(read_rows(path))
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="heed-messages-") as scratch:
        for row in rows:
            found = review(program, pathlib.Path(scratch), row)
            if sorted(found) != sorted(row.findings):
                wrong += 1
                print(f"{row.where} ({row.why}):\n  is       {' '.join(found) or '-'}\n  expected {' '.join(row.findings) or '-'}")
    print(f"{len(rows)} messages, {wrong} with other findings than expected")
    if wrong or not rows:
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]))
