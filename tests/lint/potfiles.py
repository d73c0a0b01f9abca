# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every file with strings for people is named in po/POTFILES.in, and every file named there exists."""

import re

import tree

MARKED = re.compile(r'(?<![\w])(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*"|translatable="(?:yes|true)"')
BY_NATURE = (".desktop.in.in", ".metainfo.xml.in.in")


def check(root):
    potfiles = root / "po" / "POTFILES.in"
    lines = potfiles.read_text(encoding="utf-8").splitlines()
    named = [line for line in lines if line and not line.startswith("#")]
    if named != sorted(named):
        yield "po/POTFILES.in: not sorted"
    for name in named:
        if not (root / name).is_file():
            yield f"po/POTFILES.in: {name} does not exist"
    for path in tree.sources(root, ".c", ".ui", ".in"):
        name = str(path.relative_to(root))
        if name.startswith("tests/") or name in named:
            continue
        if name.endswith(BY_NATURE) or MARKED.search(path.read_text(encoding="utf-8")):
            yield f"{name}: has strings for people, but is not in po/POTFILES.in"


if __name__ == "__main__":
    tree.run(check)
