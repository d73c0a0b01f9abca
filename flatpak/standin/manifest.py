#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manifest as it can be built without the upstream servers.

usage: manifest.py MANIFEST SEED SOURCE OUTPUT

Modules whose archive is in SEED, and those that are built from SOURCE (a checkout), stay as they are. The others
are left out, which the stand-in runtime makes up for; each is named on standard output.
"""

import json
import pathlib
import subprocess
import sys


def read(manifest):
    """What flatpak-builder itself understands; a key that it does not know is an error here."""
    shown = subprocess.run(
        ["flatpak-builder", "--show-manifest", manifest], capture_output=True, text=True
    )
    if shown.returncode != 0 or shown.stderr.strip():
        sys.exit(f"{manifest}: {shown.stderr.strip()}")
    return json.loads(shown.stdout)


def is_here(module, seed):
    archives = [source for source in module["sources"] if source["type"] == "archive"]
    return all((seed / "downloads" / archive["sha256"]).is_dir() for archive in archives)


def main(manifest, seed, source, output):
    content = read(manifest)
    for module in list(content["modules"]):
        if not is_here(module, pathlib.Path(seed)):
            print(f"{module['name']}: not built here, taken from the stand-in runtime")
            content["modules"].remove(module)
        for entry in module["sources"]:
            if entry["type"] == "dir":
                entry["path"] = source
    pathlib.Path(output).write_text(json.dumps(content, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
