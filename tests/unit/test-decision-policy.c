/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a policy asks of a person who sends a message anyway. */

#include "config.h"

#include "heed-decision.h"
#include "heed-justification.h"
#include "heed-policy-builder.h"

static const HeedRisk *
get_risk (HeedDecision *decision, guint risk)
{
  return heed_choices_get_risk (heed_decision_get_choices (decision), risk);
}

#define PAINTED (5 * G_TIME_SPAN_SECOND)
#define READ (PAINTED + HEED_DECISION_GUARD)

/* A message to ann@army.ml (danger) and new@example.org (caution); takes the builder's policy. */
static HeedDecision *
begin (HeedPolicyBuilder *policy_builder)
{
  static const char *const expected[] = { "army.mil", NULL };
  static const char *const nothing[] = { NULL };
  g_autoptr (HeedPolicy) policy = heed_policy_builder_end (policy_builder);
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_finding_unref);
  g_autoptr (HeedMessage) message = NULL;
  g_autoptr (HeedReview) review = NULL;
  HeedDecision *decision;

  heed_message_builder_add_recipient (builder, HEED_ROLE_TO, "ann@army.ml", NULL);
  heed_message_builder_add_recipient (builder, HEED_ROLE_TO, "new@example.org", NULL);
  message = heed_message_builder_end (builder);
  g_ptr_array_add (findings,
                   heed_finding_new (HEED_FINDING_SUFFIX_SWAP, HEED_SEVERITY_DANGER, 0, "",
                                     expected, HEED_EVIDENCE_KNOWN, NULL, "Heading", "Text"));
  g_ptr_array_add (findings,
                   heed_finding_new (HEED_FINDING_FIRST_CONTACT, HEED_SEVERITY_CAUTION, 1, "",
                                     nothing, HEED_EVIDENCE_NONE, NULL, "Heading", "Text"));
  review = heed_review_new (message, findings);
  decision = heed_decision_new (review, policy, TRUE);
  heed_decision_set_shown (decision, PAINTED);
  return decision;
}

static void
type_it (HeedDecision *decision)
{
  heed_decision_set_typed (decision, 0, heed_risk_get_required_text (get_risk (decision, 0)));
}

static GPtrArray *
make_reasons (const char *reason)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_local_text_unref);

  if (reason != NULL)
    g_ptr_array_add (reasons, heed_local_text_new (reason));
  return reasons;
}

static void
set_justification (HeedPolicyBuilder *builder, guint from, const char *reason, gboolean may_type)
{
  g_autoptr (GPtrArray) reasons = make_reasons (reason);

  heed_policy_builder_set_justification (builder, from, reasons, may_type);
}

static void
test_tick (void)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedDecision) decision = NULL;

  heed_policy_builder_set_danger_confirmation (builder, HEED_DANGER_CONFIRMATION_TICK);
  decision = begin (builder);
  g_assert_true (heed_risk_needs_tick (get_risk (decision, 0)));
  g_assert_null (heed_risk_get_required_text (get_risk (decision, 0)));
  g_assert_false (heed_risk_needs_tick (get_risk (decision, 1)));
  g_assert_true (heed_risk_is_confirmed (get_risk (decision, 1)));
  g_assert_false (heed_decision_can_send (decision, READ));
  heed_decision_set_ticked (decision, 0, TRUE);
  g_assert_true (heed_decision_can_send (decision, READ));
  heed_decision_set_ticked (decision, 0, FALSE);
  g_assert_false (heed_decision_can_send (decision, READ));
}

/* Where typing is asked for, a tick is nothing. */
static void
test_no_tick_for_typing (void)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedDecision) decision = begin (builder);

  g_assert_false (heed_risk_needs_tick (get_risk (decision, 0)));
  heed_decision_set_ticked (decision, 0, TRUE);
  g_assert_false (heed_decision_can_send (decision, READ));
}

static void
test_justification (void)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedDecision) decision = NULL;
  g_autoptr (HeedVerdict) verdict = NULL;

  set_justification (builder, HEED_SEVERITY_DANGER, "Agreed", TRUE);
  decision = begin (builder);
  g_assert_true (heed_decision_needs_justification (decision));
  type_it (decision);
  g_assert_null (heed_decision_send (decision, READ));
  heed_decision_set_justification (decision, " ... ");
  g_assert_null (heed_decision_send (decision, READ));
  heed_decision_set_justification (decision, " They asked me to ");
  verdict = heed_decision_send (decision, READ);
  g_assert_cmpstr (heed_verdict_get_justification (verdict), ==, "They asked me to");
  heed_decision_set_justification (decision, NULL);
  g_assert_false (heed_decision_can_send (decision, READ));
}

