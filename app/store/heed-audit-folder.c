/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-audit-folder.h"

#include <string.h>

#define PREFIX "audit-"
#define ENDING ".jsonl"

/* So many that names sort as numbers do. */
#define DIGITS 12

char *
heed_audit_folder_get_default (void)
{
  return g_build_filename (g_get_user_data_dir (), "heed", "audit", NULL);
}

char *
heed_audit_folder_get_head_path (const char *folder)
{
  return g_build_filename (folder, "head", NULL);
}

char *
heed_audit_folder_get_lock_path (const char *folder)
{
  return g_build_filename (folder, "lock", NULL);
}

char *
heed_audit_folder_make_path (const char *folder, guint64 number)
{
  g_autofree char *name = g_strdup_printf (PREFIX "%0*" G_GUINT64_FORMAT ENDING, DIGITS, number);

  return g_build_filename (folder, name, NULL);
}

guint64
heed_audit_folder_get_number (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_ascii_strtoull (name + strlen (PREFIX), NULL, 10);
}

static gboolean
is_file_name (const char *name)
{
  return g_str_has_prefix (name, PREFIX) && g_str_has_suffix (name, ENDING) &&
         strlen (name) == strlen (PREFIX) + DIGITS + strlen (ENDING) &&
         strspn (name + strlen (PREFIX), "0123456789") == DIGITS;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
heed_audit_folder_list (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (is_file_name (name))
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort (paths, compare_paths);
  return paths;
}
