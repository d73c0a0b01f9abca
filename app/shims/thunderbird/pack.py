#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs the extension into an .xpi: the same bytes for the same files, whenever and wherever it is built.

usage: pack.py VERSION OUTPUT FOLDER FILE...

FILEs are relative to FOLDER, the extension's own. VERSION becomes the manifest's.
"""

import json
import os
import sys
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip file can hold


def main(version, output, folder, names):
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(names):
            with open(os.path.join(folder, name), "rb") as file:
                content = file.read()
            if name == "manifest.json":
                manifest = json.loads(content)
                manifest["version"] = version
                content = json.dumps(manifest, indent=2).encode() + b"\n"
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:])
