/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-person-review.h"

static HeedKnownDomains *
make_known (void)
{
  static const struct
  {
    const char *mailbox;
    guint count;
  } people[] = {
    { "jane.smith@army.mil", 40 }, { "bo@army.mil", 90 },     { "robert.lee@army.mil", 3 },
    { "müller@army.mil", 30 },     { "straße@army.mil", 30 }, { "team01@army.mil", 30 },
  };
  HeedKnownDomains *known = heed_known_domains_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (people[i].mailbox, NULL);

      g_assert_nonnull (mailbox);
      heed_known_domains_add_mailbox (known, mailbox, people[i].count);
    }
  return known;
}

/* HEED_SEVERITY_CLEAR: no finding. */
static HeedSeverity
find_near (const char *text)
{
  g_autoptr (HeedKnownDomains) known = make_known ();
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (text, NULL);
  g_autoptr (HeedFinding) finding = heed_person_review_find_near (mailbox, 2, known);

  if (finding == NULL)
    return HEED_SEVERITY_CLEAR;
  g_assert_cmpint (heed_finding_get_kind (finding), ==, HEED_FINDING_NEAR_PERSON);
  g_assert_cmpuint (heed_finding_get_recipient (finding), ==, 2);
  return heed_finding_get_severity (finding);
}

static void
test_near (void)
{
  static const struct
  {
    const char *typed;
    HeedSeverity severity;
    const char *why;
  } cases[] = {
    { "jane.smith@army.mil", HEED_SEVERITY_CLEAR, "the person" },
    { "JANE.SMITH@ARMY.MIL", HEED_SEVERITY_CLEAR, "in capitals" },
    { "STRASSE@army.mil", HEED_SEVERITY_CLEAR, "in capitals, which have no sharp s" },
    { "jane.smyth@army.mil", HEED_SEVERITY_CAUTION, "a vowel for a vowel" },
    { "jane.simth@army.mil", HEED_SEVERITY_CAUTION, "swapped" },
    { "jane.smit@army.mil", HEED_SEVERITY_CAUTION, "a letter is missing" },
    { "jane.smith@navy.mil", HEED_SEVERITY_CLEAR, "at another domain" },
    { "john.smith@army.mil", HEED_SEVERITY_CLEAR, "somebody else of that name" },
    { "kane.smith@army.mil", HEED_SEVERITY_NOTICE, "the first letter is typed with care" },
    { "bob@army.mil", HEED_SEVERITY_CLEAR, "too short to say anything" },
    { "robert.le@army.mil", HEED_SEVERITY_NOTICE, "hardly written to" },
    { "team02@army.mil", HEED_SEVERITY_NOTICE, "another number" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s: %s", cases[i].typed, cases[i].why);
      g_assert_cmpint (find_near (cases[i].typed), ==, cases[i].severity);
    }
}

static void
test_mismatch (void)
{
  static const struct
  {
    const char *typed;
    const char *expected;
    const char *why;
  } cases[] = {
    { "\"ann@army.mil\" <ann@army.ml>", "army.mil", "another domain" },
    { "\"Ann (ann@army.mil)\" <ann@army.ml>", "army.mil", "among words" },
    { "\"'ann@army.mil'\" <ann@navy.mil>", "army.mil", "in quotes" },
    { "\"ann@army.mil\" <ann@army.mil>", NULL, "the same" },
    { "\"ann@us.army.mil\" <ann@army.mil>", NULL, "another host of the holder" },
    { "\"Ann Lee\" <ann@army.ml>", NULL, "no address in it" },
    { "\"ann @ home\" <ann@army.ml>", NULL, "an @ of no address" },
    { "\"ann@home\" <ann@army.ml>", NULL, "no such suffix" },
    { "ann@army.ml", NULL, "no name at all" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (cases[i].typed, NULL);
      g_autoptr (HeedFinding) finding = heed_person_review_find_mismatch (mailbox, 0);

      g_test_message ("%s: %s", cases[i].typed, cases[i].why);
      if (cases[i].expected == NULL)
        {
          g_assert_null (finding);
          continue;
        }
      g_assert_cmpint (heed_finding_get_kind (finding), ==, HEED_FINDING_NAME_MISMATCH);
      g_assert_cmpint (heed_finding_get_severity (finding), ==, HEED_SEVERITY_CAUTION);
      g_assert_cmpstr (heed_finding_get_expected (finding)[0], ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-review/near", test_near);
  g_test_add_func ("/person-review/mismatch", test_mismatch);
  return g_test_run ();
}