/* What is corrected needs no reason; what stays as it is does. */
static void
test_justification_of_what_remains (void)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedDecision) lenient = NULL;
  g_autoptr (HeedDecision) strict = NULL;
  g_autoptr (HeedVerdict) fixed = NULL;

  set_justification (builder, HEED_SEVERITY_DANGER, NULL, TRUE);
  lenient = begin (builder);
  heed_decision_set_justification (lenient, "for the danger");
  heed_decision_choose (lenient, 0, 0);
  g_assert_false (heed_decision_needs_justification (lenient));
  fixed = heed_decision_fix (lenient, READ);
  g_assert_null (heed_verdict_get_justification (fixed));
  g_clear_pointer (&fixed, heed_verdict_unref);

  set_justification (builder, HEED_SEVERITY_CAUTION, NULL, TRUE);
  strict = begin (builder);
  heed_decision_choose (strict, 0, 0);
  g_assert_true (heed_decision_needs_justification (strict));
  g_assert_null (heed_decision_fix (strict, READ));
  heed_decision_set_justification (strict, "a new partner");
  fixed = heed_decision_fix (strict, READ);
  g_assert_cmpint (heed_verdict_get_reason (fixed), ==, HEED_REASON_CORRECTED);
  g_assert_cmpstr (heed_verdict_get_justification (fixed), ==, "a new partner");
}

static void
test_accepted_reasons (void)
{
  static const struct
  {
    const char *reason;
    gboolean may_type;
    const char *text;
    gboolean accepted;
  } rows[] = {
    { "OK", FALSE, "OK", TRUE }, /* in the list, however short */
    { "OK", FALSE, " OK ", TRUE },
    { "OK", FALSE, "ok then", FALSE },
    { "OK", TRUE, "ok then", TRUE },
    { NULL, FALSE, "my own", TRUE }, /* with no list there must be some way */
    { NULL, TRUE, "", FALSE },
    { NULL, TRUE, NULL, FALSE },
    { NULL, TRUE, "a", FALSE },
    { NULL, TRUE, ". . .", FALSE },
    { NULL, TRUE, "да так", TRUE },
  };
  g_autofree char *endless = g_strnfill (HEED_JUSTIFICATION_CHARACTERS + 1, 'x');
  g_autoptr (HeedPolicy) standard = heed_policy_new_default ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
      g_autoptr (HeedPolicy) policy = NULL;
      g_autofree char *accepted = NULL;

      set_justification (builder, HEED_SEVERITY_DANGER, rows[i].reason, rows[i].may_type);
      policy = heed_policy_builder_end (builder);
      accepted = heed_justification_accept (policy, rows[i].text);
      g_assert_cmpint (accepted != NULL, ==, rows[i].accepted);
    }
  g_assert_null (heed_justification_accept (standard, endless));
}

static void
test_countdown (void)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedDecision) decision = NULL;
  g_autoptr (HeedVerdict) verdict = NULL;

  heed_policy_builder_set_countdown (builder, 5);
  decision = begin (builder);
  g_assert_false (heed_decision_begin_countdown (decision, READ));
  type_it (decision);
  g_assert_true (heed_decision_can_send (decision, READ));
  g_assert_null (heed_decision_send (decision, READ));
  g_assert_false (heed_countdown_is_running (heed_decision_get_countdown (decision)));
  g_assert_true (heed_decision_begin_countdown (decision, READ));
  g_assert_true (heed_countdown_is_running (heed_decision_get_countdown (decision)));
  g_assert_cmpint (heed_countdown_get_time_left (heed_decision_get_countdown (decision), READ), ==,
                   5 * G_TIME_SPAN_SECOND);
  g_assert_null (heed_decision_send (decision, READ + 5 * G_TIME_SPAN_SECOND - 1));
  verdict = heed_decision_send (decision, READ + 5 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (heed_verdict_get_reason (verdict), ==, HEED_REASON_CONFIRMED);
}

static void
test_countdown_ends (void)
{
  const gint64 late = READ + G_TIME_SPAN_MINUTE;
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedDecision) decision = NULL;

  heed_policy_builder_set_countdown (builder, 5);
  decision = begin (builder);
  type_it (decision);
  g_assert_true (heed_decision_begin_countdown (decision, READ));
  heed_decision_end_countdown (decision);
  g_assert_null (heed_decision_send (decision, late));
  g_assert_true (heed_decision_begin_countdown (decision, READ));
  heed_decision_choose (decision, 0, 0);
  heed_decision_undo (decision, 0);
  g_assert_true (heed_decision_can_send (decision, late));
  g_assert_null (heed_decision_send (decision, late));
}

static void
test_no_countdown (void)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedDecision) decision = begin (builder);
  g_autoptr (HeedVerdict) verdict = NULL;

  type_it (decision);
  g_assert_false (heed_decision_begin_countdown (decision, READ));
  verdict = heed_decision_send (decision, READ);
  g_assert_nonnull (verdict);
}

