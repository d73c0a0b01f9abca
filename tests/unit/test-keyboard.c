/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout is chosen once in a process, so each language is tested in a process of its own. */

#include "heed-keyboard.h"

typedef struct
{
  const char *language;
  const char *neighbours; /* pairs */
  const char *strangers;
} Case;

static const Case cases[] = {
  /* The key under a gap between two touches both: s is under w and e, x under s and d. */
  { "en", "qw as po op fg 12 90 0- qa ws es xs dx mn ", "qz qe yz ay -m bb 19 al" },
  { "de_AT", "zu tz yx ay mn .- ", "yu ty -m -0" },
  { "cs", "zu yx ", "yu" },
  { "fr", "az qs wx lm ", "zw as mn" },
};

static void
check_pairs (const char *pairs, gboolean are_neighbours)
{
  g_auto (GStrv) words = g_strsplit (pairs, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_cmpint (heed_keyboard_are_neighbours (words[i][0], words[i][1]), ==, are_neighbours);
      g_assert_cmpint (heed_keyboard_are_neighbours (words[i][1], words[i][0]), ==, are_neighbours);
    }
}

static void
test_layout (gconstpointer data)
{
  const Case *layout = data;

  if (g_test_subprocess ())
    {
      check_pairs (layout->neighbours, TRUE);
      check_pairs (layout->strangers, FALSE);
      return;
    }
  g_setenv ("LANGUAGE", layout->language, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_no_key (void)
{
  g_assert_false (heed_keyboard_are_neighbours (0, 'a'));
  g_assert_false (heed_keyboard_are_neighbours ('a', 0));
  g_assert_false (heed_keyboard_are_neighbours (0x430, 's'));
  g_assert_false (heed_keyboard_are_neighbours ('.', '-'));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/keyboard/", cases[i].language, NULL);

      g_test_add_data_func (path, &cases[i], test_layout);
    }
  g_test_add_func ("/keyboard/no-key", test_no_key);
  return g_test_run ();
}
