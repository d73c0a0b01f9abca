/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-slip.h"

#include <string.h>

static guint
find_suffix (const char *domain)
{
  return (guint)g_utf8_strlen (domain, strrchr (domain, '.') + 1 - domain);
}

static HeedSlip *
make (const char *typed, const char *expected)
{
  return heed_slip_new (typed, expected, find_suffix (expected));
}

static char *
describe (GPtrArray *edits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < edits->len; i++)
    {
      const HeedEdit *edit = edits->pdata[i];

      g_string_append_printf (text, "%s%s %u %s>%s", i > 0 ? ", " : "",
                              heed_edit_operation_get_name (edit->operation), edit->position,
                              edit->got, edit->expected);
    }
  return g_string_free (text, FALSE);
}

static void
test_edits (void)
{
  static const struct
  {
    const char *typed;
    const char *expected;
    const char *edits;
  } cases[] = {
    { "army.mil", "army.mil", "" },
    { "army.ml", "army.mil", "missing 6 >i" },
    { "army.mli", "army.mil", "swapped 6 li>il" },
    { "gmial.com", "gmail.com", "swapped 2 ia>ai" },
    { "gmsil.com", "gmail.com", "wrong 2 s>a" },
    { "gmaill.com", "gmail.com", "extra 4 l>" },
    { "mod.gov.ua", "mod.gov.uk", "wrong 9 a>k" },
    { "uscompany.com", "us.company.com", "missing 2 >." },
    { "navy-mil", "navy.mil", "wrong 4 ->." },
    { "rnicrosoft.com", "microsoft.com", "wrong 0 rn>m" },
    { "modem.example", "modern.example", "wrong 4 m>rn" },
    { "paypa1.com", "paypal.com", "wrong 5 1>l" },
    { "аrmy.mil", "army.mil", "wrong 0 а>a" },
    { "münchem.de", "münchen.de", "wrong 6 m>n" },
    { "rmy.mil", "army.mil", "missing 0 >a" },
    { "army.mill", "army.mil", "extra 7 l>" },
    { "aaarmy.mil", "army.mil", "extra 1 aa>" },
    { "armyyyy.mil", "army.mil", "extra 4 yyy>" },
    { "61army.mil", "army.mil", "extra 0 61>" },
    { "goggle.com", "google.com", "wrong 2 g>o" },
    { "mod.gov.mk", "mod.gov.uk", "wrong 8 m>u" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedSlip) slip = make (cases[i].typed, cases[i].expected);
      g_autofree char *edits = describe (slip->edits);

      g_test_message ("%s for %s", cases[i].typed, cases[i].expected);
      g_assert_cmpstr (edits, ==, cases[i].edits);
    }
}

/* Fingers slip in some ways more than in others. */
static void
test_order (void)
{
  static const struct
  {
    const char *expected;
    const char *likely;
    const char *unlikely;
    const char *why;
  } cases[] = {
    { "gmail.com", "gmail.com", "gmai.com", "no slip at all" },
    { "gmail.com", "gmai.com", "gmxail.com", "a letter is dropped more than added" },
    { "gmail.com", "gmaill.com", "gmailx.com", "a letter is doubled more than another is added" },
    { "gmail.com", "gmsil.com", "gmpil.com", "the next key more than a far one" },
    { "gmail.com", "gmeil.com", "gmtil.com", "a vowel for a vowel" },
    { "gmail.com", "gmai1.com", "gmai7.com", "what looks alike" },
    { "gmail.com", "gmial.com", "gmtul.com", "a swap more than two wrong letters" },
    { "mx01.example", "mx0l.example", "mx02.example", "digits number hosts" },
    { "army.mil", "arm.mil", "rmy.mil", "the first letter is typed with care" },
    { "gmail.com", "gmal.com", "gml.com", "one slip more than two" },
    { "gmail.com", "gmailll.com", "gmaillx.com", "a held key is one slip" },
    { "gmail.com", "61gmail.com", "6gma1il.com", "digits of the local part" },
    { "google.com", "goggle.com", "gotgle.com", "the wrong letter is doubled" },
    { "senate.com", "senatz.com", "senatv.com", "a neighbour on another keyboard" },
    { "state.com", "statm.com", "statk.com", "one bit is wrong" },
    { "us.army.mil", "usarmy.mil", "usxarmy.mil", "a dot is dropped more than replaced" },
    { "us.army.mil", "us-army.mil", "usxarmy.mil", "a hyphen for a dot" },
    { "army.mil", "army.ml", "amy.mil", "the suffix draws more slips than a letter of the name" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedSlip) likely = make (cases[i].likely, cases[i].expected);
      g_autoptr (HeedSlip) unlikely = make (cases[i].unlikely, cases[i].expected);

      g_test_message ("%s before %s for %s: %s", cases[i].likely, cases[i].unlikely,
                      cases[i].expected, cases[i].why);
      g_assert_cmpuint (likely->weight, <, unlikely->weight);
    }
}

static void
test_limits (void)
{
  g_autofree char *longest = g_strnfill (253, 'a');
  g_autofree char *other = g_strnfill (253, 'b');
  g_autoptr (HeedSlip) same = heed_slip_new (longest, longest, 250);
  g_autoptr (HeedSlip) different = heed_slip_new (longest, other, 250);
  g_autoptr (HeedSlip) nothing = heed_slip_new ("", "a", 0);

  g_assert_cmpuint (same->edits->len, ==, 0);
  g_assert_cmpuint (same->weight, ==, 0);
  g_assert_cmpuint (different->edits->len, >=, 253);
  g_assert_cmpuint (nothing->edits->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slip/edits", test_edits);
  g_test_add_func ("/slip/order", test_order);
  g_test_add_func ("/slip/limits", test_limits);
  return g_test_run ();
}
