/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A file may hold more than the service takes in one call, so it is handed over in parts. Bringing
 * in the same twice changes nothing, so an import that stopped half-way is simply run again. */

#include "config.h"
#include "heedctl-import.h"

#include <glib/gi18n.h>

#include "heed-history-lines.h"
#include "heed-limits.h"
#include "heed-text-file.h"
#include "heedctl-address-books.h"
#include "heedctl-service.h"

/* Bytes of a part; a message of D-Bus can have 128 MiB. */
#define PART_BYTES (32 * 1024 * 1024)

/* Returns: (transfer full): the records from @position on that make one part; moves @position
 * behind them */
static GVariant *
take_part (GVariant *records, gsize *position, gsize limit)
{
  gsize n = g_variant_n_children (records);
  gsize bytes = 0;
  GVariantBuilder part;

  g_variant_builder_init (&part, g_variant_get_type (records));
  for (gsize i = 0; i < limit && *position < n && bytes < PART_BYTES; i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (records, (*position)++);

      bytes += g_variant_get_size (record);
      g_variant_builder_add_value (&part, record);
    }
  return g_variant_ref_sink (g_variant_builder_end (&part));
}

static gboolean
send_part (GDBusConnection *connection,
           GVariant *correspondents,
           GVariant *decisions,
           guint *taken,
           GError **error)
{
  guint n;
  g_autoptr (GVariant) answer =
      heedctl_service_call (connection, "Import",
                            g_variant_new ("(@a(ssuxxub)@a(xsssasas))", correspondents, decisions),
                            error);

  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(u)", &n);
  *taken += n;
  return TRUE;
}

/* Each part is of one kind, so that only those of correspondents have the service read everybody
 * again. */
static gboolean
send_all (GDBusConnection *connection,
          GVariant *correspondents,
          GVariant *decisions,
          guint *taken,
          GError **error)
{
  g_autoptr (GVariant) nobody =
      g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("(ssuxxub)"), NULL, 0));
  g_autoptr (GVariant) nothing =
      g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("(xsssasas)"), NULL, 0));

  for (gsize at = 0; at < g_variant_n_children (correspondents);)
    {
      g_autoptr (GVariant) part = take_part (correspondents, &at, HEED_LIMIT_LEARN);

      if (!send_part (connection, part, nothing, taken, error))
        return FALSE;
    }
  for (gsize at = 0; at < g_variant_n_children (decisions);)
    {
      g_autoptr (GVariant) part = take_part (decisions, &at, HEED_LIMIT_UNWRITTEN_DECISIONS);

      if (!send_part (connection, nobody, part, taken, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
send_trusts (GDBusConnection *connection, GVariant *trusts, guint *taken, GError **error)
{
  g_autoptr (GVariant) answer = NULL;
  guint n;

  if (g_variant_n_children (trusts) == 0)
    return TRUE;
  answer = heedctl_service_call (connection, "ImportTrusted", g_variant_new ("(@a(ssx))", trusts),
                                 error);
  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(u)", &n);
  *taken += n;
  return TRUE;
}

static gboolean
import_text (GDBusConnection *connection, const char *text, gsize length, GError **error)
{
  g_autoptr (GVariant) correspondents = NULL;
  g_autoptr (GVariant) decisions = NULL;
  g_autoptr (GVariant) trusts = NULL;
  guint taken = 0;

  if (!heed_history_lines_read (text, length, g_get_real_time () / G_USEC_PER_SEC, &correspondents,
                                &decisions, &trusts, error) ||
      !send_all (connection, correspondents, decisions, &taken, error) ||
      !send_trusts (connection, trusts, &taken, error))
    return FALSE;
  /* Translators: two numbers of records. */
  g_print (_ ("Imported: %u of %zu records.\n"), taken,
           g_variant_n_children (correspondents) + g_variant_n_children (decisions) +
               g_variant_n_children (trusts));
  return TRUE;
}

gboolean
heedctl_import (GDBusConnection *connection, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!heed_text_file_read (path, &text, &length, error))
    return FALSE;
  if (import_text (connection, text, length, error))
    return TRUE;
  g_prefix_error (error, "%s: ", path);
  return FALSE;
}

gboolean
heedctl_import_address_books (GDBusConnection *connection, GError **error)
{
  g_autofree char *cards = heedctl_address_books_read (error);

  if (cards == NULL)
    return FALSE;
  if (*cards == '\0')
    {
      g_print (_ ("Nobody with an address is in the address books.\n"));
      return TRUE;
    }
  return import_text (connection, cards, strlen (cards), error);
}
