# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every text file of ours says whose it is and under which licence."""

import tree

TEXT = (".c", ".h", ".py", ".sh", ".js", ".mjs", ".html", ".css", ".ui", ".xml", ".svg", ".build", ".in")


def check(root):
    for path in tree.sources(root, *TEXT):
        with path.open(encoding="utf-8") as file:
            top = "".join(file.readline() for _ in range(6))
        for tag in ("SPDX-FileCopyrightText:", "SPDX-License-Identifier:"):
            if tag not in top and not path.name.endswith(".json.in"):
                yield f"{path.relative_to(root)}: no {tag} line on top"


if __name__ == "__main__":
    tree.run(check)
