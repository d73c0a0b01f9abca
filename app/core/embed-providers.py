# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the first column of the provider list into a C array: embed-providers.py LIST HEADER"""

import sys

with open(sys.argv[1], encoding="ascii") as file:
    lines = [line.split("\t")[0].strip() for line in file if line.strip() and not line.startswith("#")]
if len(set(lines)) != len(lines):
    sys.exit(f"{sys.argv[1]}: a domain stands there twice")
with open(sys.argv[2], "w", encoding="ascii") as file:
    file.write("static const char *const heed_provider_list[] = {\n")
    file.writelines(f'  "{domain}",\n' for domain in sorted(lines))
    file.write("};\n")
