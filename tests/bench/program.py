# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a running program has used: processor time and memory, as the kernel counts them."""

import pathlib
import time

QUIET = 0.2  # seconds without work after which a program counts as settled


def processor_time(pid):
    """User and system time of all its threads, ended ones too, in nanoseconds."""
    # How the kernel numbers the clock of a process: clock_getcpuclockid(3).
    return time.clock_gettime_ns((~pid << 3) | 2)


def settle(pid, seconds=20):
    """Waits until the program has had no work for a while."""
    end = time.monotonic() + seconds
    used = processor_time(pid)
    quiet_since = time.monotonic()
    while time.monotonic() - quiet_since < QUIET:
        time.sleep(QUIET / 10)
        now = processor_time(pid)
        if now != used:
            used = now
            quiet_since = time.monotonic()
        if time.monotonic() > end:
            raise AssertionError(f"process {pid} is still at work after {seconds} s")


def memory(pid):
    """(resident, proportional) KiB: pages that others share count in full in the first, in parts in the second."""
    sizes = {}
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]:
        name, size = line.split()[:2]
        sizes[name] = int(size)
    return sizes["Rss:"], sizes["Pss:"]
