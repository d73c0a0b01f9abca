/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "heed-required-text.h"

static void
test_parts (void)
{
  static const struct
  {
    HeedFindingKind kind;
    const char *mailbox, *expected, *required;
  } rows[] = {
    { HEED_FINDING_SUFFIX_SWAP, "ann@army.ml", "army.mil", ".ml" },
    { HEED_FINDING_SUFFIX_SWAP, "ann@mod.gov.ua", "mod.gov.uk", ".ua" },
    { HEED_FINDING_MISSING_LETTER, "ann@gmai.com", "gmail.com", "gmai" },
    { HEED_FINDING_MISSING_LETTER, "ann@mail.gmai.com", "mail.gmail.com", "gmai" },
    { HEED_FINDING_MISSING_DOT, "ann@uscompany.com", "us.company.com", "uscompany" },
    { HEED_FINDING_EXTRA_DOT, "ann@us.company.com", "uscompany.com", "us.company" },
    { HEED_FINDING_EMBEDDED, "ann@army.mil.example.net", "army.mil", ".example.net" },
    { HEED_FINDING_UNKNOWN_SUFFIX, "ann@army.mli", "army.mil", ".mli" },
    { HEED_FINDING_SUFFIX_SWAP, "ann@army.co", "army.co.uk", "army.co" }, /* nothing of its own */
    { HEED_FINDING_HOMOGRAPH, "ann@аrmy.mil", "army.mil",
      "xn--rmy-5cd" }, /* typed on any keyboard */
    { HEED_FINDING_NEAR_PERSON, "j.smyth@army.mil", "army.mil", "j.smyth" },
    { HEED_FINDING_WATCHED, "ann@army.ml", NULL, "army.ml" },
    /* Too long to be typed in patience. */
    { HEED_FINDING_MISSING_LETTER, "a@the-department-of-agricultur.example",
      "the-department-of-agriculture.example", ".example" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const expected[] = { rows[i].expected, NULL };
      g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (rows[i].mailbox, NULL);
      g_autoptr (HeedFinding) finding =
          heed_finding_new (rows[i].kind, HEED_SEVERITY_DANGER, 0, "", expected,
                            HEED_EVIDENCE_KNOWN, NULL, "", "");
      g_autofree char *required = heed_required_text_new (mailbox, finding);

      g_assert_cmpstr (required, ==, rows[i].required);
    }
}

static void
test_matches (void)
{
  g_assert_true (heed_required_text_matches (".ml", ".ml"));
  g_assert_true (heed_required_text_matches (".ml", "ml"));
  g_assert_true (heed_required_text_matches (".ml", " .ML "));
  g_assert_true (heed_required_text_matches ("gmai", "Gmai"));
  g_assert_false (heed_required_text_matches (".ml", ""));
  g_assert_false (heed_required_text_matches (".ml", "."));
  g_assert_false (heed_required_text_matches (".ml", ".mil"));
  g_assert_false (heed_required_text_matches (".ml", ".m l"));
  g_assert_false (heed_required_text_matches ("gmai", ".gmai"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/required-text/parts", test_parts);
  g_test_add_func ("/required-text/matches", test_matches);
  return g_test_run ();
}
