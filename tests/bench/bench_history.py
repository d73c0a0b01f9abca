# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a history of 0, 1,000 and 100,000 correspondents costs, at the start and at each send: bench_history.py BUILD"""

import contextlib
import pathlib
import statistics
import subprocess
import sys
import tempfile

import figure
import invented_mail
from program import processor_time
from stage import Stage, known_mailboxes

SIZES = (0, 1000, 100_000)
OPENINGS = 7
ROUNDS = 200
TURNS = 16
RECIPIENTS = 10
MS, US = 1e6, 1e3  # nanoseconds


def measure_opening(build, size):
    """Medians of opening a file with so many correspondents: nanoseconds, those of processors, and bytes."""
    program = f"{build}/tests/bench/open-history"
    with tempfile.TemporaryDirectory(prefix="heed-bench-") as folder:
        words = [str(pathlib.Path(folder) / "history.db"), str(size)]
        subprocess.run([program, "write", *words], check=True)
        runs = [
            subprocess.run([program, "read", *words], stdout=subprocess.PIPE, text=True, check=True).stdout.split()
            for _ in range(OPENINGS)
        ]
    return [statistics.median(map(int, column)) for column in zip(*runs)]


def fill(stage, build, size):
    """Brings correspondents in as a person does, from an address book."""
    book = stage.folder / "book.csv"
    mailboxes = invented_mail.mailboxes(size, invented_mail.domains(size // 10))
    lines = [line.rstrip(">").replace(" <", ",") for line in mailboxes]
    book.write_text("\n".join(["name,mail", *lines]), encoding="utf-8")
    command = [f"{build}/app/tools/heedctl", "history", "import", str(book)]
    said = subprocess.run(command, env=stage.environment, stdout=subprocess.PIPE, text=True, check=True).stdout
    assert f"{size} of {size}" in said, said


def time_sends(stage, build):
    """(nanoseconds of each clear ConfirmSend, processor time of the service for each, pings included)."""
    command = [f"{build}/tests/bench/call-times", str(ROUNDS), *known_mailboxes(RECIPIENTS)]
    used = processor_time(stage.service_pid())
    said = subprocess.run(command, env=stage.environment, stdout=subprocess.PIPE, text=True, check=True).stdout
    used = processor_time(stage.service_pid()) - used
    return [int(line.split()[0]) for line in said.splitlines()], used / ROUNDS


def measure_sends(build, sizes):
    """For each size: (median nanoseconds of a clear ConfirmSend, median processor time of the service for it).

    The services take turns, since a machine that others use is never the same for a minute.
    """
    with contextlib.ExitStack() as stages:
        services = []
        for size in sizes:
            services.append(stages.enter_context(contextlib.closing(Stage(build))))
            if size:
                fill(services[-1], build, size)
                services[-1].stop_service()
            services[-1].start()
        turns = [[time_sends(service, build) for service in services] for _ in range(TURNS)]
    for each in zip(*turns):
        sends = [send for times, _ in each for send in times]
        yield statistics.median(sends), statistics.median(used for _, used in each)


def main():
    build = sys.argv[1]
    none, none_used, none_bytes = measure_opening(build, 0)
    for size in SIZES:
        time, used, memory = measure_opening(build, size)
        figure.show(f"opening {size:,} correspondents, more than none", (time - none) / MS, "ms", goal="< 300")
        figure.show(f"processor time of opening {size:,}, more than none", (used - none_used) / MS, "ms")
        if size:
            each = (memory - none_bytes) / size
            figure.show(f"memory of each of {size:,} correspondents", each, "bytes", goal="< 300")
    (least, least_used), (most, most_used) = measure_sends(build, (0, SIZES[-1]))
    name = f"clear ConfirmSend, {SIZES[-1]:,} known"
    figure.show("clear ConfirmSend, nobody known before", least / US, "µs")
    figure.show(name, most / US, "µs", most / least, "to nobody", "≤ 1.2")
    figure.show("processor time of the service, a send and two pings", least_used / US, "µs")
    figure.show(name.replace("clear ConfirmSend", "the same"), most_used / US, "µs", most_used / least_used, "to nobody")


if __name__ == "__main__":
    main()
