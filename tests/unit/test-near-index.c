/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The index is compared with the plain table of optimal string alignment over thousands of names,
 * random ones and ones that look like words, whose neighbours are made by one or two slips. */

#include "heed-limits.h"
#include "heed-lookalike.h"
#include "heed-near-index.h"

#include <string.h>

#define N_NAMES 2000
#define N_QUERIES 2000
#define SEED 20261125
#define MAX_LETTERS 100

static gboolean
are_same (char a, char b)
{
  return heed_lookalike_fold_letter (a) == heed_lookalike_fold_letter (b);
}

/* Damerau's table, row by row; names whose lengths differ by more than two are at least so far
 * apart. */
static guint
get_distance (const char *a, const char *b)
{
  guint rows[3][MAX_LETTERS + 3];
  gsize n_a = strlen (a);
  gsize n_b = strlen (b);

  if (MAX (n_a, n_b) - MIN (n_a, n_b) > 2)
    return (guint)(MAX (n_a, n_b) - MIN (n_a, n_b));
  for (gsize i = 0; i <= n_a; i++)
    {
      guint *row = rows[i % 3];
      const guint *above = rows[(i + 2) % 3];
      const guint *two_above = rows[(i + 1) % 3];

      for (gsize j = 0; j <= n_b; j++)
        {
          row[j] = (guint)(i + j);
          if (i == 0 || j == 0)
            continue;
          row[j] =
              MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + !are_same (a[i - 1], b[j - 1]));
          if (i > 1 && j > 1 && are_same (a[i - 1], b[j - 2]) && are_same (a[i - 2], b[j - 1]))
            row[j] = MIN (row[j], two_above[j - 2] + 1);
        }
    }
  return rows[n_a % 3][n_b];
}

static char *
make_random (GRand *random)
{
  gsize length = (gsize)g_rand_int_range (random, 1, 20);
  char *name = g_malloc0 (length + 1);

  for (gsize i = 0; i < length; i++)
    name[i] = "abcdn01x"[g_rand_int_range (random, 0, 8)];
  return name;
}

static char *
make_word (GRand *random)
{
  static const char *const parts[] = { "na", "mil", "army", "net", "co", "uni", "bank", "tel",
                                       "o",  "ss",  "gov",  "re",  "de", "io",  "mail", "ch" };
  GString *name = g_string_new (NULL);
  int n = g_rand_int_range (random, 1, 6);

  for (int i = 0; i < n; i++)
    g_string_append (name, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
  return g_string_free (name, FALSE);
}

static char *
make_long (GRand *random)
{
  GString *name = g_string_new (NULL);

  while (name->len < 66)
    {
      g_autofree char *word = make_word (random);

      g_string_append (name, word);
    }
  g_string_truncate (name, MIN (name->len, MAX_LETTERS - 4));
  return g_string_free (name, FALSE);
}

static char *
make_name (GRand *random)
{
  switch (g_rand_int_range (random, 0, 10))
    {
    case 0:
      return make_long (random);
    case 1:
    case 2:
    case 3:
      return make_random (random);
    default:
      return make_word (random);
    }
}

/* One slip at a random place. */
static void
slip (GRand *random, GString *name)
{
  gssize place = g_rand_int_range (random, 0, (gint32)name->len + 1);
  char letter = "abcdeilmnost01"[g_rand_int_range (random, 0, 14)];

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      g_string_insert_c (name, place, letter);
      break;
    case 1:
      if ((gsize)place < name->len)
        g_string_erase (name, place, 1);
      break;
    case 2:
      if ((gsize)place < name->len)
        name->str[place] = letter;
      break;
    default:
      if ((gsize)place + 1 < name->len)
        {
          char first = name->str[place];

          name->str[place] = name->str[place + 1];
          name->str[place + 1] = first;
        }
    }
}

