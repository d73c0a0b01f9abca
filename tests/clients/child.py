# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that end with the one that started them, even when that is killed."""

import ctypes
import signal
import subprocess

_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_libc = ctypes.CDLL(None)


def start(command, **options):
    """As subprocess.Popen."""
    return subprocess.Popen(command, preexec_fn=_end_with_parent, **options)


def _end_with_parent():
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
