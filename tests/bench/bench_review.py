# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the review of one recipient costs, beside a bare scan of the same list: bench_review.py BUILD

The lists are invented (invented-domains.c). The time is processor time; the ratios are of one run.
"""

import subprocess
import sys

import figure

US = 1e3  # nanoseconds
MS = 1e6
CROWD = 10_000
TYPED = {"known": "known domains", "slip": "slips", "stranger": "strangers"}


def measure(build):
    """The numbers of review-times, by name."""
    command = [f"{build}/tests/bench/review-times"]
    output = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    return {name: float(value) for name, value in (line.split() for line in output.splitlines())}


def show_list(numbers):
    few = numbers["few-bare-filter"]
    figure.show("bare filter over 10,000 domains", few / US, "µs")
    for key, name in TYPED.items():
        value = numbers[f"few-{key}"]
        figure.show(f"review against 10,000: {name}", value / US, "µs", value / few, "to the bare filter", "≤ 3")
    for key, name in TYPED.items():
        value = numbers[f"many-{key}"]
        ratio = value / numbers[f"few-{key}"]
        figure.show(f"review against 1,000,000: {name}", value / US, "µs", ratio, "to 10,000", "≤ 4")
    figure.show("building the index of a million", numbers["many-build"] / US, "s", goal="< 1 s")
    figure.show("normalising a million domains before that", numbers["many-parse"] / US, "s")
    figure.show("memory a known domain, of 1,000,000", numbers["many-bytes"], "bytes", goal="< 120")


def show_people(numbers):
    for key, name in (("people", "names"), ("numbered", "numbers")):
        value = numbers[f"{key}-slip"]
        figure.show(f"review against 200,000 {name} at one domain: slips", value / US, "µs")
        figure.show("the first one, which makes their index", numbers[f"{key}-first"] / MS, "ms")


def show_crowd(numbers):
    all_of_them, one = numbers["crowd-all"], numbers["crowd-one"]
    figure.show("review of 10,000 recipients at 300 domains with a slip", all_of_them / MS, "ms")
    figure.show("each of them", all_of_them / CROWD / US, "µs", all_of_them / CROWD / one, "to one alone")
    figure.show("worst: 10,000 recipients at 10,000 domains, all near each other", numbers["series-all"] / MS, "ms", goal="< 1 s")


def show_worst(numbers):
    for key, name in (("near", "19 characters"), ("long", "253 characters")):
        value = numbers[f"{key}-slip"]
        ratio = value / numbers[f"{key}-bare-filter"]
        figure.show(f"worst: 100,000 known, all near, {name}", value / US, "µs", ratio, "to the bare filter")


def show_allocations(numbers):
    for key, name in (("few", "10,000"), ("many", "1,000,000")):
        figure.show(f"allocations of a search in {name}", numbers[f"{key}-search-allocations"], "calls", goal="0")
    for key, name in TYPED.items():
        figure.show(f"allocations of a review of {name}", numbers[f"few-{key}-allocations"], "calls")


def main():
    numbers = measure(sys.argv[1])
    show_list(numbers)
    show_worst(numbers)
    show_people(numbers)
    show_crowd(numbers)
    show_allocations(numbers)


if __name__ == "__main__":
    main()
