/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-domain-set.h"
#include "heed-limits.h"

static guint32
add (HeedDomainSet *set, const char *text)
{
  g_autoptr (HeedDomain) domain = heed_domain_new (text, NULL);

  g_assert_nonnull (domain);
  return heed_domain_set_add (set, domain);
}

static gboolean
finds (HeedDomainSet *set, const char *typed, const char *expected)
{
  g_autoptr (HeedDomain) domain = heed_domain_new (typed, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_found = 0;

  heed_domain_set_search (set, domain, HEED_LIMIT_COMPARED, ids);
  for (guint i = 0; i < ids->len; i++)
    n_found +=
        g_str_equal (heed_domain_set_get_ascii (set, g_array_index (ids, guint32, i)), expected);
  g_assert_cmpuint (n_found, <=, 1);
  return n_found == 1;
}

static void
test_numbers (void)
{
  g_autoptr (HeedDomainSet) set = heed_domain_set_new ();
  guint32 id;

  g_assert_cmpuint (add (set, "army.mil"), ==, 0);
  g_assert_cmpuint (add (set, "navy.mil"), ==, 1);
  g_assert_cmpuint (add (set, "ARMY.mil."), ==, 0);
  g_assert_cmpuint (add (set, "[192.0.2.1]"), ==, 2);
  g_assert_cmpuint (add (set, "bücher.example"), ==, 3);
  g_assert_cmpuint (heed_domain_set_get_size (set), ==, 4);
  g_assert_cmpstr (heed_domain_set_get_ascii (set, 3), ==, "xn--bcher-kva.example");
  g_assert_true (heed_domain_set_find (set, "navy.mil", &id));
  g_assert_cmpuint (id, ==, 1);
  g_assert_false (heed_domain_set_find (set, "navy.ml", &id));
}

static void
test_many (void)
{
  g_autoptr (HeedDomainSet) set = heed_domain_set_new ();
  g_autofree char *too_long = g_strnfill (300, 'a');
  guint32 id;

  /* More than one block of memory, and more than one array of the index. */
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = g_strdup_printf ("company%u.example", i * 7919);

      g_assert_cmpuint (add (set, text), ==, i);
    }
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = g_strdup_printf ("company%u.example", i * 7919);

      g_assert_true (heed_domain_set_find (set, text, &id));
      g_assert_cmpuint (id, ==, i);
      g_assert_cmpstr (heed_domain_set_get_ascii (set, i), ==, text);
    }
  g_assert_false (heed_domain_set_find (set, too_long, &id));
}

static void
test_search (void)
{
  static const struct
  {
    const char *known;
    const char *typed;
    gboolean is_found;
    const char *why;
  } cases[] = {
    { "army.mil", "army.ml", TRUE, "the suffix is not compared" },
    { "army.mil", "army.example", TRUE, "whatever it is" },
    { "us.company.com", "uscompany.com", TRUE, "a dot is missing" },
    { "uscompany.com", "us.company.com", TRUE, "a dot is too many" },
    { "navy.mil", "navymil.com", TRUE, "the suffix was written into the name" },
    { "navy.mil", "navy-mil.com", TRUE, "with a hyphen" },
    { "example.com", "examplecom", TRUE, "the dot before the suffix is missing" },
    { "linux-foundation.org", "linuxfoundation.org", TRUE, "a hyphen is missing" },
    { "microsoft.com", "rnicrosoft.com", TRUE, "looks alike" },
    { "army.mil", "аrmy.mil", TRUE, "looks alike in Cyrillic" },
    { "xn--rmy-5cd.mil", "army.mil", TRUE, "the other way round" },
    { "company.com.tw", "company.com", TRUE, "the suffix was cut" },
    { "company.com", "company.co.uk", TRUE, "or is longer" },
    { "company.com", "mail.company.co", TRUE, "a host of what is meant" },
    { "gmail.com", "g.mail.com", TRUE, "a dot inside" },
    { "army.mil", "navy.mil", FALSE, "nothing but the suffix is common" },
    { "army.mil", "armyxyz.mil", FALSE, "three letters more" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedDomainSet) set = heed_domain_set_new ();

      add (set, cases[i].known);
      add (set, "[192.0.2.1]");
      g_test_message ("%s for %s: %s", cases[i].typed, cases[i].known, cases[i].why);
      g_assert_cmpint (finds (set, cases[i].typed, heed_domain_set_get_ascii (set, 0)), ==,
                       cases[i].is_found);
      g_assert_false (finds (set, cases[i].typed, "[192.0.2.1]"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain-set/numbers", test_numbers);
  g_test_add_func ("/domain-set/many", test_many);
  g_test_add_func ("/domain-set/search", test_search);
  return g_test_run ();
}
