/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "heed-decision.h"
#include "heed-policy-builder.h"

/* Any time at which the window is painted, and the first at which it can have been read. */
#define PAINTED (5 * G_TIME_SPAN_SECOND)
#define READ (PAINTED + HEED_DECISION_GUARD)

typedef struct
{
  HeedSeverity severity;
  const char *mailbox;
  const char *expected[3];
} Row;

static void
add_finding (GPtrArray *findings, const Row *row, guint recipient)
{
  if (row->severity == HEED_SEVERITY_CLEAR)
    return;
  g_ptr_array_add (findings,
                   heed_finding_new (HEED_FINDING_SUFFIX_SWAP, row->severity, recipient, "",
                                     row->expected, HEED_EVIDENCE_KNOWN, NULL, "Heading", "Text"));
}

static HeedDecision *
create_decision_under (HeedPolicy *policy, const Row *rows, gsize n_rows, gboolean can_correct)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_finding_unref);
  g_autoptr (HeedMessage) message = NULL;
  g_autoptr (HeedReview) review = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < n_rows; i++)
    {
      heed_message_builder_add_recipient (builder, HEED_ROLE_TO, rows[i].mailbox, &error);
      g_assert_no_error (error);
      add_finding (findings, &rows[i], i);
    }
  heed_message_builder_set_subject (builder, "Plans");
  message = heed_message_builder_end (builder);
  review = heed_review_new (message, findings);
  return heed_decision_new (review, policy, can_correct);
}

static HeedDecision *
create_decision (const Row *rows, gsize n_rows, gboolean can_correct)
{
  g_autoptr (HeedPolicy) policy = heed_policy_new_default ();

  return create_decision_under (policy, rows, n_rows, can_correct);
}

#define DANGER                                                                                     \
  {                                                                                                \
    HEED_SEVERITY_DANGER, "Ann <ann@army.ml>",                                                     \
    {                                                                                              \
      "army.mil", "army.nl"                                                                        \
    }                                                                                              \
  }
#define OTHER_DANGER                                                                               \
  {                                                                                                \
    HEED_SEVERITY_DANGER, "bob@gmai.com",                                                          \
    {                                                                                              \
      "gmail.com"                                                                                  \
    }                                                                                              \
  }
#define CAUTION                                                                                    \
  {                                                                                                \
    HEED_SEVERITY_CAUTION, "new@example.org",                                                      \
    {                                                                                              \
      NULL                                                                                         \
    }                                                                                              \
  }
#define CLEAR                                                                                      \
  {                                                                                                \
    HEED_SEVERITY_CLEAR, "eve@army.mil",                                                           \
    {                                                                                              \
      NULL                                                                                         \
    }                                                                                              \
  }
#define BLOCKED                                                                                    \
  {                                                                                                \
    HEED_SEVERITY_BLOCKED, "ann@army.ml",                                                          \
    {                                                                                              \
      "army.mil"                                                                                   \
    }                                                                                              \
  }

static const HeedRisk *
get_risk (HeedDecision *decision, guint risk)
{
  return heed_choices_get_risk (heed_decision_get_choices (decision), risk);
}

static HeedReason
take_reason (HeedVerdict *verdict)
{
  HeedReason reason = heed_verdict_get_reason (verdict);

  heed_verdict_unref (verdict);
  return reason;
}

static void
test_sorts_out (void)
{
  static const Row rows[] = { CLEAR, CAUTION, DANGER };
  g_autoptr (HeedDecision) decision = create_decision (rows, 3, TRUE);
  HeedRecipient *first = heed_risk_get_recipient (get_risk (decision, 0));

  g_assert_cmpuint (heed_choices_get_n_risks (heed_decision_get_choices (decision)), ==, 2);
  g_assert_cmpstr (heed_mailbox_get_address (heed_recipient_get_mailbox (first)), ==,
                   "ann@army.ml");
  g_assert_cmpuint (heed_choices_get_others (heed_decision_get_choices (decision))->len, ==, 1);
  g_assert_cmpstr (heed_risk_get_required_text (get_risk (decision, 0)), ==, ".ml");
  g_assert_null (heed_risk_get_required_text (get_risk (decision, 1)));
  g_assert_cmpuint (heed_risk_get_proposals (get_risk (decision, 0))->len, ==, 2);
}

