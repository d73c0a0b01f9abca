/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is read as JSON is text that can be written, and becomes arguments of a method or an
 * error. */

#include "fuzz.h"
#include "heed-json-variant.h"

typedef GVariant *(*Reader) (json_object *value, GError **error);

static void
check_reader (Reader reader, json_object *value)
{
  g_autoptr (GError) error = NULL;
  GVariant *variant = reader (value, &error);

  if (variant == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  g_assert_no_error (error);
  g_variant_ref_sink (variant);
  json_object_put (heed_json_variant_to_json (variant));
  g_variant_unref (variant);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (json_object) value = heed_json_parse ((const char *)data, size, &error);
  const char *text;

  if (value == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  text = json_object_to_json_string_ext (value, JSON_C_TO_STRING_PLAIN);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  check_reader (heed_json_variant_recipients, value);
  check_reader (heed_json_variant_counted_mailboxes, value);
  check_reader (heed_json_variant_options, value);
  return 0;
}
