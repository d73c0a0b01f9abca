/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "heed-shown-text.h"

#include <string.h>

static void
test_escape (void)
{
  static const struct
  {
    const char *outside, *shown;
  } rows[] = {
    { "Ann Smith", "Ann Smith" },
    { "<b>Ann</b> & co", "<b>Ann</b> & co" }, /* markup is only text, and stays visible */
    { "Zoë Müller", "Zoë Müller" },
    { "Анна", "Анна" },
    { "a\u202eb", "a[U+202E]b" },
    { "a\u2068b\u2069", "a[U+2068]b[U+2069]" },
    { "a\nb\tc", "a[U+000A]b[U+0009]c" },
    { "a\u200bb", "a[U+200B]b" },         /* zero width space */
    { "a\u200db", "a[U+200D]b" },         /* a joiner has nothing to join in Latin */
    { "می\u200cخواهم", "می\u200cخواهم" }, /* Persian needs it */
    { "👩\u200d💻", "👩\u200d💻" },           /* so do emoji */
    { "a\u3000b", "a[U+3000]b" },         /* a space that looks like several */
    { "e\u0301\u0301\u0301\u0301", "e\u0301\u0301\u0301" }, /* piled marks reach other lines */
    { "\xff", "\ufffd" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *shown = heed_shown_text_escape (rows[i].outside);

      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

static void
test_length (void)
{
  g_autofree char *outside = g_strnfill (1024 * 1024, 'a');
  g_autofree char *shown = heed_shown_text_escape (outside);

  g_assert_cmpint (g_utf8_strlen (shown, -1), ==, HEED_SHOWN_TEXT_CHARACTERS + 1);
  g_assert_true (g_str_has_suffix (shown, "…"));
}

static void
test_isolate (void)
{
  g_autofree char *shown = heed_shown_text_isolate ("a\u2069b");

  g_assert_cmpstr (shown, ==, "\u2068a[U+2069]b\u2069");
}

static void
test_sentence (void)
{
  g_autofree char *shown = heed_shown_text_sentence ("\u2068army.ml\u2069 is not\u202e here");

  g_assert_cmpstr (shown, ==, "\u2068army.ml\u2069 is not[U+202E] here");
}

static void
test_reason (void)
{
  g_autofree char *both = heed_shown_text_reason ("2 are outside", "They can pass it on.");
  g_autofree char *no_heading = heed_shown_text_reason ("", "They can pass it on.");
  g_autofree char *same = heed_shown_text_reason ("A dot too many", "A dot too many");

  g_assert_cmpstr (both, ==, "2 are outside. They can pass it on.");
  g_assert_cmpstr (no_heading, ==, "They can pass it on.");
  g_assert_cmpstr (same, ==, "A dot too many");
}

static void
test_speak (void)
{
  g_autofree char *spoken = heed_shown_text_speak ("Use \u2068army.mil\u2069 instead");

  g_assert_cmpstr (spoken, ==, "Use army.mil instead");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shown-text/escape", test_escape);
  g_test_add_func ("/shown-text/length", test_length);
  g_test_add_func ("/shown-text/isolate", test_isolate);
  g_test_add_func ("/shown-text/sentence", test_sentence);
  g_test_add_func ("/shown-text/reason", test_reason);
  g_test_add_func ("/shown-text/speak", test_speak);
  return g_test_run ();
}
