/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-error.h"
#include "heed-limits.h"
#include "heed-message-variant.h"

static HeedMessage *
parse (const char *recipients, const char *options, GError **error)
{
  g_autoptr (GVariant) list =
      g_variant_parse (G_VARIANT_TYPE ("a(ss)"), recipients, NULL, NULL, NULL);
  g_autoptr (GVariant) parsed = g_variant_parse (G_VARIANT_TYPE_VARDICT, options, NULL, NULL, NULL);

  g_assert_true (list != NULL && parsed != NULL);
  return heed_message_variant_parse (list, parsed, error);
}

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedMessage) message =
      parse ("[('to', 'Ann <ann@army.ml>'), ('bcc', 'T: a@b.org;')]",
             "{'client': <'T 1'>, 'sender': <'me@army.mil'>, 'subject': <'Plans'>, 'attachments': "
             "<[('plan', uint64 3)]>, 'thread': <['x@y.org', 'nobody', 'G: p@q.org, r@s.org;']>, "
             "'lists': <['staff']>}",
             &error);
  g_autoptr (GVariant) back = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  back = g_variant_ref_sink (heed_message_variant_recipients (message));
  text = g_variant_print (back, FALSE);
  g_assert_cmpstr (text, ==, "[('to', 'Ann <ann@army.ml>'), ('bcc', 'a@b.org')]");
  /* What came in may be anything; what cannot be read is passed over. */
  g_assert_cmpuint (heed_message_get_thread (message)->len, ==, 3);
  g_assert_cmpstr (heed_message_get_lists (message)[0], ==, "staff");
  g_assert_cmpuint (heed_message_get_attachments (message)->len, ==, 1);
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *recipients;
    const char *options;
    int code;
    const char *message;
  } wrong[] = {
    { "@a(ss) []", "@a{sv} {}", HEED_ERROR_INVALID_ARGUMENT, "*no recipients*" },
    { "[('to', 'nobody:;')]", "@a{sv} {}", HEED_ERROR_INVALID_ARGUMENT, "*no recipients*" },
    { "[('to', 'a@b.org'), ('xx', 'a@b.org')]", "@a{sv} {}", HEED_ERROR_INVALID_RECIPIENT,
      "Recipient 2: *" },
    { "[('to', 'ann')]", "@a{sv} {}", HEED_ERROR_INVALID_RECIPIENT, "Recipient 1: *" },
    { "[('to', 'a@b.org')]", "{'sender': <'me'>}", HEED_ERROR_INVALID_RECIPIENT, "Sender: *" },
    { "[('to', 'a@b.org')]", "{'sender': <1>}", HEED_ERROR_INVALID_ARGUMENT, "*“sender”*" },
    { "[('to', 'a@b.org')]", "{'thread': <'x'>}", HEED_ERROR_INVALID_ARGUMENT, "*“thread”*" },
    { "[('to', 'a@b.org')]", "{'attachments': <[('a', 1)]>}", HEED_ERROR_INVALID_ARGUMENT,
      "*“attachments”*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (wrong[i].recipients, wrong[i].options, &error));
      g_assert_error (error, HEED_ERROR, wrong[i].code);
      g_assert_true (g_pattern_match_simple (wrong[i].message, error->message));
    }
}

static void
test_limits (void)
{
  GVariantBuilder lists;
  GVariantBuilder options;
  g_autoptr (GVariant) many = NULL;
  g_autoptr (GVariant) one = g_variant_ref_sink (g_variant_new_parsed ("[('to', 'a@b.org')]"));
  g_autoptr (GError) error = NULL;

  g_variant_builder_init (&lists, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i <= HEED_LIMIT_OPTION_ENTRIES; i++)
    g_variant_builder_add (&lists, "s", "l");
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "lists", g_variant_builder_end (&lists));
  many = g_variant_ref_sink (g_variant_builder_end (&options));
  g_assert_null (heed_message_variant_parse (one, many, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/message-variant/whole", test_whole);
  g_test_add_func ("/message-variant/wrong", test_wrong);
  g_test_add_func ("/message-variant/limits", test_limits);
  return g_test_run ();
}