static void
test_danger_needs_the_act (void)
{
  static const Row rows[] = { DANGER, OTHER_DANGER };
  g_autoptr (HeedDecision) decision = create_decision (rows, 2, TRUE);

  heed_decision_set_shown (decision, PAINTED);
  g_assert_null (heed_decision_send (decision, READ));
  heed_decision_set_typed (decision, 0, ".ml");
  g_assert_null (heed_decision_send (decision, READ));
  heed_decision_set_typed (decision, 1, "gmai");
  g_assert_true (heed_decision_can_send (decision, READ));
  g_assert_cmpint (take_reason (heed_decision_send (decision, READ)), ==, HEED_REASON_CONFIRMED);
  heed_decision_set_typed (decision, 1, "gmail");
  g_assert_null (heed_decision_send (decision, READ));
}

static void
test_guard (void)
{
  static const Row rows[] = { CAUTION };
  g_autoptr (HeedDecision) decision = create_decision (rows, 1, TRUE);

  /* Not painted yet, however late it is. */
  g_assert_null (heed_decision_send (decision, G_MAXINT64));
  heed_decision_set_shown (decision, PAINTED);
  g_assert_null (heed_decision_send (decision, PAINTED));
  g_assert_null (heed_decision_send (decision, READ - 1));
  /* Being painted again is not being painted first. */
  heed_decision_set_shown (decision, READ);
  g_assert_cmpint (take_reason (heed_decision_send (decision, READ)), ==, HEED_REASON_CONFIRMED);
}

static void
test_guard_holds_for_the_fix (void)
{
  static const Row rows[] = { DANGER };
  g_autoptr (HeedDecision) decision = create_decision (rows, 1, TRUE);

  heed_decision_set_shown (decision, PAINTED);
  heed_decision_choose (decision, 0, 0);
  g_assert_null (heed_decision_fix (decision, READ - 1));
  g_assert_true (heed_decision_can_fix (decision, READ));
}

static void
test_decline_is_always_possible (void)
{
  static const Row rows[] = { DANGER };
  g_autoptr (HeedDecision) decision = create_decision (rows, 1, TRUE);

  g_assert_cmpint (take_reason (heed_decision_decline (decision)), ==, HEED_REASON_DECLINED);
}

static void
test_blocked (void)
{
  static const Row rows[] = { BLOCKED };
  g_autoptr (HeedDecision) decision = create_decision (rows, 1, TRUE);

  heed_decision_set_shown (decision, PAINTED);
  heed_decision_set_typed (decision, 0, ".ml");
  heed_decision_choose (decision, 0, 0);
  g_assert_null (heed_risk_get_correction (get_risk (decision, 0)));
  g_assert_null (heed_decision_send (decision, READ));
  g_assert_null (heed_decision_fix (decision, READ));
  g_assert_cmpint (take_reason (heed_decision_decline (decision)), ==, HEED_REASON_BLOCKED);
}

static void
test_fix (void)
{
  static const Row rows[] = { CLEAR, DANGER, OTHER_DANGER };
  g_autoptr (HeedDecision) decision = create_decision (rows, 3, TRUE);
  g_autoptr (HeedVerdict) verdict = NULL;
  HeedMessage *message;
  GPtrArray *recipients;

  heed_decision_set_shown (decision, PAINTED);
  heed_decision_choose (decision, 0, 1);
  /* The other dangerous one was not acted on yet. */
  g_assert_null (heed_decision_fix (decision, READ));
  heed_decision_set_typed (decision, 1, "gmai");
  /* What was corrected does not go as it was. */
  g_assert_null (heed_decision_send (decision, READ));
  verdict = heed_decision_fix (decision, READ);
  g_assert_cmpint (heed_verdict_get_reason (verdict), ==, HEED_REASON_CORRECTED);

  message = heed_verdict_get_message (verdict);
  recipients = heed_message_get_recipients (message);
  g_assert_cmpuint (recipients->len, ==, 3);
  g_assert_cmpstr (heed_mailbox_get_address (heed_recipient_get_mailbox (recipients->pdata[1])), ==,
                   "ann@army.nl");
  g_assert_cmpstr (heed_mailbox_get_name (heed_recipient_get_mailbox (recipients->pdata[1])), ==,
                   "Ann");
  g_assert_cmpstr (heed_message_get_subject (message), ==, "Plans");
}

