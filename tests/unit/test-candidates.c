/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-candidates.h"
#include "heed-limits.h"
#include "heed-policy-builder.h"
#include "heed-reviewer.h"

static const char *const recipients[] = {
  "ann.lee@exampel.org", "bob.jones@exampel.org", "ann.lee@kernal.org",
  "ann.lee@exampel.org", "dora@nowhere.example",  "bob.jones@kernal.org",
};

static HeedKnownDomains *
make_known (void)
{
  HeedKnownDomains *known = heed_known_domains_new ();
  g_autoptr (HeedMailbox) ann = heed_mailbox_new ("ann.lee@example.org", NULL);
  g_autoptr (HeedMailbox) bob = heed_mailbox_new ("bob.jones@kernel.org", NULL);

  heed_known_domains_add_mailbox (known, ann, 40);
  heed_known_domains_add_mailbox (known, bob, 40);
  return known;
}

static HeedPolicy *
make_policy (void)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();

  return heed_policy_builder_end (builder);
}

static HeedMessage *
make_message (const char *const *texts, gsize n)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();

  for (gsize i = 0; i < n; i++)
    g_assert_true (heed_message_builder_add_recipient (builder, HEED_ROLE_TO, texts[i], NULL));
  return heed_message_builder_end (builder);
}

static int
get_score (HeedCandidates *candidates, const char *text)
{
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (text, NULL);
  g_autoptr (GPtrArray) chosen = heed_candidates_choose (candidates, mailbox);
  const HeedCandidate *best;

  g_assert_cmpuint (chosen->len, >, 0);
  best = chosen->pdata[0];
  g_assert_cmpstr (heed_domain_get_ascii (best->domain), ==, "example.org");
  return best->score;
}

/* Whoever was asked about before has no say in who is asked about now. */
static void
test_by_mailbox (void)
{
  g_autoptr (HeedKnownDomains) known = make_known ();
  g_autoptr (HeedPolicy) policy = make_policy ();
  g_autoptr (HeedMessage) message = make_message (recipients, 1);
  g_autoptr (HeedDomain) typed = heed_domain_new ("exampel.org", NULL);
  g_autoptr (HeedDomainSet) thread = heed_domain_set_new ();
  g_autoptr (HeedCandidates) candidates = NULL;
  HeedSearchBudget budget;
  int same;
  int other;

  heed_search_budget_init (&budget, 1);
  candidates = heed_candidates_new (message, typed, policy, known, thread, &budget);
  same = get_score (candidates, "ann.lee@exampel.org");
  other = get_score (candidates, "bob.jones@exampel.org");
  g_assert_cmpint (same, >, other);
  g_assert_cmpint (get_score (candidates, "ann.lee@exampel.org"), ==, same);
  g_assert_cmpint (get_score (candidates, "bob.jones@exampel.org"), ==, other);
}

/* A message to many is told of each of them what a message to each alone is told, where none of
 * them is where another one was meant to be. */
static void
test_together_as_alone (void)
{
  g_autoptr (HeedKnownDomains) known = make_known ();
  g_autoptr (HeedPolicy) policy = make_policy ();
  g_autoptr (HeedMessage) together = make_message (recipients, G_N_ELEMENTS (recipients));
  g_autoptr (HeedReview) review = heed_reviewer_review (together, policy, known);
  guint n_findings = 0;

  for (guint i = 0; i < G_N_ELEMENTS (recipients); i++)
    {
      g_autoptr (HeedMessage) alone = make_message (recipients + i, 1);
      g_autoptr (HeedReview) own = heed_reviewer_review (alone, policy, known);
      HeedFinding *expected = heed_review_get_finding_for (own, 0);
      HeedFinding *got = heed_review_get_finding_for (review, i);

      g_test_message ("%s", recipients[i]);
      g_assert_cmpint (got != NULL, ==, expected != NULL);
      if (got == NULL)
        continue;
      n_findings++;
      g_assert_cmpint (heed_finding_get_kind (got), ==, heed_finding_get_kind (expected));
      g_assert_cmpint (heed_finding_get_severity (got), ==, heed_finding_get_severity (expected));
      g_assert_cmpstr (heed_finding_get_text (got), ==, heed_finding_get_text (expected));
    }
  g_assert_cmpuint (n_findings, ==, 6);
}

static HeedCandidates *
find (const char *typed, const char *guarded, const char *colleague)
{
  const char *const texts[] = { "ann@kernel.org" };
  g_autoptr (HeedKnownDomains) known = make_known ();
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedMessage) message = make_message (texts, 1);
  g_autoptr (HeedDomain) domain = heed_domain_new (typed, NULL);
  g_autoptr (HeedDomainSet) company = heed_domain_set_new ();
  g_autoptr (GPtrArray) patterns =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_domain_pattern_unref);
  g_autoptr (HeedPolicy) policy = NULL;
  HeedSearchBudget budget;

  if (guarded != NULL)
    g_ptr_array_add (patterns, heed_domain_pattern_new (guarded, NULL));
  heed_policy_builder_set_protected_domains (builder, patterns, NULL);
  policy = heed_policy_builder_end (builder);
  if (colleague != NULL)
    {
      g_autoptr (HeedDomain) there = heed_domain_new (colleague, NULL);

      heed_domain_set_add (company, there);
    }
  heed_search_budget_init (&budget, 1);
  return heed_candidates_new (message, domain, policy, known, company, &budget);
}

