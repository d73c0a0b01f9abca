# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of the window and of memory, next to those of a bare libadwaita window: bench_window.py BUILD

Rounds are interleaved, so that whatever else the machine does meets both sides, and medians are compared. Cold means
that the service does not run; its files are in the page cache, as the bare window's are.
"""

import contextlib
import statistics
import sys

import figure
from program import memory, processor_time, settle
from stage import TYPED, Stage, known_mailboxes

ROUNDS = 15
SIZES = (1, 100, 10_000)
WINDOWS = 200
FIRST_WINDOWS = 5
MS = 1e6  # nanoseconds
MIB = 1024  # KiB


def measure_cold(stage):
    """Medians in ms: the bare window's (time, processor time), the service's (time, processor time)."""
    bare, cold = [], []
    question = stage.question([TYPED])
    for _ in range(ROUNDS + 1):
        process, window, time, used = stage.start_bare_window()
        stage.end_bare_window(process, window)
        bare.append((time / MS, used / MS))
        stage.stop_service()
        window, time = stage.ask(question)
        cold.append((time / MS, processor_time(stage.service_pid()) / MS))
        stage.withdraw(window)
    # The first round also started the accessibility bus and filled caches.
    return [[statistics.median(column) for column in zip(*rounds[1:])] for rounds in (bare, cold)]


def measure_warm(stage):
    """Medians in ms: the bare window's start, and the call's time to the frame by number of recipients."""
    bare, warm = [], {n: [] for n in SIZES}
    questions = {n: stage.question(known_mailboxes(n - 1) + [TYPED]) for n in SIZES}
    stage.call("Prepare", None)
    for _ in range(ROUNDS + 1):
        process, window, time, _ = stage.start_bare_window()
        stage.end_bare_window(process, window)
        bare.append(time / MS)
        for n, question in questions.items():
            settle(stage.service_pid())
            window, time = stage.ask(question)
            warm[n].append(time / MS)
            stage.withdraw(window)
    return statistics.median(bare[1:]), {n: statistics.median(times[1:]) for n, times in warm.items()}


def measure_idle_memory(stage):
    """(resident, proportional) KiB of the bare window and of the service that answered and showed no window yet."""
    process, window, _, _ = stage.start_bare_window()
    settle(process.pid)
    bare = memory(process.pid)
    stage.end_bare_window(process, window)
    stage.stop_service()
    stage.call("ConfirmSend", stage.question(known_mailboxes(10)))
    settle(stage.service_pid())
    return bare, memory(stage.service_pid())


def measure_many_windows(stage):
    """(resident, proportional) KiB after the first windows and after many."""
    question = stage.question([TYPED])
    sizes = []
    stage.stop_service()
    for n in range(1, WINDOWS + 1):
        window, _ = stage.ask(question)
        stage.withdraw(window)
        if n in (FIRST_WINDOWS, WINDOWS):
            settle(stage.service_pid())
            sizes.append(memory(stage.service_pid()))
    return sizes


def show_cold(stage):
    (bare, bare_used), (cold, cold_used) = measure_cold(stage)
    figure.show("bare window, start to first frame", bare, "ms")
    figure.show("cold, call to first frame", cold, "ms", cold / bare, "to the bare window", "≤ 1.5")
    figure.show("bare window, processor time", bare_used, "ms")
    figure.show("cold, processor time of the service", cold_used, "ms", cold_used / bare_used, "to the bare window")


def show_warm(stage):
    bare, warm = measure_warm(stage)
    figure.show("bare window, start to first frame", bare, "ms")
    for n, time in warm.items():
        figure.show(f"warm, {n} recipients, call to first frame", time, "ms", time / bare, "to the bare window", "≤ 0.5")
    last, first = warm[SIZES[-1]], warm[SIZES[0]]
    figure.show(f"warm, {SIZES[-1]} recipients against {SIZES[0]}", last, "ms", last / first, f"to {SIZES[0]}", "≤ 2")


def show_memory(stage):
    bare, idle = measure_idle_memory(stage)
    few, many = measure_many_windows(stage)
    for i, (kind, goal) in enumerate((("resident", True), ("proportional", False))):
        figure.show(f"bare window, {kind}", bare[i] / MIB, "MiB")
        figure.show(
            f"idle service before a window, {kind}", idle[i] / MIB, "MiB",
            idle[i] / bare[i], "to the bare window", "≤ 0.6" if goal else None,
        )
        figure.show(f"service after {FIRST_WINDOWS} windows, {kind}", few[i] / MIB, "MiB")
        figure.show(
            f"service after {WINDOWS} windows, {kind}", many[i] / MIB, "MiB",
            many[i] / few[i], f"to after {FIRST_WINDOWS}", "≤ 1.05",
        )


def main():
    with contextlib.closing(Stage(sys.argv[1])) as stage:
        stage.teach()
        show_cold(stage)
        show_warm(stage)
        show_memory(stage)


if __name__ == "__main__":
    main()
