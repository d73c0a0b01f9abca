/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the parts of a review come together; what each finds is tested with it. */

#include "heed-policy-builder.h"
#include "heed-reviewer.h"

#include <string.h>

static HeedKnownDomains *
make_known (void)
{
  HeedKnownDomains *known = heed_known_domains_new ();
  g_autoptr (HeedMailbox) ann = heed_mailbox_new ("ann@army.mil", NULL);
  g_autoptr (HeedMailbox) once = heed_mailbox_new ("ann@linaro.com", NULL);
  g_autoptr (HeedDomain) often = heed_domain_new ("linaro.org", NULL);

  heed_known_domains_add_mailbox (known, ann, 200);
  heed_known_domains_add_mailbox (known, once, 1);
  heed_known_domains_add_domain (known, often, 150);
  return known;
}

static HeedMessage *
make_message (const char *sender, const char *const *recipients)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();

  for (guint i = 0; recipients[i] != NULL; i++)
    g_assert_true (heed_message_builder_add_recipient (builder, HEED_ROLE_TO, recipients[i], NULL));
  if (sender != NULL)
    {
      g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (sender, NULL);

      heed_message_builder_set_sender (builder, mailbox);
    }
  return heed_message_builder_end (builder);
}

static HeedReview *
review (HeedPolicyBuilder *builder, const char *sender, const char *const *recipients)
{
  g_autoptr (HeedKnownDomains) known = make_known ();
  g_autoptr (HeedPolicy) policy = heed_policy_builder_end (builder);
  g_autoptr (HeedMessage) message = make_message (sender, recipients);

  return heed_reviewer_review (message, policy, known);
}

static const HeedFinding *
get_only (const HeedReview *found)
{
  GPtrArray *findings = heed_review_get_findings (found);

  g_assert_cmpuint (findings->len, ==, 1);
  return findings->pdata[0];
}

static GPtrArray *
make_patterns (const char *text)
{
  GPtrArray *patterns = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_domain_pattern_unref);

  g_ptr_array_add (patterns, heed_domain_pattern_new (text, NULL));
  return patterns;
}

static void
test_one_finding_for_each (void)
{
  static const char *const recipients[] = { "ann@army.mil", "bob@army.ml", "cyd@army.ml",
                                            "dan@example.net", NULL };
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedReview) found = review (builder, NULL, recipients);
  GPtrArray *findings = heed_review_get_findings (found);
  guint n_by_recipient[4] = { 0 };

  for (guint i = 0; i < findings->len; i++)
    n_by_recipient[heed_finding_get_recipient (findings->pdata[i])]++;
  g_assert_cmpuint (n_by_recipient[0], ==, 0);
  g_assert_cmpuint (n_by_recipient[1], ==, 1);
  g_assert_cmpuint (n_by_recipient[2], ==, 1);
  g_assert_cmpuint (n_by_recipient[3], ==, 1);
  g_assert_cmpint (heed_review_get_severity (found), ==, HEED_SEVERITY_CAUTION);
}

static void
test_what_it_says (void)
{
  static const char *const recipients[] = { "bob@army.ml", NULL };
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedReview) found = review (builder, NULL, recipients);
  const HeedFinding *finding = get_only (found);

  g_assert_cmpint (heed_finding_get_kind (finding), ==, HEED_FINDING_SUFFIX_SWAP);
  g_assert_cmpint (heed_finding_get_evidence (finding), ==, HEED_EVIDENCE_KNOWN);
  g_assert_cmpstr (heed_finding_get_domain (finding), ==, "army.ml");
  g_assert_cmpstr (heed_finding_get_expected (finding)[0], ==, "army.mil");
  g_assert_cmpuint (heed_finding_get_edits (finding)->len, ==, 1);
  g_assert_nonnull (strstr (heed_finding_get_text (finding), "200"));
}

/* Nobody wrote to us.army.mil, so it is not said. */
static void
test_what_it_says_of_a_host (void)
{
  static const char *const recipients[] = { "bob@us.army.ml", NULL };
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedReview) found = review (builder, NULL, recipients);
  const HeedFinding *finding = get_only (found);

  g_assert_cmpstr (heed_finding_get_expected (finding)[0], ==, "us.army.mil");
  g_assert_true (g_str_has_prefix (heed_finding_get_text (finding),
                                   "You wrote to army.mil 200 times and never to us.army.ml."));
}

/* The policy's severity takes the place of the computed one, and a kind that is off is no finding.
 */
