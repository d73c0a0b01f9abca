# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the first column of a list of domains into a sorted C array: embed-domains.py LIST NAME HEADER"""

import sys

COLUMNS = 4

with open(sys.argv[1], encoding="ascii") as file:
    rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
for row in rows:
    if len(row) != COLUMNS or not all(row):
        sys.exit(f"{sys.argv[1]}: not {COLUMNS} columns: {row[0]}")
domains = [row[0] for row in rows]
if len(set(domains)) != len(domains):
    sys.exit(f"{sys.argv[1]}: a domain stands there twice")
with open(sys.argv[3], "w", encoding="ascii") as file:
    file.write(f"static const char *const {sys.argv[2]}[] = {{\n")
    file.writelines(f'  "{domain}",\n' for domain in sorted(domains))
    file.write("};\n")
