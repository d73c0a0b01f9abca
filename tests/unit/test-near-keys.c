/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-near-keys.h"

#include <string.h>

static void
file (HeedNearKeys *keys, const char *name)
{
  heed_near_keys_file (keys, (const guint8 *)name, (guint)strlen (name));
}

static void
look_up (HeedNearKeys *keys, const char *typed)
{
  heed_near_keys_look_up (keys, (const guint8 *)typed, (guint)strlen (typed));
}

static gboolean
share_one (const char *name, const char *typed)
{
  HeedNearKeys filed;
  HeedNearKeys looked_up;

  file (&filed, name);
  look_up (&looked_up, typed);
  for (guint i = 0; i < filed.n; i++)
    {
      for (guint j = 0; j < looked_up.n; j++)
        {
          if (filed.hashes[i] == looked_up.hashes[j])
            return TRUE;
        }
    }
  return FALSE;
}

static void
test_shared (void)
{
  static const struct
  {
    const char *name;
    const char *typed;
    gboolean is_shared;
    const char *why;
  } cases[] = {
    { "a", "b", TRUE, "what is left is nothing" },
    { "army", "amry", TRUE, "short, swapped" },
    { "army", "navy", FALSE, "short, two wrong" },
    { "armymil", "armmmil", TRUE, "seven letters are short" },
    { "abcdefgh", "abcdefg", TRUE, "a short one finds a long one" },
    { "abcdefg", "abcdefgh", TRUE, "and the other way round" },
    { "abcdefgh", "xbcdexgh", TRUE, "two wrong in two quarters" },
    { "abcdefghijkl", "xabcdefghijklx", TRUE, "shifted by one" },
    { "abcdefghijkl", "xxabcdefghijkl", TRUE, "shifted by two" },
    { "abcdefghijkl", "acdefghxijkl", TRUE, "shifted by one and back" },
    { "abcdefghijkl", "xbcxefxhijkl", FALSE, "three wrong in three quarters" },
    { "abcdefghijkl", "ghijklabcdef", FALSE, "a quarter counts at its place only" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, %s: %s", cases[i].name, cases[i].typed, cases[i].why);
      g_assert_cmpint (share_one (cases[i].name, cases[i].typed), ==, cases[i].is_shared);
    }
}

static void
test_number (void)
{
  HeedNearKeys keys;
  guint8 letters[G_MAXUINT8];

  for (guint i = 0; i < sizeof letters; i++)
    letters[i] = (guint8)(1 + i);
  for (guint length = 0; length <= sizeof letters; length++)
    {
      heed_near_keys_file (&keys, letters, length);
      g_assert_cmpuint (keys.n, ==, length < HEED_NEAR_KEYS_LONG ? length + 1 : 6);
      heed_near_keys_look_up (&keys, letters, length);
      g_assert_cmpuint (keys.n, <=, HEED_NEAR_KEYS_MAX);
    }
  file (&keys, "aaaaaaa");
  g_assert_cmpuint (keys.n, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/near-keys/shared", test_shared);
  g_test_add_func ("/near-keys/number", test_number);
  return g_test_run ();
}
