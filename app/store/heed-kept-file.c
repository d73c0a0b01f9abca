/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-kept-file.h"

#include <errno.h>
#include <glib/gstdio.h>

static const char *const reason_names[] = {
  [HEED_KEPT_DAMAGED] = "damaged",
  [HEED_KEPT_SEALED] = "sealed",
};

char *
heed_kept_file_make_path (const char *path, HeedKeptReason reason)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H-%M-%S");
  char *kept = g_strdup_printf ("%s.%s-%s", path, reason_names[reason], date);

  for (guint i = 1; g_file_test (kept, G_FILE_TEST_EXISTS); i++)
    {
      g_free (kept);
      kept = g_strdup_printf ("%s.%s-%s-%u", path, reason_names[reason], date, i);
    }
  return kept;
}

char *
heed_kept_file_set_aside (const char *path, HeedKeptReason reason)
{
  static const char *const companions[] = { "", "-wal", "-journal" };
  g_autofree char *target = heed_kept_file_make_path (path, reason);

  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *from = g_strconcat (path, companions[i], NULL);
      g_autofree char *to = g_strconcat (target, companions[i], NULL);

      if (g_rename (from, to) != 0 && (i == 0 || errno != ENOENT))
        return NULL;
    }
  return g_steal_pointer (&target);
}

static gboolean
is_kept (const char *entry, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reason_names); i++)
    {
      g_autofree char *start = g_strdup_printf ("%s.%s-", name, reason_names[i]);

      if (g_str_has_prefix (entry, start))
        return TRUE;
    }
  return FALSE;
}

void
heed_kept_file_remove_all (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *kept = g_build_filename (folder, entry, NULL);

      if (is_kept (entry, name))
        g_unlink (kept);
    }
}
