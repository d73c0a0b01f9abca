# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Domains a second of Heed and of its peers, on one invented list: see peers.sh.

What is compared leans to the peers' side: for them the time runs within the process, after it started and read its
input; for heedctl it is the whole process, with its start, its reading of the list and what it prints. Each has one
processor. Beside the speed stands what it found, for a fast answer is worth nothing if it is wrong: slips where the
meant domain is named first, and strangers (domains that are no slip) that are taken for one.
"""

import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import dnstwist
import figure
import invented_mail

try:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA
except ImportError:
    process = None
    import Levenshtein

KNOWN = 780
TYPED = 6000
DNSTWIST_TYPED = 150  # it takes about 10 ms for each
NEAR = 2  # edits within which a bare distance looks
OPENING = ("caution", "danger", "blocked")


class Answers:
    """What one program said: for each typed address the domain that it proposes, or None; and how long it took."""

    def __init__(self, name, proposals, seconds):
        self.name = name
        self.proposals = proposals
        self.rate = len(proposals) / seconds

    def shares(self, kinds):
        """Per cent: (slips where the meant domain is named first, strangers that are taken for a slip)."""
        slips = [proposal == meant for proposal, (kind, meant) in zip(self.proposals, kinds) if kind == "slip"]
        strangers = [proposal is not None for proposal, (kind, _) in zip(self.proposals, kinds) if kind == "stranger"]
        return 100 * sum(slips) / len(slips), 100 * sum(strangers) / len(strangers)


def ask_heed(build, folder, known, typed):
    (folder / "known").write_text("".join(f"{domain}\t100\n" for domain in known), encoding="utf-8")
    command = [f"{build}/app/tools/heedctl", "check", "--each", "--format=json", f"--known={folder}/known"]
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    result = subprocess.run(command, input="\n".join(typed), capture_output=True, text=True, check=False)
    seconds = time.monotonic() - start
    if result.returncode not in (0, 1):
        raise RuntimeError(result.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime
    proposals = []
    for line in result.stdout.splitlines():
        answer = json.loads(line)
        findings = [finding for finding in answer["findings"] if finding["severity"] in OPENING]
        expected = [domain for finding in findings for domain in finding["expected"]]
        proposals.append((expected or [""])[0] if findings else None)
    return Answers("heedctl check --each", proposals, seconds), used


def ask_node(name, program, build, folder, known, typed):
    (folder / "domains").write_text("\n".join(known), encoding="utf-8")
    (folder / "typed").write_text("\n".join(typed), encoding="utf-8")
    command = ["node", f"{build}/peers/{program}", folder / "domains", folder / "typed"]
    answer = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return Answers(name, answer["proposals"], answer["nanoseconds"] / 1e9)


def ask_dnstwist(known, typed):
    """Expands what was typed: whichever of the variants is known was meant. (Expanding each known domain gives the same
    answers for gigabytes of memory.)"""
    known = set(known)
    proposals = []
    start = time.monotonic()
    for address in typed[:DNSTWIST_TYPED]:
        domain = address.rpartition("@")[2]
        found = set()
        if domain not in known:
            fuzzer = dnstwist.Fuzzer(domain)
            fuzzer.generate()
            found = known & {variant["domain"] for variant in fuzzer.domains}
        proposals.append(min(found, default=None))
    return Answers("dnstwist, expanding", proposals, time.monotonic() - start)


def find_by_rapidfuzz(domain, known):
    best = process.extractOne(domain, known, processor=None, scorer=OSA.distance, score_cutoff=NEAR)
    return best and (best[1], best[0])


def find_by_levenshtein(domain, known):
    best = min((Levenshtein.distance(domain, candidate), candidate) for candidate in known)
    return best if best[0] <= NEAR else None


def ask_python(known, typed):
    """The nearest known domain within two edits, by Debian's fastest package for it."""
    name = "python3-rapidfuzz" if process is not None else "python3-levenshtein"
    find = find_by_rapidfuzz if process is not None else find_by_levenshtein
    proposals = []
    start = time.monotonic()
    for address in typed:
        best = find(address.rpartition("@")[2], known)
        proposals.append(best[1] if best is not None and best[0] > 0 else None)
    return Answers(name, proposals, time.monotonic() - start)


def main():
    build = sys.argv[1]
    known = invented_mail.domains(KNOWN)
    typed, kinds = invented_mail.typed(TYPED, known)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        heed, used = ask_heed(build, folder, known, typed)
        peers = [
            ask_node("mailcheck in node", "mailcheck.mjs", build, folder, known, typed),
            ask_node("fastest-levenshtein in node", "nearest.mjs", build, folder, known, typed),
            ask_python(known, typed),
            ask_dnstwist(known, typed),
        ]
    figure.show(heed.name, heed.rate, "domains/s")
    figure.show("its processor time, start and output included", used / TYPED * 1e6, "µs/domain")
    for peer in peers:
        figure.show(peer.name, peer.rate, "domains/s", heed.rate / peer.rate, f"{heed.name} to it")
    for answers in (heed, *peers):
        named, alarms = answers.shares(kinds)
        figure.show(f"{answers.name}: slips, meant domain named", named, "%")
        figure.show(f"{answers.name}: strangers taken for a slip", alarms, "%")


if __name__ == "__main__":
    main()
