/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-option.h"

#include <glib/gi18n-lib.h>

#include "heed-error.h"
#include "heed-limits.h"

gboolean
heed_option_lookup (
    GVariant *options, const char *name, const GVariantType *type, GVariant **value, GError **error)
{
  g_autoptr (GVariant) found = g_variant_lookup_value (options, name, NULL);

  if (found != NULL && !g_variant_is_of_type (found, type))
    {
      g_autofree char *wanted = g_variant_type_dup_string (type);

      g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                   "Option “%s” has the type “%s”, but must have “%s”", name,
                   g_variant_get_type_string (found), wanted);
      return FALSE;
    }
  *value = g_steal_pointer (&found);
  return TRUE;
}

gboolean
heed_option_lookup_string (GVariant *options, const char *name, char **value, GError **error)
{
  g_autoptr (GVariant) found = NULL;

  if (!heed_option_lookup (options, name, G_VARIANT_TYPE_STRING, &found, error))
    return FALSE;
  if (found != NULL)
    {
      gsize length = 0;
      const char *text = g_variant_get_string (found, &length);

      if (length > HEED_LIMIT_OPTION_BYTES)
        {
          g_set_error (error, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
                       /* Translators: %s is the name of something that a mail program tells Heed
                        * about a message, such as subject, and %d is 65536. */
                       _ ("“%s” can have at most %d bytes."), name, HEED_LIMIT_OPTION_BYTES);
          return FALSE;
        }
      *value = g_strdup (text);
    }
  return TRUE;
}

gboolean
heed_option_lookup_array (
    GVariant *options, const char *name, const GVariantType *type, GVariant **value, GError **error)
{
  g_autoptr (GVariant) found = NULL;

  if (!heed_option_lookup (options, name, type, &found, error))
    return FALSE;
  if (found != NULL && g_variant_n_children (found) > HEED_LIMIT_OPTION_ENTRIES)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
                   /* Translators: %s is the name of something that a mail program tells Heed about
                    * a message, such as attachments, and %d is 10000. */
                   _ ("“%s” can have at most %d entries."), name, HEED_LIMIT_OPTION_ENTRIES);
      return FALSE;
    }
  *value = g_steal_pointer (&found);
  return TRUE;
}
