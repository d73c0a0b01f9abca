/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a fuzz target over the inputs that are kept: replay FOLDER. Needs no fuzzing compiler. */

#include "fuzz.h"

#include <glib.h>

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  if (argc != 2)
    g_error ("usage: %s FOLDER", argv[0]);
  dir = g_dir_open (argv[1], 0, &error);
  if (dir == NULL)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *data = NULL;
      gsize size = 0;

      if (!g_file_get_contents (path, &data, &size, &error))
        g_error ("%s", error->message);
      g_print ("%s\n", name);
      LLVMFuzzerTestOneInput ((const uint8_t *)data, size);
      n++;
    }
  if (n == 0)
    g_error ("%s holds no inputs", argv[1]);
  return 0;
}
