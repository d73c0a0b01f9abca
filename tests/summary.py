# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last line of a run: how many of meson's tests passed, failed and were skipped."""

import collections
import json
import sys

GROUP = {"OK": "passed", "EXPECTEDFAIL": "passed", "SKIP": "skipped"}

counts = collections.Counter()
with open(sys.argv[1], encoding="utf-8") as log:
    for line in log:
        counts[GROUP.get(json.loads(line)["result"], "failed")] += 1
print(f"tests: {counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