/* A correction of the recipient does not make an attachment right. */
static void
test_whole_message_stays (void)
{
  static const char *const expected[] = { "army.mil", NULL };
  g_autoptr (HeedPolicyBuilder) policy_builder = heed_policy_builder_new ();
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_finding_unref);
  g_autoptr (HeedPolicy) policy = NULL;
  g_autoptr (HeedMessage) message = NULL;
  g_autoptr (HeedReview) review = NULL;
  g_autoptr (HeedDecision) decision = NULL;

  heed_policy_builder_set_may_override (policy_builder, HEED_SEVERITY_DANGER, FALSE);
  policy = heed_policy_builder_end (policy_builder);
  heed_message_builder_add_recipient (builder, HEED_ROLE_TO, "ann@army.ml", NULL);
  message = heed_message_builder_end (builder);
  g_ptr_array_add (findings,
                   heed_finding_new (HEED_FINDING_SUFFIX_SWAP, HEED_SEVERITY_DANGER, 0, "",
                                     expected, HEED_EVIDENCE_KNOWN, NULL, "Heading", "Text"));
  g_ptr_array_add (findings, heed_finding_new (HEED_FINDING_CONTENT, HEED_SEVERITY_DANGER,
                                               HEED_FINDING_WHOLE_MESSAGE, "", NULL,
                                               HEED_EVIDENCE_NONE, NULL, "Heading", "Text"));
  review = heed_review_new (message, findings);
  decision = heed_decision_new (review, policy, TRUE);
  heed_decision_set_shown (decision, PAINTED);
  g_assert_true (heed_choices_is_blocked (heed_decision_get_choices (decision)));
  heed_decision_choose (decision, 0, 0);
  g_assert_null (heed_decision_fix (decision, READ));
}

static void
test_messages (void)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (GPtrArray) domains =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_domain_pattern_unref);
  g_autoptr (GPtrArray) texts = make_reasons ("Call the duty officer.");
  g_autoptr (HeedDecision) decision = NULL;
  g_autoptr (GPtrArray) messages = NULL;

  g_ptr_array_add (domains, heed_domain_pattern_new ("*.mil", NULL));
  heed_policy_builder_set_protected_domains (builder, domains, texts);
  decision = begin (builder);
  messages = heed_choices_list_messages (heed_decision_get_choices (decision));
  g_assert_cmpuint (messages->len, ==, 1);
  g_assert_cmpstr (messages->pdata[0], ==, "Call the duty officer.");
}

static void
test_trust_is_a_knowing_act (void)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedDecision) decision = begin (builder);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) trusts = NULL;
  g_autoptr (GPtrArray) corrected = NULL;
  g_autoptr (GPtrArray) undone = NULL;

  /* Not before the dangerous recipient was acted on, and not without a reason. */
  g_assert_false (heed_decision_can_trust (decision, 0));
  g_assert_false (heed_decision_trust (decision, 0, "Our partner in Bamako"));
  type_it (decision);
  g_assert_true (heed_decision_can_trust (decision, 0));
  g_assert_false (heed_decision_trust (decision, 0, ""));
  g_assert_false (heed_decision_trust (decision, 0, " .. "));
  none = heed_decision_list_trusts (decision);
  g_assert_cmpuint (none->len, ==, 0);

  g_assert_true (heed_decision_trust (decision, 0, "Our partner in Bamako"));
  trusts = heed_decision_list_trusts (decision);
  g_assert_cmpuint (trusts->len, ==, 1);
  g_assert_cmpstr (heed_trust_get_subject (trusts->pdata[0]), ==, "army.ml");
  g_assert_cmpstr (heed_trust_get_reason (trusts->pdata[0]), ==, "Our partner in Bamako");

  /* What does not go there says nothing about it. */
  heed_decision_choose (decision, 0, 0);
  corrected = heed_decision_list_trusts (decision);
  g_assert_cmpuint (corrected->len, ==, 0);
  heed_decision_undo (decision, 0);
  heed_decision_distrust (decision, 0);
  undone = heed_decision_list_trusts (decision);
  g_assert_cmpuint (undone->len, ==, 0);
}

static void
test_trust_is_up_to_the_policy (void)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedDecision) decision = NULL;

  heed_policy_builder_set_may_trust (builder, FALSE);
  decision = begin (builder);
  type_it (decision);
  g_assert_false (heed_decision_can_trust (decision, 0));
  g_assert_false (heed_decision_trust (decision, 0, "Our partner in Bamako"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decision-policy/tick", test_tick);
  g_test_add_func ("/decision-policy/no-tick-for-typing", test_no_tick_for_typing);
  g_test_add_func ("/decision-policy/justification", test_justification);
  g_test_add_func ("/decision-policy/justification/remains", test_justification_of_what_remains);
  g_test_add_func ("/decision-policy/justification/accepted", test_accepted_reasons);
  g_test_add_func ("/decision-policy/countdown", test_countdown);
  g_test_add_func ("/decision-policy/countdown/ends", test_countdown_ends);
  g_test_add_func ("/decision-policy/whole-message-stays", test_whole_message_stays);
  g_test_add_func ("/decision-policy/messages", test_messages);
  g_test_add_func ("/decision-policy/countdown/none", test_no_countdown);
  g_test_add_func ("/decision-policy/trust-is-a-knowing-act", test_trust_is_a_knowing_act);
  g_test_add_func ("/decision-policy/trust-is-up-to-the-policy", test_trust_is_up_to_the_policy);
  return g_test_run ();
}
