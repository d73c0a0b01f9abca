/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-domain-readings.h"

static GHashTable *
make_suffixes (void)
{
  GHashTable *suffixes = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (suffixes, (gpointer) "com");
  g_hash_table_add (suffixes, (gpointer) "couk");
  g_hash_table_add (suffixes, (gpointer) "uk");
  return suffixes;
}

static char *
read_all (const char *text, GHashTable *suffixes)
{
  g_autoptr (HeedDomain) domain = heed_domain_new (text, NULL);
  g_autoptr (GPtrArray) readings = heed_domain_readings_list (domain, suffixes);

  g_ptr_array_add (readings, NULL);
  return g_strjoinv (" ", (char **)readings->pdata);
}

/* Letters that look alike are one: i, l and 1 are l, 0 and o are o. */
static void
test_list (void)
{
  static const struct
  {
    const char *typed;
    const char *readings;
    const char *why;
  } cases[] = {
    { "army.example", "army", "nearly every domain has one" },
    { "company.com", "company", "before its suffix, and before the same one without a dot" },
    { "navy-net.example", "navynet", "a hyphen is none" },
    { "us.army.example", "usarmy army us", "a host, its holder, and without two labels" },
    { "corn.example", "corn com", "as it looks" },
    { "armycom.example", "armycom army", "the suffix in the name" },
    { "armycouk.example", "armycouk armyco army", "two suffixes may be meant" },
    { "armyyyy.example", "armyyyy armyy", "a held key leaves a doubled letter" },
    { "61army.example", "6larmy army", "digits of the local part" },
    { "6army.example", "6army", "one digit is a slip that the index finds" },
    { "163.com", "l63", "what is all digits is nobody's local part" },
    { "xn--bcher-kva.example", "xnbcherkva bucher", "as it is written and as it looks" },
  };
  g_autoptr (GHashTable) suffixes = make_suffixes ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *readings = read_all (cases[i].typed, suffixes);

      g_test_message ("%s: %s", cases[i].typed, cases[i].why);
      g_assert_cmpstr (readings, ==, cases[i].readings);
    }
}

static void
test_fold_name (void)
{
  g_autoptr (HeedDomain) domain = heed_domain_new ("rn-а.example", NULL);
  g_autofree char *name = heed_domain_readings_fold_name (domain);

  g_assert_cmpstr (name, ==, "ma");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain-readings/list", test_list);
  g_test_add_func ("/domain-readings/fold-name", test_fold_name);
  return g_test_run ();
}
