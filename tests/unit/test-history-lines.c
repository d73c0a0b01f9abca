/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-error.h"
#include "heed-history-lines.h"

#include <string.h>

#define NOW 1000

static GVariant *
read_correspondents (const char *text, GError **error)
{
  g_autoptr (GVariant) decisions = NULL;
  g_autoptr (GVariant) trusts = NULL;
  GVariant *correspondents = NULL;

  heed_history_lines_read (text, strlen (text), NOW, &correspondents, &decisions, &trusts, error);
  return correspondents;
}

static void
test_names (void)
{
  static const struct
  {
    const char *lines;
    const char *name;
    const char *why;
  } cases[] = {
    { "FN:Ann\\nLee", "Ann Lee", "an end of a line" },
    { "FN:Ann\\NLee\\n", "Ann Lee", "in upper case, and at the end" },
    { "FN:Lee\\, Ann\\;\\\\n", "Lee, Ann;\\n", "an escaped backslash before an n" },
    { "N:Lee;Ann;;;", "Ann Lee", "as vCard 2.1 may have it" },
    { "N:Lee;Ann;Mary,Jane;Dr.;Jr.", "Dr. Ann Mary Jane Lee Jr.", "all parts" },
    { "N:Lee\\;X;Ann", "Ann Lee;X", "an escaped semicolon parts nothing" },
    { "N:Lee", "Lee", "only a family name" },
    { "N:;;;;", "", "nothing in it" },
    { "FN:Annie\r\nN:Lee;Ann", "Annie", "the full name counts" },
    { "N:Lee;Ann\r\nFN:", "Ann Lee", "unless it is empty" },
    { "NOTE:Lee;Ann", "", "neither" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("BEGIN:VCARD\r\n%s\r\nEMAIL:ann@example.org\r\n"
                                               "END:VCARD\r\n",
                                               cases[i].lines);
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) people = read_correspondents (text, &error);
      const char *name;

      g_test_message ("%s: %s", cases[i].lines, cases[i].why);
      g_assert_no_error (error);
      g_assert_cmpuint (g_variant_n_children (people), ==, 1);
      g_variant_get_child (people, 0, "(&s&suxxub)", NULL, &name, NULL, NULL, NULL, NULL, NULL);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *text;
    const char *place;
    const char *why;
  } cases[] = {
    { "mail\n\"a@example.org\nb@example.org\n", "line 2: ", "a quote without an end" },
    { "mail,name\r\na@b.example,\"A\r\nB\"\r\nb@b.example,\"B\r\n",
      "line 4: ", "after one of two lines" },
    { "mail\ra@b.example\r\"b@b.example\r", "line 3: ", "lines that end with CR" },
    { "\"mail\na@example.org\n", "line 1: ", "in the names of the columns" },
    { "{\"mailbox\": \"a@b.example\"}\n{\"mailbox\": \"a@b.example\", \"count\": -1}",
      "line 2: “count” ", "less than nothing" },
    { "{\"mailbox\": \"a@b.example\", \"count\": 0}", "line 1: “count” ", "never" },
    { "{\"mailbox\": \"a@b.example\", \"count\": 1.5}", "line 1: “count” ", "a half" },
    { "{\"mailbox\": \"a@b.example\", \"count\": \"7\"}", "line 1: “count” ", "a text" },
    { "{\"mailbox\": \"a@b.example\", \"count\": null}", "line 1: “count” ", "nothing" },
    { "{\"mailbox\": \"a@b.example\", \"count\": 1099511627776}", "line 1: “count” ", "too much" },
    { "{\"mailbox\": \"a@b.example\", \"count\": 3, \"days\": 4}",
      "line 1: “days” must be a whole number from 1 to 3.", "more days than messages" },
    { "{\"mailbox\": \"a@b.example\", \"first\": -5}", "line 1: “first” ", "before 1970" },
    { "{\"mailbox\": \"a@b.example\", \"last\": 253402300800}", "line 1: “last” ",
      "the year 10000" },
    { "{\"trusted\": \"b.example\", \"time\": -1}", "line 1: “time” ", "of somebody trusted" },
    { "{\"reason\": \"sent\", \"time\": 0.5}", "line 1: “time” ", "of a decision" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: %s", cases[i].text, cases[i].why);
      g_assert_null (read_correspondents (cases[i].text, &error));
      g_assert_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, cases[i].place));
    }
}

static void
test_numbers (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) people = read_correspondents (
      "{\"mailbox\": \"a@b.example\"}\n"
      "{\"mailbox\": \"b@b.example\", \"count\": 4294967295, \"first\": 0}\n"
      "{\"mailbox\": \"c@b.example\", \"count\": 3, \"days\": 3, \"last\": 7}\n",
      &error);
  g_autoptr (GVariant) expected = g_variant_ref_sink (g_variant_new_parsed (
      "[('a@b.example', '', uint32 1, int64 1000, int64 1000, uint32 1, false),"
      " ('b@b.example', '', 4294967295, 0, 1000, 4294967295, false),"
      " ('c@b.example', '', 3, 1000, 7, 3, false)]"));

  g_assert_no_error (error);
  g_assert_cmpvariant (people, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history-lines/names", test_names);
  g_test_add_func ("/history-lines/wrong", test_wrong);
  g_test_add_func ("/history-lines/numbers", test_numbers);
  return g_test_run ();
}
