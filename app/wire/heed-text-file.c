/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-text-file.h"

#include <glib/gi18n-lib.h>

#include "heed-error.h"

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

gboolean
heed_text_file_read (const char *path, char **text, gsize *length, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *message = NULL;
  gboolean is_missing;

  if (g_file_get_contents (path, text, length, &local_error))
    return TRUE;
  is_missing = g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  message = explain (path, local_error->code);
  g_debug ("A file could not be read: %s", local_error->message);
  g_set_error_literal (error, HEED_ERROR, is_missing ? HEED_ERROR_NOT_FOUND : HEED_ERROR_FAILED,
                       message);
  return FALSE;
}