/* The documented exception: a swap across a border of quarters, and an edit elsewhere. */
static gboolean
is_straddling (const char *name, const char *query)
{
  gsize length = strlen (name);

  for (gsize part = 1; part < 4; part++)
    {
      g_autofree char *swapped = g_strdup (name);
      gsize border = length * part / 4;

      swapped[border] = name[border - 1];
      swapped[border - 1] = name[border];
      if (get_distance (swapped, query) <= 1)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_id (GArray *ids, guint32 id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, guint32, i) == id)
        return TRUE;
    }
  return FALSE;
}

static void
check_query (HeedNearIndex *index, GPtrArray *names, const char *query, guint *n_found)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  heed_near_index_search (index, query, HEED_LIMIT_COMPARED, ids);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      gboolean is_long = MAX (strlen (name), strlen (query)) > 64;
      guint limit = strlen (name) < 8 ? 1 : 2;
      guint distance = get_distance (name, query);

      if (has_id (ids, i) == (distance <= limit))
        *n_found += distance <= limit;
      else if (distance > limit ? !is_long : !is_straddling (name, query))
        g_error ("%s is %u from %s and was %s", query, distance, name,
                 distance > limit ? "found" : "missed");
    }
}

static void
check_queries (HeedNearIndex *index, GPtrArray *names, GRand *random, guint n_queries)
{
  guint n_found = 0;

  for (guint i = 0; i < n_queries; i++)
    {
      guint which = (guint)g_rand_int_range (random, 0, (gint32)names->len);
      g_autoptr (GString) query = g_string_new (names->pdata[which]);

      slip (random, query);
      if (g_rand_boolean (random))
        slip (random, query);
      if (query->len > 0)
        check_query (index, names, query->str, &n_found);
    }
  g_test_message ("%u near names found for %u queries", n_found, n_queries);
  g_assert_cmpuint (n_found, >, n_queries / 2);
}

static void
add_names (HeedNearIndex *index, GPtrArray *names, GRand *random, guint n_names)
{
  for (guint i = 0; i < n_names; i++)
    {
      g_ptr_array_add (names, make_name (random));
      heed_near_index_add (index, names->pdata[names->len - 1], names->len - 1);
    }
}

static void
test_as_plain_table (void)
{
  g_autoptr (HeedNearIndex) index = heed_near_index_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GRand *random = g_rand_new_with_seed (SEED);

  /* All in the tail, then in the arrays, then both, then in arrays that were built again. */
  add_names (index, names, random, 300);
  check_queries (index, names, random, N_QUERIES / 10);
  add_names (index, names, random, N_NAMES);
  check_queries (index, names, random, N_QUERIES);
  add_names (index, names, random, 500);
  check_queries (index, names, random, N_QUERIES / 10);
  add_names (index, names, random, 1000);
  check_queries (index, names, random, N_QUERIES / 10);
  g_rand_free (random);
}

static void
test_border_lengths (void)
{
  static const struct
  {
    const char *name;
    const char *query;
    gboolean is_near;
    const char *why;
  } cases[] = {
    { "a", "b", TRUE, "one wrong letter is one edit, however short" },
    { "a", "ab", TRUE, "one extra letter" },
    { "ab", "ba", TRUE, "swapped" },
    { "ab", "cd", FALSE, "two wrong letters of two" },
    { "armymil", "armyml", TRUE, "7 letters, one edit" },
    { "armymil", "armym", FALSE, "7 letters, two edits" },
    { "armymilx", "armym1l", TRUE, "8 letters allow two edits: one gone, one wrong" },
    { "armymilx", "armymil", TRUE, "a query of 7 finds a name of 8" },
    { "armymil", "armymilx", TRUE, "a query of 8 finds a name of 7" },
    { "microsoft", "rnicrosoft", TRUE, "m for rn is two edits" },
    { "microsoft", "xmicrosoftx", TRUE, "an extra letter at each end" },
    { "microsoft", "icrosof", TRUE, "a letter less at each end" },
    { "microsoft", "imcrosotf", TRUE, "two swaps within quarters" },
    { "microsoft", "mircosoft", TRUE, "a swap across the border of two quarters alone" },
    { "microsoft", "xmicroxsoftx", FALSE, "three edits" },
    { "Ärmy", "Ärmi", TRUE, "bytes are compared, whatever their high bit" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint n_others = 0; n_others <= 2000; n_others += 2000)
        {
          g_autoptr (HeedNearIndex) index = heed_near_index_new ();
          g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));

          g_test_message ("%s, %s: %s", cases[i].name, cases[i].query, cases[i].why);
          for (guint other = 0; other < n_others; other++)
            heed_near_index_add (index, "zzzzzzzzzzzzzzzzzzzzzzzz", 1);
          heed_near_index_add (index, cases[i].name, 0);
          heed_near_index_search (index, cases[i].query, HEED_LIMIT_COMPARED, ids);
          g_assert_cmpint (has_id (ids, 0), ==, cases[i].is_near);
          g_assert_false (has_id (ids, 1));
        }
    }
}

