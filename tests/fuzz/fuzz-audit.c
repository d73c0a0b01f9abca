/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever the files of the audit hold, the check comes to an end and says something, and counts no
 * record as protected that was not made with the key. The input is a head, a zero byte, and what is
 * in two files, between which is another zero byte. */

#include "fuzz.h"

#include <string.h>

#include "heed-audit-check.h"
#include "heed-audit-line.h"

static void
check_line (const char *text, size_t size)
{
  g_autoptr (HeedAuditLine) line = heed_audit_line_parse (text, size);

  if (line == NULL)
    return;
  g_assert_cmpuint (line->number, >, 0);
  g_assert_cmpuint (line->body_length, <, size);
  g_assert_cmpuint (strlen (line->hash), ==, HEED_AUDIT_LINE_HASH_CHARACTERS);
  g_assert_cmpuint (strlen (line->previous), ==, HEED_AUDIT_LINE_HASH_CHARACTERS);
}

static guint64
get_number (GVariant *report, const char *name)
{
  guint64 number = 0;

  g_variant_lookup (report, name, "t", &number);
  return number;
}

static GPtrArray *
make_keys (void)
{
  g_autoptr (HeedKey) key = heed_key_new_random ();
  GPtrArray *keys = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_audit_key_free);

  g_ptr_array_add (keys, heed_audit_key_new (key));
  return keys;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GPtrArray *keys;
  g_autoptr (HeedAuditCheck) check = NULL;
  const char *text = (const char *)data;
  const char *end = text + size;
  const char *zero = size > 0 ? memchr (text, '\0', size) : NULL;
  g_autofree char *head = zero != NULL ? g_strndup (text, (size_t)(zero - text)) : NULL;

  if (keys == NULL)
    keys = make_keys ();
  check = heed_audit_check_new (keys);
  heed_audit_check_take_head (check, head);
  for (const char *start = zero != NULL ? zero + 1 : text; start < end;)
    {
      const char *next = memchr (start, '\0', (size_t)(end - start));
      size_t length = (size_t)((next != NULL ? next : end) - start);

      check_line (start, length);
      heed_audit_check_take_file (check, "file", start, length);
      start += length + 1;
    }
  g_autoptr (GVariant) report = g_variant_ref_sink (heed_audit_check_end (check));
  g_assert_cmpuint (get_number (report, "records"), ==,
                    get_number (report, "unkeyed") + get_number (report, "unknown-key"));
  return 0;
}
