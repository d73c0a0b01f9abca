/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is imported becomes records or an error; a record that was read is written and read as the
 * same. */

#include "fuzz.h"

#include <string.h>

#include "heed-history-lines.h"

static void
check_records (GVariant *records, char *(*format) (GVariant *record), guint which)
{
  for (gsize i = 0; i < g_variant_n_children (records); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (records, i);
      g_autofree char *line = format (record);
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) correspondents = NULL;
      g_autoptr (GVariant) decisions = NULL;
      g_autoptr (GVariant) trusts = NULL;
      GVariant **again[] = { &correspondents, &decisions, &trusts };
      const char *key;

      g_variant_get_child (record, which == 1 ? 2 : 0, "&s", &key);
      if (*key == '\0')
        continue;
      g_assert_true (heed_history_lines_read (line, strlen (line), 1, &correspondents, &decisions,
                                              &trusts, &error));
      g_assert_cmpuint (g_variant_n_children (*again[which]), ==, 1);
      g_autoptr (GVariant) same = g_variant_get_child_value (*again[which], 0);
      g_assert_true (g_variant_equal (record, same));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) correspondents = NULL;
  g_autoptr (GVariant) decisions = NULL;
  g_autoptr (GVariant) trusts = NULL;

  if (!heed_history_lines_read ((const char *)data, size, 1, &correspondents, &decisions, &trusts,
                                &error))
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  check_records (correspondents, heed_history_lines_format_correspondent, 0);
  check_records (decisions, heed_history_lines_format_decision, 1);
  check_records (trusts, heed_history_lines_format_trust, 2);
  return 0;
}
