/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-text-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "heed-error.h"
#include "heed-limits.h"

#define MIB (1024 * 1024)
#define BLOCK_BYTES (64 * 1024)

static char *
explain (const char *path, int code)
{
  g_autofree char *shown = g_filename_display_name (path);

  switch (code)
    {
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR:
      /* Translators: %s is a file; so below. */
      return g_strdup_printf (_ ("There is no file “%s”."), shown);
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
      return g_strdup_printf (_ ("You may not read “%s”."), shown);
    case G_FILE_ERROR_ISDIR:
      return g_strdup_printf (_ ("“%s” is a folder, not a file."), shown);
    default:
      return g_strdup_printf (_ ("“%s” cannot be read."), shown);
    }
}

/* What a device says of its size is nothing to go by, so it is read until it ends or is too large.
 *
 * Returns: (transfer full) (nullable): %NULL with an errno */
static GByteArray *
read_up_to_limit (const char *path, int *code)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  FILE *file = g_fopen (path, "rbe");
  gsize n;

  if (file == NULL)
    {
      *code = errno;
      return NULL;
    }
  do
    {
      g_byte_array_set_size (bytes, bytes->len + BLOCK_BYTES);
      n = fread (bytes->data + bytes->len - BLOCK_BYTES, 1, BLOCK_BYTES, file);
      g_byte_array_set_size (bytes, bytes->len - BLOCK_BYTES + (guint)n);
    }
  while (n == BLOCK_BYTES && bytes->len <= HEED_LIMIT_TEXT_FILE_BYTES);
  *code = ferror (file) ? errno : 0;
  fclose (file);
  return *code == 0 ? g_steal_pointer (&bytes) : NULL;
}

gboolean
heed_text_file_read (const char *path, char **text, gsize *length, GError **error)
{
  int code = 0;
  g_autoptr (GByteArray) bytes = read_up_to_limit (path, &code);

  if (bytes == NULL)
    {
      g_autofree char *message = explain (path, (int)g_file_error_from_errno (code));

      g_debug ("A file could not be read: %s", g_strerror (code));
      g_set_error_literal (error, HEED_ERROR,
                           code == ENOENT ? HEED_ERROR_NOT_FOUND : HEED_ERROR_FAILED, message);
      return FALSE;
    }
  if (bytes->len > HEED_LIMIT_TEXT_FILE_BYTES)
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
                   /* Translators: a file, and a number of mebibytes. */
                   _ ("“%s” is larger than %d MiB, the most that is read."), shown,
                   HEED_LIMIT_TEXT_FILE_BYTES / MIB);
      return FALSE;
    }
  g_byte_array_append (bytes, (const guint8 *)"", 1);
  *length = bytes->len - 1;
  *text = (char *)g_byte_array_free (g_steal_pointer (&bytes), FALSE);
  return TRUE;
}
