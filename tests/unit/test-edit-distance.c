/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bit-parallel algorithm against the table that it stands for. */

#include "heed-edit-distance.h"

#include <string.h>

#define N_TRIES 5000
#define MAX_LENGTH 64

static guint
get_distance (const char *a, const char *b)
{
  HeedEditDistance distance;
  guint8 letters[G_MAXUINT8];
  guint length = heed_edit_distance_fold (b, letters);

  heed_edit_distance_init (&distance, a);
  return heed_edit_distance_get (&distance, letters, length);
}

/* Optimal string alignment by its definition. */
static guint
get_distance_by_table (const char *a, const char *b)
{
  static guint table[MAX_LENGTH + 1][MAX_LENGTH + 1];
  gsize n = strlen (a);
  gsize m = strlen (b);

  for (gsize i = 0; i <= n; i++)
    {
      for (gsize j = 0; j <= m; j++)
        {
          guint least = (guint)MAX (i, j);

          if (i > 0 && j > 0)
            {
              least = table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
              least = MIN (least, table[i - 1][j] + 1);
              least = MIN (least, table[i][j - 1] + 1);
            }
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            least = MIN (least, table[i - 2][j - 2] + 1);
          table[i][j] = least;
        }
    }
  return table[n][m];
}

static char *
make_name (void)
{
  gint32 length = g_test_rand_int_range (0, g_test_rand_bit () ? 8 : MAX_LENGTH + 1);
  char *name = g_malloc0 ((gsize)length + 1);

  for (gint32 i = 0; i < length; i++)
    name[i] = "abcd"[g_test_rand_int_range (0, 4)];
  return name;
}

static void
test_known (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    guint distance;
  } cases[] = {
    { "", "", 0 },
    { "army", "army", 0 },
    { "army", "", 4 },
    { "", "army", 4 },
    { "army", "arm", 1 },
    { "army", "armmy", 1 },
    { "army", "amry", 1 },
    { "army", "ayrm", 2 },
    { "ca", "abc", 3 },
    { "army", "navy", 3 },
    { "paypal", "paypa1", 0 },
    { "g00gle", "google", 0 },
    { "linaro", "1inar0", 0 },
    { "bill", "blil", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s and %s", cases[i].a, cases[i].b);
      g_assert_cmpuint (get_distance (cases[i].a, cases[i].b), ==, cases[i].distance);
      g_assert_cmpuint (get_distance (cases[i].b, cases[i].a), ==, cases[i].distance);
    }
}

static void
test_random (void)
{
  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autofree char *a = make_name ();
      g_autofree char *b = make_name ();

      g_test_message ("%s and %s", a, b);
      g_assert_cmpuint (get_distance (a, b), ==, get_distance_by_table (a, b));
    }
}

/* No two names that are so few edits apart are told to be further by their letters. */
static void
test_letter_sets (void)
{
  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autofree char *a = make_name ();
      g_autofree char *b = make_name ();
      guint8 letters[G_MAXUINT8];
      guint32 left =
          heed_edit_distance_get_letter_set (letters, heed_edit_distance_fold (a, letters));
      guint32 right =
          heed_edit_distance_get_letter_set (letters, heed_edit_distance_fold (b, letters));

      g_test_message ("%s and %s", a, b);
      g_assert_true (heed_edit_distance_may_be (left, right, get_distance (a, b)));
    }
}

static void
test_long (void)
{
  g_autofree char *longest = g_strnfill (300, 'a');
  guint8 letters[G_MAXUINT8];

  g_assert_cmpuint (heed_edit_distance_fold (longest, letters), ==, G_MAXUINT8);
  g_assert_cmpuint (get_distance (longest, longest), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-distance/known", test_known);
  g_test_add_func ("/edit-distance/random", test_random);
  g_test_add_func ("/edit-distance/letter-sets", test_letter_sets);
  g_test_add_func ("/edit-distance/long", test_long);
  return g_test_run ();
}
