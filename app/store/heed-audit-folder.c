/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-audit-folder.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "heed-limits.h"

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

/* A file is full after some bytes, and has what was written together with the last of them. */
#define MAX_BYTES (8 * HEED_LIMIT_AUDIT_FILE_BYTES)

static gboolean
read_all (int file, char *text, gsize length)
{
  while (length > 0)
    {
      gssize n = read (file, text, length);

      if (n <= 0)
        return FALSE;
      text += n;
      length -= (gsize)n;
    }
  return TRUE;
}

char *
heed_audit_folder_read (const char *path, gsize *length)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
  g_autofree char *text = NULL;
  struct stat status;

  *length = 0;
  if (file < 0)
    return NULL;
  if (fstat (file, &status) == 0 && S_ISREG (status.st_mode) && status.st_size <= MAX_BYTES)
    {
      *length = (gsize)status.st_size;
      text = g_malloc0 (*length + 1);
      if (!read_all (file, text, *length))
        g_clear_pointer (&text, g_free);
    }
  close (file);
  return g_steal_pointer (&text);
}
