/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-domain-pattern.h"
#include "heed-error.h"

static void
test_matches (void)
{
  static const struct
  {
    const char *pattern;
    const char *domain;
    gboolean matches;
  } cases[] = {
    { "army.mil", "army.mil", TRUE },    { "army.mil", "ARMY.mil.", TRUE },
    { "army.mil", "us.army.mil", TRUE }, { "army.mil", "usarmy.mil", FALSE },
    { "army.mil", "mil", FALSE },        { "*.mil", "army.mil", TRUE },
    { "*.mil", "us.army.mil", TRUE },    { "*.mil", "mil", FALSE },
    { "*.mil", "army.xmil", FALSE },     { "*.gov.uk", "mod.gov.uk", TRUE },
    { "*.gov.uk", "modgov.uk", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedDomainPattern) pattern = heed_domain_pattern_new (cases[i].pattern, NULL);
      g_autoptr (HeedDomain) domain = heed_domain_new (cases[i].domain, NULL);

      g_test_message ("%s and %s", cases[i].pattern, cases[i].domain);
      g_assert_cmpint (heed_domain_pattern_matches (pattern, domain), ==, cases[i].matches);
    }
}

static void
test_complete (void)
{
  static const struct
  {
    const char *pattern;
    const char *typed;
    const char *complete;
    const char *why;
  } cases[] = {
    { "*.mil", "army.ml", "army.mil", "a letter is missing" },
    { "*.mil", "us.army.mli", "us.army.mil", "swapped, below a host" },
    { "*.mil", "army.com", NULL, "another suffix is no slip" },
    { "*.mil", "army-mil", "army.mil", "a hyphen for the dot" },
    { "*.gov.uk", "mod.gov.ua", "mod.gov.uk", "a letter is wrong" },
    { "*.gov.uk", "modgov.uk", "mod.gov.uk", "a dot is missing" },
    { "*.gov.uk", "mod-gov.uk", "mod.gov.uk", "a hyphen for a dot" },
    { "*.gov.uk", "mod.govuk", "mod.gov.uk", "the dot of the suffix is missing" },
    { "*.gov.uk", "mod.gov-uk", "mod.gov.uk", "a hyphen in the suffix" },
    { "*.gov.uk", "mod.co.uk", NULL, "another suffix is no slip" },
    { "*.gov.uk", "gov.uk", NULL, "nothing stands before it" },
    { "*.gov.uk", "-gov.uk", NULL, "nothing but a hyphen" },
    { "*.gov.uk", "uk", NULL, "shorter than the pattern" },
    { "*.de", "example.trade", NULL, "a top-level domain of its own" },
    { "mod.gov.uk", "mod.gov.ua", NULL, "no wildcard" },
    { "*.gov.uk", "[192.0.2.1]", NULL, "a machine" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedDomainPattern) pattern = heed_domain_pattern_new (cases[i].pattern, NULL);
      g_autoptr (HeedDomain) typed = heed_domain_new (cases[i].typed, NULL);
      g_autoptr (HeedDomain) complete = heed_domain_pattern_complete (pattern, typed);

      g_test_message ("%s for %s: %s", cases[i].typed, cases[i].pattern, cases[i].why);
      g_assert_cmpstr (complete != NULL ? heed_domain_get_ascii (complete) : NULL, ==,
                       cases[i].complete);
    }
}

static void
test_invalid (void)
{
  static const char *const patterns[] = {
    "", "*", "*.", "army..mil", ".army.mil", "army.mil.", "*army.mil", "us.*.mil", "a b.mil", "a@b",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", patterns[i]);
      g_assert_null (heed_domain_pattern_new (patterns[i], &error));
      g_assert_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain-pattern/matches", test_matches);
  g_test_add_func ("/domain-pattern/complete", test_complete);
  g_test_add_func ("/domain-pattern/invalid", test_invalid);
  return g_test_run ();
}
