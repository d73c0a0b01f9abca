/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-domain.h"
#include "heed-error.h"

typedef struct
{
  const char *typed;
  const char *ascii;
  const char *unicode;
  const char *suffix;
  const char *registrable;
} Form;

static const Form forms[] = {
  { "army.mil", "army.mil", "army.mil", "mil", "army.mil" },
  { "Army.MIL", "army.mil", "army.mil", "mil", "army.mil" },
  { "us.company.co.uk", "us.company.co.uk", "us.company.co.uk", "co.uk", "company.co.uk" },
  /* Both IDN forms are one domain. */
  { "münchen.de", "xn--mnchen-3ya.de", "münchen.de", "de", "xn--mnchen-3ya.de" },
  { "xn--mnchen-3ya.de", "xn--mnchen-3ya.de", "münchen.de", "de", "xn--mnchen-3ya.de" },
  { "XN--MNCHEN-3YA.DE", "xn--mnchen-3ya.de", "münchen.de", "de", "xn--mnchen-3ya.de" },
  /* The ideographic, fullwidth and halfwidth full stops. */
  { "army。mil", "army.mil", "army.mil", "mil", "army.mil" },
  { "army．mil", "army.mil", "army.mil", "mil", "army.mil" },
  { "army｡mil", "army.mil", "army.mil", "mil", "army.mil" },
  /* What reaches a To field. */
  { "army.mil.", "army.mil", "army.mil", "mil", "army.mil" },
  { "..army..mil..", "army.mil", "army.mil", "mil", "army.mil" },
  { " army.mil ", "army.mil", "army.mil", "mil", "army.mil" },
  { "army.mil>,", "army.mil", "army.mil", "mil", "army.mil" },
  { "army.mil\342\200\213", "army.mil", "army.mil", "mil", "army.mil" }, /* zero-width space */
  { "\342\200\256army.mil", "army.mil", "army.mil", "mil",
    "army.mil" },                                                    /* right-to-left override */
  { "ar\302\255my.mil", "army.mil", "army.mil", "mil", "army.mil" }, /* soft hyphen */
  /* Real hosts that are not letters, digits and inner hyphens. */
  { "-online.de", "-online.de", "-online.de", "de", "-online.de" },
  { "my_host.example.com", "my_host.example.com", "my_host.example.com", "com", "example.com" },
  /* A hyphen in the third and fourth place is no A-label. */
  { "ab--cd.com", "ab--cd.com", "ab--cd.com", "com", "ab--cd.com" },
  /* A public suffix has no registrable domain; people do have mailboxes there. */
  { "gov.uk", "gov.uk", "gov.uk", "gov.uk", NULL },
  /* The private section of the list counts. */
  { "ann.github.io", "ann.github.io", "ann.github.io", "github.io", "ann.github.io" },
  { "localhost", "localhost", "localhost", "localhost", NULL },
  { "[192.0.2.1]", "[192.0.2.1]", "[192.0.2.1]", "", NULL },
  { "[IPv6:2001:DB8::1]", "[ipv6:2001:db8::1]", "[ipv6:2001:db8::1]", "", NULL },
};

static void
test_forms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedDomain) domain = heed_domain_new (forms[i].typed, &error);

      g_test_message ("%s", forms[i].typed);
      g_assert_no_error (error);
      g_assert_cmpstr (heed_domain_get_typed (domain), ==, forms[i].typed);
      g_assert_cmpstr (heed_domain_get_ascii (domain), ==, forms[i].ascii);
      g_assert_cmpstr (heed_domain_get_unicode (domain), ==, forms[i].unicode);
      g_assert_cmpstr (heed_domain_get_suffix (domain), ==, forms[i].suffix);
      g_assert_cmpstr (heed_domain_get_registrable (domain), ==, forms[i].registrable);
    }
}

static void
test_normalising_twice_changes_nothing (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (HeedDomain) again = heed_domain_new (forms[i].ascii, NULL);
      g_autoptr (HeedDomain) shown = heed_domain_new (forms[i].unicode, NULL);

      g_assert_cmpstr (heed_domain_get_ascii (again), ==, forms[i].ascii);
      g_assert_cmpstr (heed_domain_get_ascii (shown), ==, forms[i].ascii);
      g_assert_true (heed_domain_equal (again, shown));
    }
}

