/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-audit-line.h"

#include <string.h>

#define ZERO "0000000000000000000000000000000000000000000000000000000000000000"
#define ONE "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define TIME "\"time\":\"2026-11-25T14:00:01.000002Z\""
#define LINE(place, hashes) "{" place "," TIME ",\"reason\":\"clear\"," hashes "}"
#define HASHES "\"previous\":\"" ZERO "\",\"hash\":\"" ONE "\""

static void
test_parts (void)
{
  const char *text = "{\"record\":12," TIME ",\"gap\":true,\"key\":\"k\"," HASHES "}";
  g_autoptr (HeedAuditLine) line = heed_audit_line_parse (text, strlen (text));

  g_assert_nonnull (line);
  g_assert_cmpuint (line->number, ==, 12);
  g_assert_cmpint (line->time, ==, G_GINT64_CONSTANT (1795615201000002));
  g_assert_true (line->is_gap);
  g_assert_cmpstr (line->key, ==, "k");
  g_assert_cmpstr (line->previous, ==, ZERO);
  g_assert_cmpstr (line->hash, ==, ONE);
  g_assert_cmpuint (line->body_length, ==, (gsize)(strstr (text, ",\"hash\"") - text));
}

static void
test_no_record (void)
{
  static const char *const texts[] = {
    "",
    "{",
    "[]",
    "12",
    "{}",
    LINE ("\"record\":0", HASHES),
    LINE ("\"record\":-1", HASHES),
    LINE ("\"record\":\"1\"", HASHES),
    LINE ("\"record\":1.5", HASHES),
    LINE ("\"record\":99999999999999999999", HASHES),
    /* Without its end, with something after it, and with the hash elsewhere. */
    "{\"record\":1," TIME "," HASHES,
    LINE ("\"record\":1", HASHES) " ",
    LINE ("\"record\":1", "\"hash\":\"" ONE "\",\"previous\":\"" ZERO "\""),
    LINE ("\"record\":1", "\"previous\":\"" ZERO "\",\"hash\": \"" ONE "\""),
    LINE ("\"record\":1", "\"previous\":\"" ZERO "\",\"hash\":\"0123\""),
    LINE ("\"record\":1", "\"previous\":\"" ZERO "\",\"hash\":7"),
    LINE ("\"record\":1", "\"previous\":\"x\",\"hash\":\"" ONE "\""),
    /* One member twice: readers would not agree on what it says. */
    LINE ("\"record\":1,\"record\":2", HASHES),
    "{\"record\":1,\"time\":\"yesterday\"," HASHES "}",
    "{\"record\":1,\"time\":5," HASHES "}",
    "{\"record\":1," HASHES "}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HeedAuditLine) line = heed_audit_line_parse (texts[i], strlen (texts[i]));

      if (line != NULL)
        g_error ("a record: %s", texts[i]);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GVariant) members = g_variant_ref_sink (
      g_variant_new_parsed ("{'record': <uint64 3>, 'time': <%s>, 'client': "
                            "<%s>, 'domains': <['a', 'b']>, 'previous': <%s>}",
                            "2026-11-25T14:00:01.5Z", "a\"b\n\\/\xc3\xa9", ZERO));
  g_autofree char *body = heed_audit_line_format_body (members);
  g_autofree char *text = heed_audit_line_format (body, ONE);

  g_assert_null (strchr (text, '\n'));
  g_autoptr (HeedAuditLine) line = heed_audit_line_parse (text, strlen (text));
  g_assert_nonnull (line);
  g_assert_cmpuint (line->number, ==, 3);
  g_assert_cmpuint (line->body_length, ==, strlen (body));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audit-line/parts", test_parts);
  g_test_add_func ("/audit-line/no-record", test_no_record);
  g_test_add_func ("/audit-line/round-trip", test_round_trip);
  return g_test_run ();
}