/* Where what may have been meant comes from. */
static void
test_sources (void)
{
  static const struct
  {
    const char *typed;
    const char *guarded;   /* (nullable) */
    const char *colleague; /* (nullable) */
    const char *expected;  /* (nullable) */
    HeedEvidence evidence;
    gboolean is_guarded;
  } cases[] = {
    { "exampel.org", NULL, NULL, "example.org", HEED_EVIDENCE_KNOWN, FALSE },
    { "exampel.org", NULL, "example.org", "example.org", HEED_EVIDENCE_KNOWN, FALSE },
    { "exampel.org", "example.org", NULL, "example.org", HEED_EVIDENCE_PROTECTED, TRUE },
    { "army.ml", "army.mil", NULL, "army.mil", HEED_EVIDENCE_PROTECTED, TRUE },
    { "army.ml", "*.mil", NULL, "army.mil", HEED_EVIDENCE_PROTECTED, TRUE },
    { "us.army.ml", "army.mil", NULL, "us.army.mil", HEED_EVIDENCE_PROTECTED, TRUE },
    { "mod.go.jp", "mod.gov.uk", NULL, NULL, HEED_EVIDENCE_NONE, FALSE },
    { "nordwind-bnak.de", NULL, "nordwind-bank.de", "nordwind-bank.de", HEED_EVIDENCE_THREAD,
      FALSE },
    { "gmial.com", NULL, NULL, "gmail.com", HEED_EVIDENCE_PROVIDER, FALSE },
    { "example.org.stranger.net", NULL, NULL, "example.org", HEED_EVIDENCE_KNOWN, FALSE },
    { "stranger.net", NULL, NULL, NULL, HEED_EVIDENCE_NONE, FALSE },
    { "www.example.org", NULL, NULL, NULL, HEED_EVIDENCE_NONE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedCandidates) candidates =
          find (cases[i].typed, cases[i].guarded, cases[i].colleague);
      g_autofree char *text = g_strconcat ("somebody@", cases[i].typed, NULL);
      g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (text, NULL);
      g_autoptr (GPtrArray) chosen = heed_candidates_choose (candidates, mailbox);
      const HeedCandidate *best = chosen->len > 0 ? chosen->pdata[0] : NULL;

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpint (best != NULL, ==, cases[i].expected != NULL);
      if (best == NULL)
        continue;
      g_assert_cmpstr (heed_domain_get_ascii (best->domain), ==, cases[i].expected);
      g_assert_cmpint (best->evidence, ==, cases[i].evidence);
      g_assert_cmpint (best->guarded, ==, cases[i].is_guarded);
    }
}

/* A company of which each is near to most others, and all are known. */
static GPtrArray *
make_series (guint n, HeedDomainSet *company, HeedKnownDomains *known)
{
  GPtrArray *series = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_domain_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("domain%04u.com", i);
      HeedDomain *domain = heed_domain_new (text, NULL);

      heed_domain_set_add (company, domain);
      heed_known_domains_add_domain (known, domain, 1 + i % 2);
      g_ptr_array_add (series, domain);
    }
  return series;
}

/* Searches for each of them; returns how many names were compared. */
static guint
search_series (guint n)
{
  const char *const texts[] = { "ann@kernel.org" };
  g_autoptr (HeedMessage) message = make_message (texts, 1);
  g_autoptr (HeedPolicy) policy = make_policy ();
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();
  g_autoptr (HeedDomainSet) company = heed_domain_set_new ();
  g_autoptr (GPtrArray) series = make_series (n, company, known);
  HeedSearchBudget budget;

  heed_search_budget_init (&budget, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HeedCandidates) candidates =
          heed_candidates_new (message, series->pdata[i], policy, known, company, &budget);

      g_assert_cmpuint (budget.n_left, <=, HEED_LIMIT_COMPARED_TOGETHER);
    }
  return HEED_LIMIT_COMPARED_TOGETHER - budget.n_left;
}

/* However many are near each other, a message's searches compare no more than they may; and of few
 * they compare all, and do not need a tenth of it. */
static void
test_near_each_other (void)
{
  guint few = search_series (100);

  g_assert_cmpuint (few, >, 100 * 99);
  g_assert_cmpuint (few, <, HEED_LIMIT_COMPARED_TOGETHER / 10);
  g_assert_cmpuint (search_series (5000), >, HEED_LIMIT_COMPARED_TOGETHER / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/candidates/by-mailbox", test_by_mailbox);
  g_test_add_func ("/candidates/together-as-alone", test_together_as_alone);
  g_test_add_func ("/candidates/sources", test_sources);
  g_test_add_func ("/candidates/near-each-other", test_near_each_other);
  return g_test_run ();
}
