/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-limits.h"
#include "heed-recent-domains.h"

#define N_THREADS 4
#define N_DOMAINS 5000

static void
test_same_text (void)
{
  g_autoptr (HeedDomain) first = heed_domain_new ("army.mil", NULL);
  g_autoptr (HeedDomain) again = heed_domain_new ("army.mil", NULL);
  g_autoptr (HeedDomain) found = heed_recent_domains_find ("army.mil");

  g_assert_true (again == first);
  g_assert_true (found == first);
}

/* What was typed is kept for showing, so another text for the same domain is another object. */
static void
test_other_text (void)
{
  g_autoptr (HeedDomain) lower = heed_domain_new ("army.mil", NULL);
  g_autoptr (HeedDomain) upper = heed_domain_new ("Army.MIL", NULL);

  g_assert_true (heed_domain_equal (lower, upper));
  g_assert_cmpstr (heed_domain_get_typed (lower), ==, "army.mil");
  g_assert_cmpstr (heed_domain_get_typed (upper), ==, "Army.MIL");
}

static void
test_long_text (void)
{
  g_autofree char *dots = g_strnfill (HEED_LIMIT_DOMAIN_CHARACTERS, '.');
  g_autofree char *typed = g_strconcat ("army", dots, "mil", NULL);
  g_autoptr (HeedDomain) domain = heed_domain_new (typed, NULL);

  g_assert_cmpstr (heed_domain_get_ascii (domain), ==, "army.mil");
  g_assert_null (heed_recent_domains_find (typed));
}

/* More domains than there is place for, from several threads in different order. */
static gpointer
read_domains (gpointer data)
{
  guint step = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < N_DOMAINS; i++)
    {
      g_autofree char *typed = g_strdup_printf ("d%u.example", i * step % N_DOMAINS);
      g_autoptr (HeedDomain) domain = heed_domain_new (typed, NULL);

      g_assert_cmpstr (heed_domain_get_typed (domain), ==, typed);
      g_assert_cmpstr (heed_domain_get_registrable (domain), ==, typed);
    }
  return NULL;
}

static void
test_threads (void)
{
  static const guint steps[N_THREADS] = { 1, 3, 7, 4999 };
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("reader", read_domains, GUINT_TO_POINTER (steps[i]));
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recent-domains/same-text", test_same_text);
  g_test_add_func ("/recent-domains/other-text", test_other_text);
  g_test_add_func ("/recent-domains/long-text", test_long_text);
  g_test_add_func ("/recent-domains/threads", test_threads);
  return g_test_run ();
}
