/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-near-miss.h"

static HeedNearMiss *
make (const char *typed, const char *expected, gboolean is_embedded)
{
  g_autoptr (HeedDomain) here = heed_domain_new (typed, NULL);
  g_autoptr (HeedDomain) there = heed_domain_new (expected, NULL);

  return is_embedded ? heed_near_miss_new_embedded (here, there) : heed_near_miss_new (here, there);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *typed;
    const char *expected;
    HeedFindingKind kind;
    gboolean same_name;
  } cases[] = {
    { "army.ml", "army.mil", HEED_FINDING_SUFFIX_SWAP, TRUE },
    { "army.ml", "army.nl", HEED_FINDING_SUFFIX_SWAP, TRUE },
    { "mod.gov.ua", "mod.gov.uk", HEED_FINDING_SUFFIX_SWAP, TRUE },
    { "example.co", "example.com", HEED_FINDING_SUFFIX_SWAP, TRUE },
    { "company.com", "company.com.tw", HEED_FINDING_SUFFIX_SWAP, TRUE },
    { "gmai.com", "gmail.com", HEED_FINDING_MISSING_LETTER, FALSE },
    { "gmaill.com", "gmail.com", HEED_FINDING_EXTRA_LETTER, FALSE },
    { "gmsil.com", "gmail.com", HEED_FINDING_WRONG_LETTER, FALSE },
    { "gmial.com", "gmail.com", HEED_FINDING_SWAPPED_LETTERS, FALSE },
    { "uscompany.com", "us.company.com", HEED_FINDING_MISSING_DOT, FALSE },
    { "us.company.com", "uscompany.com", HEED_FINDING_EXTRA_DOT, FALSE },
    { "linuxfoundation.org", "linux-foundation.org", HEED_FINDING_HYPHEN, FALSE },
    { "linux-foundation.org", "linuxfoundation.org", HEED_FINDING_HYPHEN, FALSE },
    { "us-company.com", "us.company.com", HEED_FINDING_HYPHEN, FALSE },
    { "rnicrosoft.com", "microsoft.com", HEED_FINDING_LOOKALIKE, FALSE },
    { "paypa1.com", "paypal.com", HEED_FINDING_LOOKALIKE, FALSE },
    { "аrmy.mil", "army.mil", HEED_FINDING_HOMOGRAPH, FALSE },
    { "xn--rmy-5cd.mil", "army.mil", HEED_FINDING_HOMOGRAPH, FALSE },
    { "αθυνα.gr", "αθηνα.gr", HEED_FINDING_WRONG_LETTER, FALSE },
    { "росатум.рф", "росатом.рф", HEED_FINDING_WRONG_LETTER, FALSE },
    { "pocатом.рф", "росатом.рф", HEED_FINDING_HOMOGRAPH, FALSE },
    { "аrmmy.mil", "army.mil", HEED_FINDING_HOMOGRAPH, FALSE },
    { "army-mil.com", "army.mil", HEED_FINDING_EMBEDDED, FALSE },
    { "armymil.com", "army.mil", HEED_FINDING_EMBEDDED, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedNearMiss) miss = make (cases[i].typed, cases[i].expected, FALSE);

      g_test_message ("%s for %s", cases[i].typed, cases[i].expected);
      g_assert_nonnull (miss);
      g_assert_cmpstr (heed_finding_kind_get_name (miss->kind), ==,
                       heed_finding_kind_get_name (cases[i].kind));
      g_assert_cmpint (miss->same_name, ==, cases[i].same_name);
      g_assert_cmpuint (miss->edits->len, >, 0);
    }
}

static void
test_one_holder (void)
{
  static const char *const pairs[][2] = {
    { "army.mil", "army.mil" },           { "ARMY.MIL.", "army.mil" },
    { "us.ibm.com", "uk.ibm.com" },       { "linux.intel.com", "intel.com" },
    { "[192.0.2.1]", "[192.0.2.2]" },     { "[192.0.2.1]", "army.mil" },
    { "army.mil", "[IPv6:2001:db8::1]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      for (guint is_embedded = 0; is_embedded < 2; is_embedded++)
        {
          g_autoptr (HeedNearMiss) miss = make (pairs[i][0], pairs[i][1], (gboolean)is_embedded);

          g_test_message ("%s for %s", pairs[i][0], pairs[i][1]);
          g_assert_null (miss);
        }
    }
}

/* Hosts below a suffix of the list's private section belong to different people. */
static void
test_private_suffix (void)
{
  g_autoptr (HeedNearMiss) miss = make ("lsfire.ath.cx", "lsrfire.ath.cx", FALSE);

  g_assert_nonnull (miss);
  g_assert_cmpint (miss->kind, ==, HEED_FINDING_MISSING_LETTER);
}

static void
test_embedded (void)
{
  g_autoptr (HeedNearMiss) miss = make ("army.mil.example.net", "army.mil", TRUE);
  g_autoptr (HeedNearMiss) other = make ("login-army-mil.example", "army.mil", TRUE);

  g_assert_cmpint (miss->kind, ==, HEED_FINDING_EMBEDDED);
  g_assert_cmpint (other->kind, ==, HEED_FINDING_EMBEDDED);
  g_assert_cmpuint (miss->weight, <=, other->weight);
}

static void
test_slipped_suffix (void)
{
  static const struct
  {
    const char *typed;
    const char *expected;
    gboolean slipped;
  } cases[] = {
    { "army.ml", "army.mil", TRUE },
    { "mod.gov.ua", "mod.gov.uk", TRUE },
    { "company.com", "company.com.tw", TRUE },
    { "company.edu", "company.edu.au", TRUE },
    { "nhs.ku", "nhs.uk", TRUE },
    { "company.de", "company.com.tw", FALSE },
    { "company.org", "company.com", FALSE },
    { "compny.com", "company.com", FALSE },
    { "mod.go.jp", "mod.gov.uk", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedNearMiss) miss = make (cases[i].typed, cases[i].expected, FALSE);

      g_test_message ("%s for %s", cases[i].typed, cases[i].expected);
      g_assert_nonnull (miss);
      g_assert_cmpint (miss->slipped_suffix, ==, cases[i].slipped);
    }
}

static void
test_same_series (void)
{
  static const struct
  {
    const char *typed;
    const char *expected;
    gboolean series;
  } cases[] = {
    { "company23.com", "company24.com", TRUE },  { "company42.com", "company24.com", TRUE },
    { "company2.com", "company24.com", TRUE },   { "163.com", "126.com", TRUE },
    { "company.com", "company24.com", FALSE },   { "company24.com", "company.com", FALSE },
    { "compnay23.com", "company24.com", FALSE }, { "compan1.com", "company.com", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedNearMiss) miss = make (cases[i].typed, cases[i].expected, FALSE);

      g_test_message ("%s for %s", cases[i].typed, cases[i].expected);
      g_assert_nonnull (miss);
      g_assert_cmpint (miss->same_series, ==, cases[i].series);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/near-miss/kinds", test_kinds);
  g_test_add_func ("/near-miss/one-holder", test_one_holder);
  g_test_add_func ("/near-miss/private-suffix", test_private_suffix);
  g_test_add_func ("/near-miss/embedded", test_embedded);
  g_test_add_func ("/near-miss/slipped-suffix", test_slipped_suffix);
  g_test_add_func ("/near-miss/same-series", test_same_series);
  return g_test_run ();
}