static void
test_undo (void)
{
  static const Row rows[] = { DANGER };
  g_autoptr (HeedDecision) decision = create_decision (rows, 1, TRUE);

  heed_decision_set_shown (decision, PAINTED);
  heed_decision_choose (decision, 0, 0);
  g_assert_true (heed_choices_has_correction (heed_decision_get_choices (decision)));
  heed_decision_undo (decision, 0);
  g_assert_false (heed_choices_has_correction (heed_decision_get_choices (decision)));
  g_assert_null (heed_decision_fix (decision, READ));
  g_assert_null (heed_decision_send (decision, READ));
}

static void
test_fix_to_a_recipient_that_is_there (void)
{
  static const Row rows[] = { DANGER, { HEED_SEVERITY_CLEAR, "ann@army.mil", { NULL } } };
  g_autoptr (HeedDecision) decision = create_decision (rows, 2, TRUE);
  g_autoptr (HeedVerdict) verdict = NULL;

  heed_decision_set_shown (decision, PAINTED);
  heed_decision_choose (decision, 0, 0);
  verdict = heed_decision_fix (decision, READ);
  g_assert_cmpuint (heed_message_get_recipients (heed_verdict_get_message (verdict))->len, ==, 1);
}

static void
test_shim_that_cannot_correct (void)
{
  static const Row rows[] = { DANGER };
  g_autoptr (HeedDecision) decision = create_decision (rows, 1, FALSE);

  heed_decision_set_shown (decision, PAINTED);
  heed_decision_choose (decision, 0, 0);
  g_assert_false (heed_choices_has_correction (heed_decision_get_choices (decision)));
  g_assert_null (heed_decision_fix (decision, READ));
  g_assert_null (heed_decision_send (decision, READ));
}

static void
count_cb (guint *n_changes)
{
  (*n_changes)++;
}

static void
test_tells_of_changes (void)
{
  static const Row rows[] = { DANGER };
  g_autoptr (HeedDecision) decision = create_decision (rows, 1, TRUE);
  guint n_changes = 0;

  g_signal_connect_swapped (decision, "changed", G_CALLBACK (count_cb), &n_changes);
  heed_decision_set_typed (decision, 0, ".");
  heed_decision_choose (decision, 0, 0);
  heed_decision_undo (decision, 0);
  g_assert_cmpuint (n_changes, ==, 3);
}

/* The policy lets nobody send what is dangerous as it is. */
static void
test_no_override (void)
{
  static const Row rows[] = { DANGER };
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedPolicy) policy = NULL;
  g_autoptr (HeedDecision) fixable = NULL;
  g_autoptr (HeedDecision) stuck = NULL;
  g_autoptr (HeedVerdict) fixed = NULL;
  g_autoptr (HeedVerdict) kept = NULL;

  heed_policy_builder_set_may_override (builder, HEED_SEVERITY_DANGER, FALSE);
  policy = heed_policy_builder_end (builder);
  fixable = create_decision_under (policy, rows, G_N_ELEMENTS (rows), TRUE);
  heed_decision_set_shown (fixable, PAINTED);
  heed_decision_set_typed (fixable, 0, heed_risk_get_required_text (get_risk (fixable, 0)));
  g_assert_true (heed_risk_is_confirmed (get_risk (fixable, 0)));
  g_assert_false (heed_choices_is_blocked (heed_decision_get_choices (fixable)));
  g_assert_false (heed_decision_can_send (fixable, READ));
  g_assert_null (heed_decision_send (fixable, READ));
  heed_decision_choose (fixable, 0, 0);
  fixed = heed_decision_fix (fixable, READ);
  g_assert_nonnull (fixed);

  stuck = create_decision_under (policy, rows, G_N_ELEMENTS (rows), FALSE);
  heed_decision_set_shown (stuck, PAINTED);
  g_assert_true (heed_choices_is_blocked (heed_decision_get_choices (stuck)));
  g_assert_false (heed_decision_can_send (stuck, READ));
  kept = heed_decision_decline (stuck);
  g_assert_cmpint (heed_verdict_get_reason (kept), ==, HEED_REASON_BLOCKED);
}

