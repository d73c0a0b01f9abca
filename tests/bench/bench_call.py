# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figure that a mail program feels at every send: ConfirmSend beside a Ping: bench_call.py BUILD"""

import contextlib
import statistics
import subprocess
import sys

import figure
from program import processor_time
from stage import Stage, known_mailboxes

ROUNDS = 2000
RECIPIENTS = 10
US = 1e3  # nanoseconds


def measure(stage, build):
    """((median send, median ping), processor time of the service a round) in µs."""
    command = [f"{build}/tests/bench/call-times", str(ROUNDS), *known_mailboxes(RECIPIENTS)]
    used = processor_time(stage.service_pid())
    result = subprocess.run(command, env=stage.environment, stdout=subprocess.PIPE, text=True, check=True)
    used = processor_time(stage.service_pid()) - used
    rounds = [map(int, line.split()) for line in result.stdout.splitlines()]
    return [statistics.median(column) / US for column in zip(*rounds)], used / ROUNDS / US


def main():
    build = sys.argv[1]
    with contextlib.closing(Stage(build)) as stage:
        stage.teach()
        (send, ping), used = measure(stage, build)
    figure.show("Ping, warm", ping, "µs")
    figure.show(f"ConfirmSend, {RECIPIENTS} known recipients, warm", send, "µs", send / ping, "to Ping", "≤ 2")
    figure.show("processor time of the service, a send and two pings", used, "µs")


if __name__ == "__main__":
    main()
