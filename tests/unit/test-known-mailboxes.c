/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-known-mailboxes.h"

#include <time.h>

/* The numbers of two domains with mailboxes, and of two without. */
#define ARMY 7
#define NAVY 3
#define BETWEEN 5
#define AFTER 8

static void
test_counts (void)
{
  g_autoptr (HeedKnownMailboxes) known = heed_known_mailboxes_new ();

  g_assert_false (heed_known_mailboxes_has_any (known, 0));
  heed_known_mailboxes_add (known, "Ann@army.mil", ARMY, 2);
  heed_known_mailboxes_add (known, "ann@army.mil", ARMY, 3);
  heed_known_mailboxes_add (known, "MÜLLER@navy.mil", NAVY, 1);
  /* Never written to. */
  heed_known_mailboxes_add (known, "bob@elsewhere.mil", BETWEEN, 0);
  g_assert_cmpuint (heed_known_mailboxes_get_count (known, "ANN@army.mil"), ==, 5);
  g_assert_cmpuint (heed_known_mailboxes_get_count (known, "müller@navy.mil"), ==, 1);
  g_assert_cmpuint (heed_known_mailboxes_get_count (known, "bob@elsewhere.mil"), ==, 0);
  heed_known_mailboxes_add (known, "ann@army.mil", ARMY, G_MAXUINT);
  g_assert_cmpuint (heed_known_mailboxes_get_count (known, "ann@army.mil"), ==, G_MAXUINT);
  g_assert_true (heed_known_mailboxes_has_any (known, ARMY));
  g_assert_true (heed_known_mailboxes_has_any (known, NAVY));
  g_assert_false (heed_known_mailboxes_has_any (known, BETWEEN));
  g_assert_false (heed_known_mailboxes_has_any (known, AFTER));
}

static void
test_near (void)
{
  static const struct
  {
    const char *typed;
    guint32 domain;
    const char *expected; /* NULL for nobody */
    guint count;
  } cases[] = {
    { "j.smyth", ARMY, "j.smith", 5 }, { "j.smit", ARMY, "j.smith", 5 },
    { "J.Smyth", ARMY, "j.smith", 5 }, { "j.smith", ARMY, NULL, 0 },
    { "j.smith", NAVY, NULL, 0 },      { "r.miller", ARMY, NULL, 0 },
    { "l.brown", ARMY, "n.brown", 4 }, { "ann.l", ARMY, NULL, 0 },
    { "p.green", ARMY, "q.green", 1 }, { "j.smith", AFTER, NULL, 0 },
  };
  g_autoptr (HeedKnownMailboxes) known = heed_known_mailboxes_new ();

  heed_known_mailboxes_add (known, "j.smith@army.mil", ARMY, 5);
  heed_known_mailboxes_add (known, "k.jones@navy.mil", NAVY, 5);
  heed_known_mailboxes_add (known, "m.brown@army.mil", ARMY, 2);
  heed_known_mailboxes_add (known, "n.brown@army.mil", ARMY, 4);
  heed_known_mailboxes_add (known, "o.brown@army.mil", ARMY, 3);
  heed_known_mailboxes_add (known, "ann.@army.mil", ARMY, 9);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint count = 0;
      g_autofree char *near =
          heed_known_mailboxes_find_near (known, cases[i].typed, cases[i].domain, 6, &count);

      /* The index of the domain exists by now, and takes what comes later. */
      if (i == 2)
        heed_known_mailboxes_add (known, "q.green@army.mil", ARMY, 1);
      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (near, ==, cases[i].expected);
      g_assert_cmpuint (count, ==, cases[i].count);
    }
}

static char *
invent_local (guint number)
{
  static const char *const parts[] = { "an",  "be", "ro",  "li",  "mar", "ton", "sel", "kim",
                                       "dor", "gu", "fre", "hol", "jo",  "pa",  "ves", "wi" };
  GString *local = g_string_new (NULL);

  for (guint i = 0; i < 5; i++, number /= 16)
    g_string_append_printf (local, "%s%s", i == 2 ? "." : "", parts[number % 16]);
  return g_string_free (local, FALSE);
}

static void
add_people (HeedKnownMailboxes *known, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *local = invent_local (i);
      g_autofree char *address = g_strconcat (local, "@army.mil", NULL);

      heed_known_mailboxes_add (known, address, ARMY, i == 12345 ? 9 : 1);
    }
}

/* Processor time of some searches, the index being made before. */
static gint64
time_searches (HeedKnownMailboxes *known)
{
  static const char typed[] = "annton.likimann";
  guint count;
  g_autofree char *first = heed_known_mailboxes_find_near (known, typed, ARMY, 6, &count);
  clock_t start = clock ();

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *near = heed_known_mailboxes_find_near (known, typed, ARMY, 6, &count);

      g_assert_cmpstr (near, ==, first);
    }
  return clock () - start;
}

/* A domain with thousands of times as many people takes a few times as long, where looking at each
 * would take thousands. */
static void
test_many_at_one_domain (void)
{
  g_autoptr (HeedKnownMailboxes) few = heed_known_mailboxes_new ();
  g_autoptr (HeedKnownMailboxes) many = heed_known_mailboxes_new ();
  g_autofree char *local = invent_local (12345);
  g_autofree char *slip = g_strconcat (local, "n", NULL);
  g_autofree char *near = NULL;
  guint n_messages;
  gint64 few_time;
  gint64 many_time;

  add_people (few, 100);
  add_people (many, 200000);
  near = heed_known_mailboxes_find_near (many, slip, ARMY, 6, &n_messages);
  g_assert_cmpstr (near, ==, local);
  g_assert_cmpuint (n_messages, ==, 9);
  few_time = time_searches (few);
  many_time = time_searches (many);
  g_test_message ("%" G_GINT64_FORMAT " µs, %" G_GINT64_FORMAT " µs", few_time, many_time);
  g_assert_cmpint (many_time, <, 100 * few_time);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known-mailboxes/counts", test_counts);
  g_test_add_func ("/known-mailboxes/near", test_near);
  g_test_add_func ("/known-mailboxes/many-at-one-domain", test_many_at_one_domain);
  return g_test_run ();
}