static void
test_remove (void)
{
  static const Row rows[] = { DANGER, CLEAR };
  g_autoptr (HeedDecision) decision = create_decision (rows, 2, TRUE);
  g_autoptr (HeedVerdict) verdict = NULL;
  GPtrArray *recipients;

  heed_decision_set_shown (decision, PAINTED);
  heed_decision_remove (decision, 0);
  g_assert_true (heed_risk_is_removed (get_risk (decision, 0)));
  g_assert_null (heed_risk_get_correction (get_risk (decision, 0)));
  g_assert_null (heed_decision_send (decision, READ));
  verdict = heed_decision_fix (decision, READ);
  recipients = heed_message_get_recipients (heed_verdict_get_message (verdict));
  g_assert_cmpuint (recipients->len, ==, 1);
  g_assert_cmpstr (heed_mailbox_get_address (heed_recipient_get_mailbox (recipients->pdata[0])), ==,
                   "eve@army.mil");
  heed_decision_undo (decision, 0);
  g_assert_null (heed_decision_fix (decision, READ));
}

/* A message to nobody is none. */
static void
test_somebody_stays (void)
{
  static const Row rows[] = { DANGER, OTHER_DANGER };
  g_autoptr (HeedDecision) single = create_decision (rows, 1, TRUE);
  g_autoptr (HeedDecision) both = create_decision (rows, 2, TRUE);

  g_assert_false (heed_choices_can_remove (heed_decision_get_choices (single)));
  heed_decision_remove (single, 0);
  g_assert_false (heed_risk_is_changed (get_risk (single, 0)));
  heed_decision_set_shown (both, PAINTED);
  heed_decision_remove (both, 0);
  g_assert_false (heed_decision_can_fix (both, READ));
  heed_decision_remove (both, 1);
  g_assert_false (heed_decision_can_fix (both, READ));
  g_assert_null (heed_decision_fix (both, READ));
  heed_decision_undo (both, 1);
  heed_decision_choose (both, 1, 0);
  g_assert_true (heed_decision_can_fix (both, READ));
}

/* Two strangers in To and one friend, of whom the strangers would see each other. */
static HeedDecision *
create_exposing_decision (HeedPolicy *policy, gboolean can_correct)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_finding_unref);
  g_autoptr (GArray) strangers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (HeedMessage) message = NULL;
  g_autoptr (HeedReview) review = NULL;
  HeedFinding *finding =
      heed_finding_new (HEED_FINDING_MANY_EXPOSED, HEED_SEVERITY_CAUTION,
                        HEED_FINDING_WHOLE_MESSAGE, NULL, NULL, HEED_EVIDENCE_NONE, NULL, "H", "T");

  g_array_append_vals (strangers, ((guint[]){ 0, 2 }), 2);
  heed_finding_set_concerned (finding, g_steal_pointer (&strangers));
  g_ptr_array_add (findings, finding);
  heed_message_builder_add_recipient (builder, HEED_ROLE_TO, "a@one.example", NULL);
  heed_message_builder_add_recipient (builder, HEED_ROLE_TO, "friend@army.mil", NULL);
  heed_message_builder_add_recipient (builder, HEED_ROLE_CC, "b@two.example", NULL);
  message = heed_message_builder_end (builder);
  review = heed_review_new (message, findings);
  return heed_decision_new (review, policy, can_correct);
}

