# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A figure: one line of a benchmark's output."""

NO_RATIO = "-"


def show(name, value, unit, ratio=None, reference=None, goal=None):
    """Prints name, value and unit, the ratio to the reference and the goal for that ratio."""
    compared = NO_RATIO if ratio is None else f"{ratio:.2f}"
    wanted = f"goal {goal}" if goal is not None else "no goal"
    print(f"{name:<58} {value:>10,.1f} {unit:<10} {compared:>7}  {wanted:<14} {reference or ''}".rstrip(), flush=True)
