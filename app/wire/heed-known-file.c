/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-known-file.h"

#include "heed-error.h"
#include "heed-text-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
add_line (HeedKnownDomains *known, char *line, GError **error)
{
  char *tab = strchr (line, '\t');
  guint64 count = 1;

  if (tab != NULL)
    {
      *tab = '\0';
      if (!g_ascii_string_to_unsigned (g_strstrip (tab + 1), 10, 0, G_MAXUINT, &count, error))
        return FALSE;
    }
  if (strchr (line, '@') != NULL)
    {
      g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (line, error);

      if (mailbox == NULL)
        return FALSE;
      heed_known_domains_add_mailbox (known, mailbox, (guint)count);
    }
  else
    {
      g_autoptr (HeedDomain) domain = heed_domain_new (line, error);

      if (domain == NULL)
        return FALSE;
      heed_known_domains_add_domain (known, domain, (guint)count);
    }
  return TRUE;
}

HeedKnownDomains *
heed_known_file_read (const char *path, GError **error)
{
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();
  g_autofree char *text = NULL;
  g_autoptr (GError) fault = NULL;
  gsize length;
  char *next;
  guint number = 1;

  if (!heed_text_file_read (path, &text, &length, error))
    return NULL;
  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                   /* Translators: %s is a file. */
                   _ ("%s: is not text in UTF-8."), path);
      return NULL;
    }
  for (char *line = text; line != NULL; line = next, number++)
    {
      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      g_strchomp (line);
      if (*line != '\0' && !add_line (known, line, &fault))
        {
          g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                       /* Translators: a file, a line's number and what is wrong there. */
                       _ ("%s:%u: %s"), path, number, fault->message);
          return NULL;
        }
    }
  return g_steal_pointer (&known);
}
