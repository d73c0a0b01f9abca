# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Each check of the lint suite finds the fault that it is for."""

import pathlib
import shutil
import sys
import tempfile
import unittest

import formatting
import includes
import licences
import potfiles

ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
SPDX = "/* SPDX-FileCopyrightText: 2026 The Heed authors\n * SPDX-License-Identifier: GPL-3.0-or-later */\n\n"


class Faults(unittest.TestCase):
    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        for folder in ("app/core", "app/ui", "po"):
            (self.root / folder).mkdir(parents=True)
        shutil.copy(ROOT / ".clang-format", self.root)
        self.write("po/POTFILES.in", SPDX.replace("/*", "#").replace(" */", "").replace(" * ", "# "))
        self.write("app/ui/heed-window.h", SPDX + "#pragma once\n")

    def write(self, name, text):
        (self.root / name).write_text(text, encoding="utf-8")

    def found(self, check):
        return "\n".join(check.check(self.root))

    def test_clean_tree(self):
        for check in (formatting, includes, licences, potfiles):
            self.assertEqual(self.found(check), "", check.__name__)

    def test_wrong_way_include(self):
        self.write("app/core/a.c", SPDX + '#include "heed-window.h"\n')
        self.assertIn("core must not know ui", self.found(includes))

    def test_include_by_path(self):
        self.write("app/core/a.c", SPDX + '#include "../ui/heed-window.h"\n')
        self.assertIn("by name, not by path", self.found(includes))

    def test_foreign_library(self):
        self.write("app/core/a.c", SPDX + "#include <gtk/gtk.h>\n")
        self.assertIn("used only in ui", self.found(includes))

    def test_missing_from_potfiles(self):
        self.write("app/core/a.c", SPDX + 'const char *a = _ ("Send");\n')
        self.assertIn("not in po/POTFILES.in", self.found(potfiles))

    def test_named_but_gone(self):
        self.write("po/POTFILES.in", "app/core/gone.c\n")
        self.assertIn("does not exist", self.found(potfiles))

    def test_no_licence(self):
        self.write("app/core/a.c", "int a;\n")
        self.assertIn("no SPDX-License-Identifier: line", self.found(licences))

    def test_format(self):
        self.write("app/core/a.c", SPDX + "int   a ;\n")
        self.assertIn("clang-format", self.found(formatting))


if __name__ == "__main__":
    unittest.main()