static void
test_strangers_are_hidden (void)
{
  static const HeedRole roles[] = { HEED_ROLE_BCC, HEED_ROLE_TO, HEED_ROLE_BCC };
  g_autoptr (HeedPolicy) policy = heed_policy_new_default ();
  g_autoptr (HeedDecision) decision = create_exposing_decision (policy, TRUE);
  g_autoptr (HeedVerdict) verdict = NULL;
  GPtrArray *recipients;

  heed_decision_set_shown (decision, PAINTED);
  g_assert_cmpuint (heed_choices_get_n_exposed (heed_decision_get_choices (decision)), ==, 2);
  heed_decision_set_hides_exposed (decision, TRUE);
  g_assert_null (heed_decision_send (decision, READ));
  verdict = heed_decision_fix (decision, READ);
  recipients = heed_message_get_recipients (heed_verdict_get_message (verdict));
  g_assert_cmpuint (recipients->len, ==, G_N_ELEMENTS (roles));
  for (guint i = 0; i < recipients->len; i++)
    g_assert_cmpint (heed_recipient_get_role (recipients->pdata[i]), ==, roles[i]);
  heed_decision_set_hides_exposed (decision, FALSE);
  g_assert_true (heed_decision_can_send (decision, READ));
}

static void
test_strangers_stay_without_correction (void)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedPolicy) lenient = heed_policy_new_default ();
  g_autoptr (HeedPolicy) strict = NULL;
  g_autoptr (HeedDecision) decision = create_exposing_decision (lenient, FALSE);
  g_autoptr (HeedDecision) stuck = NULL;
  g_autoptr (HeedDecision) fixable = NULL;

  heed_decision_set_hides_exposed (decision, TRUE);
  g_assert_false (heed_choices_has_correction (heed_decision_get_choices (decision)));

  heed_policy_builder_set_may_override (builder, HEED_SEVERITY_CAUTION, FALSE);
  strict = heed_policy_builder_end (builder);
  stuck = create_exposing_decision (strict, FALSE);
  g_assert_true (heed_choices_is_blocked (heed_decision_get_choices (stuck)));
  fixable = create_exposing_decision (strict, TRUE);
  heed_decision_set_shown (fixable, PAINTED);
  g_assert_false (heed_choices_is_blocked (heed_decision_get_choices (fixable)));
  g_assert_false (heed_decision_can_send (fixable, READ));
  heed_decision_set_hides_exposed (fixable, TRUE);
  g_assert_true (heed_decision_can_fix (fixable, READ));
}

/* A window that comes to the front again may come under hands that type for another one. */
static void
test_guard_begins_anew (void)
{
  static const Row rows[] = { CAUTION };
  g_autoptr (HeedDecision) decision = create_decision (rows, 1, TRUE);

  heed_decision_set_presented (decision, PAINTED);
  g_assert_false (heed_decision_is_readable (decision, G_MAXINT64));
  heed_decision_set_shown (decision, PAINTED);
  g_assert_true (heed_decision_can_send (decision, READ));
  heed_decision_set_presented (decision, READ);
  g_assert_false (heed_decision_can_send (decision, READ));
  g_assert_null (heed_decision_send (decision, READ + HEED_DECISION_GUARD - 1));
  g_assert_true (heed_decision_can_send (decision, READ + HEED_DECISION_GUARD));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decision/sorts-out", test_sorts_out);
  g_test_add_func ("/decision/danger-needs-the-act", test_danger_needs_the_act);
  g_test_add_func ("/decision/guard", test_guard);
  g_test_add_func ("/decision/guard-holds-for-the-fix", test_guard_holds_for_the_fix);
  g_test_add_func ("/decision/decline-is-always-possible", test_decline_is_always_possible);
  g_test_add_func ("/decision/blocked", test_blocked);
  g_test_add_func ("/decision/fix", test_fix);
  g_test_add_func ("/decision/undo", test_undo);
  g_test_add_func ("/decision/fix-to-a-recipient-that-is-there",
                   test_fix_to_a_recipient_that_is_there);
  g_test_add_func ("/decision/shim-that-cannot-correct", test_shim_that_cannot_correct);
  g_test_add_func ("/decision/tells-of-changes", test_tells_of_changes);
  g_test_add_func ("/decision/no-override", test_no_override);
  g_test_add_func ("/decision/remove", test_remove);
  g_test_add_func ("/decision/somebody-stays", test_somebody_stays);
  g_test_add_func ("/decision/strangers-are-hidden", test_strangers_are_hidden);
  g_test_add_func ("/decision/strangers-stay-without-correction",
                   test_strangers_stay_without_correction);
  g_test_add_func ("/decision/guard-begins-anew", test_guard_begins_anew);
  return g_test_run ();
}