/* Plain names skip UTS 46. A capital letter sends the same name through it; both ways must meet. */
static void
test_short_cut_equals_the_long_way (void)
{
  static const char *const plain[] = { "army.mil",    "a-b.example.co.uk", "x.y.z.example.org",
                                       "0.example",   "localhost",         "ab-cd.com",
                                       "a--b.com",    "1-2-3.org",         "a.b",
                                       "xn-a.example" };

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *loud = g_ascii_strup (plain[i], -1);
      g_autoptr (HeedDomain) quick = heed_domain_new (plain[i], NULL);
      g_autoptr (HeedDomain) slow = heed_domain_new (loud, NULL);

      g_assert_cmpstr (heed_domain_get_ascii (quick), ==, heed_domain_get_ascii (slow));
      g_assert_cmpstr (heed_domain_get_unicode (quick), ==, heed_domain_get_unicode (slow));
      g_assert_cmpstr (heed_domain_get_suffix (quick), ==, heed_domain_get_suffix (slow));
    }
}

static void
test_not_a_domain (void)
{
  g_autofree char *long_name = g_strnfill (100000, 'a');
  g_autofree char *wide = g_strjoin (NULL, "ü.", long_name, NULL);
  const char *const wrong[] = { "", ".", "...", " ", "\342\200\213", "[300.1.1.1]", "[]", long_name,
                                wide,
                                /* A full-width @ is mapped to one, a tonos to a space. */
                                "a\357\274\240b.org", "azzz\316\205.d",
                                /* Neither an A-label nor a U-label. */
                                "xn--mnchen-3ya\312\233e", "xn--_",
                                /* A-labels of control characters, and of an A-label. */
                                "xn--army.mil", "xn--a.mil", "xn--xn---org.com" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedDomain) domain = heed_domain_new (wrong[i], &error);

      if (g_str_equal (wrong[i], "[300.1.1.1]"))
        {
          /* Brackets that hold no address are punctuation; what is left is a name nobody can own.
           */
          g_assert_nonnull (domain);
          g_assert_false (heed_domain_is_ip_literal (domain));
          continue;
        }
      g_assert_error (error, HEED_ERROR, HEED_ERROR_INVALID_RECIPIENT);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (strlen (error->message), <, 1000);
      g_assert_null (domain);
    }
}

static void
test_suffixes (void)
{
  g_autoptr (HeedDomain) known = heed_domain_new ("army.mil", NULL);
  g_autoptr (HeedDomain) unknown = heed_domain_new ("army.mli", NULL);
  g_autoptr (HeedDomain) wildcard = heed_domain_new ("x.y.ck", NULL);

  g_assert_true (heed_domain_has_known_suffix (known));
  g_assert_false (heed_domain_has_known_suffix (unknown));
  g_assert_true (heed_domain_has_known_suffix (wildcard));
}

static void
test_related (void)
{
  static const struct
  {
    const char *a, *b;
    gboolean related;
  } pairs[] = {
    { "us.ibm.com", "uk.ibm.com", TRUE },
    { "intel.com", "linux.intel.com", TRUE },
    { "ibm.com", "1bm.com", FALSE },
    /* Hosts below a private suffix belong to different people. */
    { "lsfire.ath.cx", "lsrfire.ath.cx", FALSE },
    { "gov.uk", "police.uk", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (HeedDomain) a = heed_domain_new (pairs[i].a, NULL);
      g_autoptr (HeedDomain) b = heed_domain_new (pairs[i].b, NULL);

      g_assert_true (heed_domain_is_related (a, b) == pairs[i].related);
      g_assert_true (heed_domain_is_related (b, a) == pairs[i].related);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/forms", test_forms);
  g_test_add_func ("/domain/twice", test_normalising_twice_changes_nothing);
  g_test_add_func ("/domain/short-cut", test_short_cut_equals_the_long_way);
  g_test_add_func ("/domain/wrong", test_not_a_domain);
  g_test_add_func ("/domain/suffixes", test_suffixes);
  g_test_add_func ("/domain/related", test_related);
  return g_test_run ();
}
