# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Includes point one way: core, wire, store, service, ui; and each library uses only what is its own.

The include path of each library makes most wrong-way includes fail to compile. This check also finds those that a
relative path would smuggle in, and libraries that belong further up.
"""

import re

import tree

ORDER = ("core", "wire", "store", "service", "ui")
ALLOWED = {layer: ORDER[: i + 1] for i, layer in enumerate(ORDER)} | {"tools": ("core", "wire", "store", "tools")}
LIBRARIES = (
    (re.compile(r"<(gtk|gdk|gsk|adwaita|graphene)[-/.]"), ("ui",)),
    (re.compile(r"<sqlite3\.h>"), ("store",)),
    (re.compile(r"<(sodium|libsecret)"), ("store",)),
    (re.compile(r"<json"), ("wire", "tools")),
    (re.compile(r"<(gmime|unicode|libpsl)"), ("core",)),
    (re.compile(r"<gio/"), ("wire", "store", "service", "ui", "tools")),
)
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"][^>"]+[>"])', re.MULTILINE)


def check(root):
    homes = {path.name: path.parent.name for path in tree.sources(root, ".h") if path.parent.parent == root / "app"}
    for path in tree.sources(root, ".c", ".h"):
        layer = path.parent.name
        if path.parent.parent != root / "app" or layer not in ALLOWED:
            continue
        for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            where = f"{path.relative_to(root)}: #include {name}"
            if name.startswith('"') and "/" in name:
                yield f"{where}: include by name, not by path"
            elif name.startswith('"') and homes.get(name.strip('"'), layer) not in ALLOWED[layer]:
                yield f"{where}: {layer} must not know {homes[name.strip(chr(34))]}"
            for pattern, layers in LIBRARIES:
                if pattern.match(name) and layer not in layers:
                    yield f"{where}: this library is used only in {', '.join(layers)}"


if __name__ == "__main__":
    tree.run(check)
