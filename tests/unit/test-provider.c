/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-provider.h"

static gboolean
is_one (const char *text)
{
  g_autoptr (HeedDomain) domain = heed_domain_new (text, NULL);

  return heed_provider_is_one (domain);
}

static void
test_members (void)
{
  g_assert_true (is_one ("gmail.com"));
  g_assert_true (is_one ("GMX.de."));
  g_assert_true (is_one ("t-online.de"));
  /* Typo domains and hosts are kept out. */
  g_assert_false (is_one ("gmial.com"));
  g_assert_false (is_one ("gmai.com"));
  g_assert_false (is_one ("mx.gmail.com"));
  g_assert_false (is_one ("army.mil"));
  g_assert_false (is_one ("[192.0.2.1]"));
}

/* Every line of the list is a domain that can be registered, as it stands. */
static void
test_list (void)
{
  HeedDomainSet *set = heed_provider_get_set ();

  g_assert_cmpuint (heed_domain_set_get_size (set), >, 200);
  for (guint i = 0; i < heed_domain_set_get_size (set); i++)
    {
      const char *ascii = heed_domain_set_get_ascii (set, i);
      g_autoptr (HeedDomain) domain = heed_domain_new (ascii, NULL);

      g_test_message ("%s", ascii);
      g_assert_nonnull (domain);
      g_assert_true (heed_domain_has_known_suffix (domain));
      g_assert_nonnull (heed_domain_get_registrable (domain));
    }
}

static void
test_countries (void)
{
  static const struct
  {
    const char *domain;
    gboolean many;
  } cases[] = {
    { "yahoo.de", TRUE },    { "hotmail.com", TRUE }, { "posteo.net", TRUE },
    { "gmail.com", FALSE },  { "icloud.com", FALSE }, { "btinternet.com", FALSE },
    { "yahoo.test", FALSE }, { "army.mil", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedDomain) domain = heed_domain_new (cases[i].domain, NULL);

      g_test_message ("%s", cases[i].domain);
      g_assert_cmpint (heed_provider_is_in_many_countries (domain), ==, cases[i].many);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/provider/members", test_members);
  g_test_add_func ("/provider/list", test_list);
  g_test_add_func ("/provider/countries", test_countries);
  return g_test_run ();
}
