# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long heedctl needs for many messages, from its start to its last line: bench_each.py BUILD"""

import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import figure
import invented_mail

KNOWN = 780
MAILBOXES = 50_000


def main():
    known = invented_mail.domains(KNOWN)
    typed, _ = invented_mail.typed(MAILBOXES, known)
    with tempfile.TemporaryDirectory() as name:
        path = pathlib.Path(name) / "known"
        path.write_text("".join(f"{domain}\t100\n" for domain in known), encoding="utf-8")
        command = [f"{sys.argv[1]}/app/tools/heedctl", "check", "--each", "--format=json", f"--known={path}"]
        start = time.monotonic()
        result = subprocess.run(command, input="\n".join(typed), capture_output=True, text=True, check=False)
        seconds = time.monotonic() - start
    if result.returncode != 1 or result.stdout.count("\n") != MAILBOXES:
        raise RuntimeError(result.stderr)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    figure.show(f"heedctl check --each, {MAILBOXES} mailboxes, {KNOWN} known", seconds, "s", goal="≤ 3 s")
    figure.show("its processor time", used.ru_utime + used.ru_stime, "s")


if __name__ == "__main__":
    main()
