/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-error.h"
#include "heed-limits.h"
#include "heed-request-options.h"

static HeedRequestOptions *
read_options (const char *text, GError **error)
{
  g_autoptr (GVariant) options = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);

  g_assert_nonnull (options);
  return heed_request_options_new (options, error);
}

static void
test_all (void)
{
  g_autoptr (HeedRequestOptions) options =
      read_options ("{'message-token': <'m'>, 'cancellation-id': <'c'>, 'parent-window': <'x11:1'>,"
                    " 'activation-token': <'a'>, 'can-correct': <true>, 'timeout': <uint32 5>}",
                    NULL);

  g_assert_cmpstr (options->message_token, ==, "m");
  g_assert_cmpstr (options->cancellation_id, ==, "c");
  g_assert_cmpstr (options->parent_window, ==, "x11:1");
  g_assert_cmpstr (options->activation_token, ==, "a");
  g_assert_true (options->can_correct);
  g_assert_cmpuint (options->timeout, ==, 5);
}

static void
test_none (void)
{
  /* An empty text is none, and what is not known is passed over. */
  static const char *const texts[] = { "@a{sv} {}", "{'message-token': <''>, 'new': <(1, 2)>}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HeedRequestOptions) options = read_options (texts[i], NULL);

      g_assert_null (options->message_token);
      g_assert_null (options->cancellation_id);
      g_assert_null (options->parent_window);
      g_assert_null (options->activation_token);
      g_assert_false (options->can_correct);
      g_assert_cmpuint (options->timeout, ==, 0);
    }
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } wrong[] = {
    { "{'message-token': <1>}", "*“message-token”*“i”*“s”*" },
    { "{'cancellation-id': <@as []>}", "*“cancellation-id”*“as”*“s”*" },
    { "{'can-correct': <'true'>}", "*“can-correct”*“s”*“b”*" },
    /* A signed number is another type, even if it would fit. */
    { "{'timeout': <1>}", "*“timeout”*“i”*“u”*" },
    /* A variant within the variant. */
    { "{'timeout': <<uint32 1>>}", "*“timeout”*“v”*“u”*" },
  };
  g_autofree char *text = g_strnfill (HEED_LIMIT_OPTION_BYTES + 1, 't');
  g_autofree char *too_long = g_strdup_printf ("{'message-token': <'%s'>}", text);
  g_autoptr (GError) limit = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_options (wrong[i].text, &error));
      g_assert_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT);
      g_assert_true (g_pattern_match_simple (wrong[i].message, error->message));
    }
  g_assert_null (read_options (too_long, &limit));
  g_assert_error (limit, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/request-options/all", test_all);
  g_test_add_func ("/request-options/none", test_none);
  g_test_add_func ("/request-options/wrong", test_wrong);
  return g_test_run ();
}
