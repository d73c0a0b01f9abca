/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "heed-explanation.h"

#define NEVER HEED_EXPLANATION_UNKNOWN_DAYS

static void
test_sentences (void)
{
  static const struct
  {
    HeedFindingKind kind;
    const char *typed, *expected;
    guint typed_count, expected_count, days_ago;
    HeedEvidence evidence;
    const char *text;
  } rows[] = {
    { HEED_FINDING_SUFFIX_SWAP, "army.ml", "army.mil", 0, 214, 0, HEED_EVIDENCE_KNOWN,
      "You wrote to army.mil 214 times and never to army.ml. You last wrote to army.mil today. The "
      "ending .ml belongs to Mali." },
    { HEED_FINDING_SUFFIX_SWAP, "army.ml", "army.mil", 0, 1, 1, HEED_EVIDENCE_PROTECTED,
      "You wrote to army.mil once and never to army.ml. You last wrote to army.mil yesterday. The "
      "ending .ml belongs to Mali." },
    { HEED_FINDING_SUFFIX_SWAP, "example.com", "example.org", 1, 2, 60, HEED_EVIDENCE_KNOWN,
      "You wrote to example.org 2 times. You wrote to example.com once. You last wrote to "
      "example.org 60 days ago." },
    { HEED_FINDING_WRONG_LETTER, "gmsil.com", "gmail.com", 0, 9, 61, HEED_EVIDENCE_KNOWN,
      "You wrote to gmail.com 9 times and never to gmsil.com. You last wrote to gmail.com 2 months "
      "ago." },
    { HEED_FINDING_WRONG_LETTER, "gmsil.com", "gmail.com", 0, 9, 760, HEED_EVIDENCE_KNOWN,
      "You wrote to gmail.com 9 times and never to gmsil.com. You last wrote to gmail.com 2 years "
      "ago." },
    { HEED_FINDING_WRONG_LETTER, "gmsil.com", "gmail.com", 0, 0, NEVER, HEED_EVIDENCE_PROVIDER,
      "gmail.com is a large mail provider." },
    { HEED_FINDING_MISSING_DOT, "uscompany.com", "us.company.com", 0, 0, NEVER,
      HEED_EVIDENCE_SENDER,
      "You are writing from us.company.com. Without the dot, uscompany.com is a domain of its "
      "own." },
    { HEED_FINDING_EXTRA_DOT, "gma.il.com", "gmail.com", 0, 0, NEVER, HEED_EVIDENCE_THREAD,
      "Somebody in this conversation is at gmail.com. With the dot, the message goes to il.com." },
    { HEED_FINDING_HYPHEN, "us-company.com", "uscompany.com", 0, 0, NEVER, HEED_EVIDENCE_PROTECTED,
      "Your organisation protects uscompany.com. The hyphen makes it another domain." },
    { HEED_FINDING_HYPHEN, "uscompany.com", "us-company.com", 0, 0, NEVER, HEED_EVIDENCE_PROTECTED,
      "Your organisation protects us-company.com. Without the hyphen it is another domain." },
    { HEED_FINDING_HYPHEN, "us.company.com", "us-company.com", 0, 0, NEVER, HEED_EVIDENCE_PROTECTED,
      "Your organisation protects us-company.com. Without the hyphen it is another domain." },
    { HEED_FINDING_MISSING_DOT, "gmailcom", "gmail.com", 0, 0, NEVER, HEED_EVIDENCE_PROVIDER,
      "gmail.com is a large mail provider. “gmailcom” has no ending such as .org." },
    { HEED_FINDING_EMBEDDED, "modgovuk", "mod.gov.uk", 0, 0, NEVER, HEED_EVIDENCE_PROTECTED,
      "Your organisation protects mod.gov.uk. “modgovuk” has no ending such as .org." },
    { HEED_FINDING_LOOKALIKE, "paypa1.com", "paypal.com", 0, 0, NEVER, HEED_EVIDENCE_KNOWN,
      "Your organisation writes to paypal.com. It only looks like paypal.com." },
    { HEED_FINDING_EMBEDDED, "army.mil.example.net", "army.mil", 0, 0, NEVER,
      HEED_EVIDENCE_PROTECTED,
      "Your organisation protects army.mil. It belongs to example.net, whatever else is in its "
      "name." },
    { HEED_FINDING_EMBEDDED, "army-mil.com", "army.mil", 0, 0, NEVER, HEED_EVIDENCE_PROTECTED,
      "Your organisation protects army.mil. It is a domain of its own with that name in it." },
    { HEED_FINDING_SUFFIX_SWAP, "army.mli", "army.mil", 0, 0, NEVER, HEED_EVIDENCE_PROTECTED,
      "Your organisation protects army.mil. No domain ends in .mli." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HeedDomain) typed = heed_domain_new (rows[i].typed, NULL);
      g_autoptr (HeedDomain) expected = heed_domain_new (rows[i].expected, NULL);
      const HeedExplanation facts = { .kind = rows[i].kind,
                                      .typed = typed,
                                      .typed_count = rows[i].typed_count,
                                      .expected = expected,
                                      .met = expected,
                                      .expected_count = rows[i].expected_count,
                                      .days_ago = rows[i].days_ago,
                                      .evidence = rows[i].evidence };
      g_autofree char *text = heed_explanation_get_text (&facts);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_headings (void)
{
  static const struct
  {
    const char *expected, *other, *heading;
  } rows[] = {
    { NULL, NULL, "army.ml is new to you" },
    { "army.mil", NULL, "army.ml is not army.mil" },
    { "army.mil", "army.nl", "army.ml is neither army.mil nor army.nl" },
  };
  g_autoptr (HeedDomain) typed = heed_domain_new ("army.ml", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HeedDomain) expected = NULL;
      g_autoptr (HeedDomain) other = NULL;
      g_autofree char *heading = NULL;

      if (rows[i].expected != NULL)
        expected = heed_domain_new (rows[i].expected, NULL);
      if (rows[i].other != NULL)
        other = heed_domain_new (rows[i].other, NULL);
      heading = heed_explanation_get_heading (typed, expected, other);
      g_assert_cmpstr (heading, ==, rows[i].heading);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explanation/headings", test_headings);
  g_test_add_func ("/explanation/sentences", test_sentences);
  return g_test_run ();
}