static void
test_policy_severity (void)
{
  static const char *const recipients[] = { "bob@army.ml", NULL };
  g_autoptr (HeedPolicyBuilder) louder = heed_policy_builder_new ();
  g_autoptr (HeedPolicyBuilder) off = heed_policy_builder_new ();
  g_autoptr (HeedReview) found = NULL;
  g_autoptr (HeedReview) none = NULL;

  heed_policy_builder_set_kind_severity (louder, HEED_FINDING_SUFFIX_SWAP, HEED_SEVERITY_BLOCKED);
  found = review (louder, NULL, recipients);
  g_assert_cmpint (heed_finding_get_severity (get_only (found)), ==, HEED_SEVERITY_BLOCKED);
  heed_policy_builder_set_kind_enabled (off, HEED_FINDING_SUFFIX_SWAP, FALSE);
  none = review (off, NULL, recipients);
  g_assert_cmpuint (heed_review_get_findings (none)->len, ==, 0);
}

static void
test_right (void)
{
  static const char *const own[] = { "boss@army.ml", NULL };
  static const char *const listed[] = { "bob@army.ml", NULL };
  g_autoptr (HeedPolicyBuilder) plain = heed_policy_builder_new ();
  g_autoptr (HeedPolicyBuilder) trusting = heed_policy_builder_new ();
  g_autoptr (GPtrArray) patterns = make_patterns ("army.ml");
  g_autoptr (HeedReview) sender = review (plain, "me@army.ml", own);
  g_autoptr (HeedReview) trusted = NULL;

  heed_policy_builder_set_trusted_domains (trusting, patterns);
  trusted = review (trusting, NULL, listed);
  g_assert_cmpuint (heed_review_get_findings (sender)->len, ==, 0);
  g_assert_cmpuint (heed_review_get_findings (trusted)->len, ==, 0);
}

/* Known is a matter of proportion. */
static void
test_written_once (void)
{
  static const char *const recipients[] = { "ann@linaro.com", NULL };
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedReview) found = review (builder, NULL, recipients);

  g_assert_cmpint (heed_review_get_severity (found), >=, HEED_SEVERITY_CAUTION);
  g_assert_cmpstr (heed_finding_get_expected (get_only (found))[0], ==, "linaro.org");
}

/* What cannot be seen is said, however much of it there is. */
static void
test_noise (void)
{
  g_autofree char *long_noise = g_strnfill (2000, '.');
  g_autofree char *noisy = g_strconcat ("ann@army", long_noise, "mil", NULL);
  const char *const few[] = { "ann@army..mil", NULL };
  const char *const many[] = { noisy, NULL };
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedPolicyBuilder) again = heed_policy_builder_new ();
  g_autoptr (HeedReview) found = review (builder, NULL, few);
  g_autoptr (HeedReview) found_many = review (again, NULL, many);

  g_assert_cmpint (heed_finding_get_kind (get_only (found)), ==, HEED_FINDING_EXTRA_DOT);
  g_assert_cmpstr (heed_finding_get_domain (get_only (found)), ==, "army..mil");
  g_assert_cmpuint (heed_finding_get_edits (get_only (found))->len, ==, 1);
  g_assert_cmpint (heed_finding_get_kind (get_only (found_many)), ==, HEED_FINDING_EXTRA_DOT);
  g_assert_cmpstr (heed_finding_get_domain (get_only (found_many)), ==, "army.mil");
}

static void
test_company (void)
{
  static const char *const both[] = { "eva@nordwind-logistik.de", "uwe@nordwind-logistk.de", NULL };
  static const char *const alone[] = { "uwe@nordwind-logistk.de", NULL };
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedPolicyBuilder) again = heed_policy_builder_new ();
  g_autoptr (HeedReview) found = review (builder, NULL, both);
  g_autoptr (HeedReview) found_alone = review (again, NULL, alone);

  g_assert_cmpint (heed_review_get_severity (found), ==, HEED_SEVERITY_DANGER);
  g_assert_cmpint (heed_review_get_severity (found_alone), ==, HEED_SEVERITY_NOTICE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reviewer/one-finding-for-each", test_one_finding_for_each);
  g_test_add_func ("/reviewer/what-it-says", test_what_it_says);
  g_test_add_func ("/reviewer/what-it-says-of-a-host", test_what_it_says_of_a_host);
  g_test_add_func ("/reviewer/policy-severity", test_policy_severity);
  g_test_add_func ("/reviewer/right", test_right);
  g_test_add_func ("/reviewer/written-once", test_written_once);
  g_test_add_func ("/reviewer/noise", test_noise);
  g_test_add_func ("/reviewer/company", test_company);
  return g_test_run ();
}
