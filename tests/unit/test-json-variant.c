/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-error.h"
#include "heed-json-variant.h"

#include <string.h>

typedef GVariant *(*Reader) (json_object *value, GError **error);

static GVariant *
read_text (Reader reader, const char *text, GError **error)
{
  g_autoptr (json_object) value = heed_json_parse (text, strlen (text), NULL);
  GVariant *variant;

  g_assert_nonnull (value);
  variant = reader (value, error);
  return variant != NULL ? g_variant_ref_sink (variant) : NULL;
}

static void
test_right (void)
{
  static const struct
  {
    Reader reader;
    const char *text;
    const char *variant;
  } right[] = {
    { heed_json_variant_recipients, "[{\"role\":\"to\",\"mailbox\":\"a@b.org\"}]",
      "[('to', 'a@b.org')]" },
    { heed_json_variant_recipients, "[]", "@a(ss) []" },
    { heed_json_variant_counted_mailboxes, "[{\"mailbox\":\"a@b.org\",\"count\":4294967295}]",
      "[('a@b.org', uint32 4294967295)]" },
    { heed_json_variant_options,
      "{\"timeout\":5,\"can-correct\":false,\"lists\":[\"l\"],\"attachments\":"
      "[{\"name\":\"n\",\"bytes\":9007199254740991}],\"of-the-future\":{}}",
      "{'attachments': <[('n', uint64 9007199254740991)]>, 'can-correct': <false>, 'lists': "
      "<['l']>, 'timeout': <uint32 5>}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) variant = read_text (right[i].reader, right[i].text, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = g_variant_print (variant, TRUE);
      g_assert_cmpstr (text, ==, right[i].variant);
    }
}

static void
test_wrong (void)
{
  static const struct
  {
    Reader reader;
    const char *text;
    const char *start;
  } wrong[] = {
    { heed_json_variant_recipients, "{}", "recipients must be an array" },
    { heed_json_variant_recipients, "[1]", "recipients[0] must be an object" },
    { heed_json_variant_recipients, "[{\"role\":\"to\"}]", "recipients[0].mailbox must be a text" },
    { heed_json_variant_recipients, "[{\"role\":null,\"mailbox\":\"a\"}]", "recipients[0].role" },
    { heed_json_variant_counted_mailboxes, "[{\"mailbox\":\"a\",\"count\":-1}]",
      "mailboxes[0].count must be a whole number" },
    { heed_json_variant_counted_mailboxes, "[{\"mailbox\":\"a\",\"count\":4294967296}]",
      "mailboxes[0].count must be a whole number" },
    { heed_json_variant_counted_mailboxes, "[{\"mailbox\":\"a\",\"count\":1.0}]",
      "mailboxes[0].count must be a whole number" },
    { heed_json_variant_options, "[]", "options must be an object" },
    { heed_json_variant_options, "{\"can-correct\":1}",
      "options.can-correct must be true or false" },
    { heed_json_variant_options, "{\"lists\":[null]}", "options.lists[0] must be a text" },
    /* A known option that is null is not the same as none. */
    { heed_json_variant_options, "{\"subject\":null}", "options.subject must be a text" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (wrong[i].reader, wrong[i].text, &error));
      g_assert_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT);
      g_assert_true (g_str_has_prefix (error->message, wrong[i].start));
    }
}

static void
test_to_json (void)
{
  g_autoptr (GVariant) details = g_variant_parse (
      G_VARIANT_TYPE_VARDICT,
      "{'reason': <'corrected'>, 'recipients': <[('to', 'a@b.org')]>, 'findings': <[{'recipient': "
      "<uint32 4294967295>, 'edits': <[('missing', uint32 7, '', 'i')]>}]>, 'new': <(1, 2)>}",
      NULL, NULL, NULL);
  g_autoptr (json_object) json = heed_json_variant_to_json (details);

  g_assert_cmpstr (json_object_to_json_string_ext (json, JSON_C_TO_STRING_PLAIN), ==,
                   "{\"reason\":\"corrected\",\"recipients\":[{\"role\":\"to\",\"mailbox\":"
                   "\"a@b.org\"}],\"findings\":[{\"recipient\":4294967295,\"edits\":[{"
                   "\"operation\":\"missing\",\"position\":7,\"got\":\"\",\"expected\":\"i\"}]}"
                   "],\"new\":{}}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-variant/right", test_right);
  g_test_add_func ("/json-variant/wrong", test_wrong);
  g_test_add_func ("/json-variant/to-json", test_to_json);
  return g_test_run ();
}