/* More names than are compared share the first half with what is typed. A slip is still found, by
 * parts that fewer share. */
static void
test_crowded (void)
{
  g_autoptr (HeedNearIndex) index = heed_near_index_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < 2 * HEED_LIMIT_COMPARED; i++)
    {
      g_autofree char *name = g_strdup_printf ("personal%08x", i * 0x9e3779b1u);

      heed_near_index_add (index, name, i);
    }
  for (guint32 i = 0; i < 2 * HEED_LIMIT_COMPARED; i += 1009)
    {
      g_autofree char *typed = g_strdup_printf ("personal%08xx", i * 0x9e3779b1u);

      g_array_set_size (ids, 0);
      heed_near_index_search (index, typed, HEED_LIMIT_COMPARED, ids);
      g_assert_true (has_id (ids, i));
    }
}

/* Everything is near: the search ends where it has found enough. */
static void
test_all_near (void)
{
  g_autoptr (HeedNearIndex) index = heed_near_index_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < 4 * HEED_LIMIT_NEAR; i++)
    heed_near_index_add (index, "aaaaaaaaaaaaaaaa", i);
  heed_near_index_search (index, "aaaaaaaaaaaaaaab", HEED_LIMIT_COMPARED, ids);
  g_assert_cmpuint (ids->len, ==, HEED_LIMIT_NEAR);
}

/* And where it may compare few, it compares no more. */
static void
test_limited (void)
{
  g_autoptr (HeedNearIndex) index = heed_near_index_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < HEED_LIMIT_NEAR; i++)
    heed_near_index_add (index, "aaaaaaaaaaaaaaaa", i);
  g_assert_cmpuint (heed_near_index_search (index, "aaaaaaaaaaaaaaab", 100, ids), ==, 100);
  g_assert_cmpuint (ids->len, ==, 100);
  g_assert_cmpuint (heed_near_index_search (index, "aaaaaaaaaaaaaaab", 0, ids), ==, 0);
  g_assert_cmpuint (ids->len, ==, 100);
}

static void
test_nothing (void)
{
  g_autoptr (HeedNearIndex) index = heed_near_index_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *endless = g_strnfill (5000, 'a');

  heed_near_index_search (index, "army", HEED_LIMIT_COMPARED, ids);
  g_assert_cmpuint (ids->len, ==, 0);
  heed_near_index_add (index, "", 1);
  heed_near_index_search (index, "a", HEED_LIMIT_COMPARED, ids);
  heed_near_index_search (index, "", HEED_LIMIT_COMPARED, ids);
  g_assert_cmpuint (ids->len, ==, 0);
  heed_near_index_add (index, endless, 2);
  heed_near_index_search (index, endless, HEED_LIMIT_COMPARED, ids);
  g_assert_true (has_id (ids, 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/near-index/as-plain-table", test_as_plain_table);
  g_test_add_func ("/near-index/border-lengths", test_border_lengths);
  g_test_add_func ("/near-index/crowded", test_crowded);
  g_test_add_func ("/near-index/all-near", test_all_near);
  g_test_add_func ("/near-index/limited", test_limited);
  g_test_add_func ("/near-index/nothing", test_nothing);
  return g_test_run ();
}
