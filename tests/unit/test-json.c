/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-error.h"
#include "heed-json.h"

#include <string.h>

static void
test_right (void)
{
  static const char *const right[] = {
    "{\"a\":1}",
    " [1, \"two\", true, null] \n",
    "{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":2}]}",
    /* A backslash before u0000 is an escaped backslash here. */
    "{\"a\":\"\\\\u0000\"}",
    "{\"a\":\"\\ud83d\\ude00\"}",
    "{\"N\":\"I 'quote' NaN {[}]\"}",
    "[0, -0, -1, 1.5, 1e5, 1E-5, 0.0e+0, 9007199254740991, -9007199254740991]",
    /* A number ends with the text. */
    "12",
    "[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (json_object) value = heed_json_parse (right[i], strlen (right[i]), &error);

      g_assert_no_error (error);
      g_assert_nonnull (value);
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
    { "", "line 1, column 1: the text ends too early" },
    { "{\"a\":1", "line 1, column 7: the text ends too early" },
    { "\"a", "line 1, column 3: the text ends too early" },
    { "{\"a\":\"\\", "line 1, column 8: the text ends too early" },
    { "{\n \"a\":1,\n \"a\":2}", "line 3, column 2: “a” stands here a second time" },
    { "{\"a\":1}{}", "line 1, column 8: unexpected character" },
    { "}}]", "line 1, column 1: unexpected character" },
    { "{'a\"':1}", "line 1, column 2: texts stand in double quotes" },
    { "{\"a\":NaN}", "line 1, column 6: not a value" },
    { "{\"a\":\"\\u0000\"}", "line 1, column 7: a text must not contain U+0000" },
    { "{\"a\":\"\n\"}", "line 1, column 7: a control character in a text" },
    { "{\"a\":\"\\ud83d\"}", "line 1, column 7: half of a surrogate pair" },
    { "{\"a\":\"\\udc00\"}", "line 1, column 7: half of a surrogate pair" },
    { "{\"\\u0061\":1}",
      "line 1, column 2: the name “\\u0061” must be written without a backslash" },
    { "\357\273\277{}", "line 1, column 1: a byte order mark; there must be none" },
    { "{\"a\":\"\377\"}", "line 1, column 7: not valid UTF-8" },
    { "{\"a\":\"\303", "line 1, column 7: not valid UTF-8" },
    /* columns are characters, not bytes */
    { "{\"ä\":\"€\",\n\"😀\":x}", "line 2, column 5: unexpected character" },
    { "[\"ä€😀\",\"\377\"]", "line 1, column 9: not valid UTF-8" },
    { "null", "line 1, column 1: null is not a value here" },
    { "[01]", "line 1, column 2: not a number" },
    { "[-01]", "line 1, column 2: not a number" },
    { "[-]", "line 1, column 2: not a number" },
    { "[1.]", "line 1, column 2: not a number" },
    { "[-.5]", "line 1, column 2: not a number" },
    { "[1e+]", "line 1, column 2: not a number" },
    { "[1,]", "line 1, column 4: a comma stands before this bracket; take it out" },
    { "{\"a\":1,}", "line 1, column 8: a comma stands before this bracket; take it out" },
    { "[9007199254740992]", "line 1, column 2: a number that is too large" },
    { "[-99999999999999999999999]", "line 1, column 2: a number that is too large" },
    { "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]", "line 1, column 17: nested too deeply" },
    { "/* */{}", "line 1, column 1: unexpected character" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (heed_json_parse (wrong[i].text, strlen (wrong[i].text), &error));
      g_assert_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT);
      g_assert_cmpstr (error->message, ==, wrong[i].message);
    }
}

static void
test_zero_byte (void)
{
  static const char text[] = "{\"a\":\"\0\"}";
  g_autoptr (GError) error = NULL;

  g_assert_null (heed_json_parse (text, sizeof text - 1, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT);
  g_assert_cmpstr (error->message, ==, "line 1, column 7: a zero byte");
}

/* A walk that remembered each of these braces would need hundreds of megabytes. */
static void
test_deep (void)
{
  const gsize length = 1024 * 1024;
  g_autofree char *text = g_malloc (length);
  g_autoptr (GError) error = NULL;

  memset (text, '{', length);
  g_assert_null (heed_json_parse (text, length, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT);
  g_assert_cmpstr (error->message, ==, "line 1, column 17: nested too deeply");
}

/* The message about a name is short and still UTF-8. */
static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (100000, 'n');
  g_autofree char *text = g_strdup_printf ("{\"ö%s\":1,\"ö%s\":2}", name, name);
  g_autoptr (GError) error = NULL;

  g_assert_null (heed_json_parse (text, strlen (text), &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/right", test_right);
  g_test_add_func ("/json/wrong", test_wrong);
  g_test_add_func ("/json/zero", test_zero_byte);
  g_test_add_func ("/json/deep", test_deep);
  g_test_add_func ("/json/long-name", test_long_name);
  return g_test_run ();
}
