# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reviews every row of a hand-written corpus with the real program: test_review.py HEEDCTL FOLDER

A line of FOLDER/*.tsv, in columns: known (domains and mailboxes, =count behind each), policy (KEY=DOMAIN,DOMAIN with
the keys of POLICY_KEYS, ; between), the mailbox as typed (\\u escapes for what cannot be seen), the severity (clear,
notice, caution or danger; silent: no window; window: any), the domain that must be named first (a/b: either; a+b: both are
offered), and why; - for none. Where a window or a name is missing it is a miss; where it is louder than it should be, an alarm.
Fails when there are more of either than FOLDER/baseline.json says, or fewer rows."""

import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SEVERITIES = ("clear", "notice", "caution", "danger", "blocked")
ALLOWED = {
    **{name: (rank, rank) for rank, name in enumerate(SEVERITIES)},
    "silent": (0, 1),
    "window": (2, 3),
}
POLICY_KEYS = {
    "protected": "protected-domains",
    "trusted": "trusted-domains",
    "known": "known-domains",
    "blocked": "blocked-domains",
    "watched": "watched-suffixes",
    "exposed": "many-exposed",
}

Row = collections.namedtuple("Row", "where known policy typed severity expected why")


def unescape(text):
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)


def read_rows(folder):
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line and not line.startswith("#"):
                where = f"{path.name}:{number}"
                cells = line.split("\t")
                if len(cells) != 6 or cells[3] not in ALLOWED or not cells[5]:
                    sys.exit(f"{where}: is no row: {line}")
                known, policy, typed, severity, expected, why = cells
                yield Row(where, known, policy, unescape(typed), severity, unescape(expected), why)


def write_known(path, known):
    words = [] if known == "-" else known.split()
    path.write_text("".join(word.replace("=", "\t") + "\n" for word in words), encoding="utf-8")


def write_policy(path, policy):
    document = {}
    for part in [] if policy == "-" else policy.split(";"):
        key, domains = part.split("=")
        document[POLICY_KEYS[key]] = int(domains) if domains.isdigit() else domains.split(",")
    path.write_text(json.dumps(document), encoding="utf-8")


def review(heedctl, folder, known, policy, mailboxes):
    write_known(folder / "known", known)
    write_policy(folder / "policy.json", policy)
    answer = subprocess.run(
        [heedctl, "check", "--each", "--format", "json", "--known", folder / "known", "--policy", folder / "policy.json"],
        input="".join(mailbox + "\n" for mailbox in mailboxes),
        env=os.environ | {"LC_ALL": "C.UTF-8", "LANGUAGE": "en"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    lines = answer.stdout.splitlines()
    if answer.returncode > 1 or len(lines) != len(mailboxes):
        sys.exit(f"heedctl answered {len(lines)} of {len(mailboxes)} rows: {answer.stderr}")
    return [json.loads(line) for line in lines]


def judge(row, answer):
    """What is wrong with the answer: miss, alarm or None."""
    lowest, highest = ALLOWED[row.severity]
    rank = SEVERITIES.index(answer["severity"])
    if rank > highest:
        return "alarm"
    first = {finding["expected"][0] for finding in answer["findings"] if finding["expected"]}
    offered = {domain for finding in answer["findings"] for domain in finding["expected"]}
    both = set(row.expected.split("+"))
    named = row.expected == "-" or bool(first & set(re.split(r"[/+]", row.expected)))
    if len(both) > 1:
        named = named and both <= offered
    if rank < lowest or not named:
        return "miss"
    return None


def main(heedctl, folder):
    groups = collections.defaultdict(list)
    for row in read_rows(folder):
        groups[row.known, row.policy].append(row)
    counts = {"misses": 0, "alarms": 0}
    with tempfile.TemporaryDirectory(prefix="heed-review-") as scratch:
        for (known, policy), rows in groups.items():
            answers = review(heedctl, pathlib.Path(scratch), known, policy, [row.typed for row in rows])
            for row, answer in zip(rows, answers, strict=True):
                fault = judge(row, answer)
                if fault:
                    counts["misses" if fault == "miss" else "alarms"] += 1
                    found = [(finding["kind"], *finding["expected"]) for finding in answer["findings"]]
                    print(
                        f"{fault} {row.where} {row.typed}: {row.severity} {row.expected} ({row.why}),"
                        f" but {answer['severity']} {found}"
                    )
    total = sum(len(rows) for rows in groups.values())
    baseline = json.loads((folder / "baseline.json").read_text(encoding="utf-8"))
    print(f"{total} rows: {counts['misses']} misses, {counts['alarms']} alarms; baseline {baseline}")
    if total < baseline["rows"] or any(counts[name] > baseline[name] for name in counts):
        sys.exit("That is worse than the baseline.")
    if any(counts[name] < baseline[name] for name in counts):
        print("That is better: lower the baseline.")


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]))
