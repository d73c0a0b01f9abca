/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-decision.h"

#include "heed-correction.h"
#include "heed-justification.h"
#include "heed-required-text.h"

#define NOTHING_CHOSEN G_MAXUINT

/* One recipient to look at, and what the person did about it. */
typedef struct
{
  guint position;       /* in the message */
  GPtrArray *findings;  /* (owned) (element-type HeedFinding) */
  GPtrArray *proposals; /* (owned) (element-type HeedMailbox) */
  char *required;       /* (owned) (nullable) */
  gboolean needs_tick;
  gboolean confirmed;
  guint chosen;
} Risk;

struct _HeedDecision
{
  GObject parent_instance;

  HeedReview *review; /* (owned) */
  HeedPolicy *policy; /* (owned) */
  gboolean can_correct;
  GArray *risks;       /* (owned) (element-type Risk) */
  GPtrArray *others;   /* (owned) (element-type HeedRecipient) */
  char *justification; /* (owned) (nullable) */
  gint64 shown;        /* monotonic time, 0 before the first painting */
  gint64 pressed;      /* monotonic time, 0 while no countdown runs */
};

G_DEFINE_FINAL_TYPE (HeedDecision, heed_decision, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
risk_clear (gpointer data)
{
  Risk *risk = data;

  g_ptr_array_unref (risk->findings);
  g_ptr_array_unref (risk->proposals);
  g_free (risk->required);
}

static void
heed_decision_finalize (GObject *object)
{
  HeedDecision *self = HEED_DECISION (object);

  heed_review_unref (self->review);
  heed_policy_unref (self->policy);
  g_array_unref (self->risks);
  g_ptr_array_unref (self->others);
  g_free (self->justification);
  G_OBJECT_CLASS (heed_decision_parent_class)->finalize (object);
}

static void
heed_decision_class_init (HeedDecisionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_decision_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
heed_decision_init (HeedDecision *self)
{
  self->risks = g_array_new (FALSE, FALSE, sizeof (Risk));
  g_array_set_clear_func (self->risks, risk_clear);
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_recipient_unref);
}

static void
add_proposals (GPtrArray *proposals, HeedMailbox *mailbox, const HeedFinding *finding)
{
  const char *const *expected = heed_finding_get_expected (finding);

  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_autoptr (HeedDomain) domain = heed_domain_new (expected[i], NULL);

      if (domain != NULL && !heed_domain_equal (domain, heed_mailbox_get_domain (mailbox)))
        g_ptr_array_add (proposals, heed_mailbox_with_domain (mailbox, domain));
    }
}

static void
add_risk (HeedDecision *self, HeedRecipient *recipient, const HeedFinding *worst)
{
  HeedMailbox *mailbox = heed_recipient_get_mailbox (recipient);
  Risk risk = { .position = heed_finding_get_recipient (worst), .chosen = NOTHING_CHOSEN };

  risk.findings = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_finding_unref);
  risk.proposals = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_mailbox_unref);
  add_proposals (risk.proposals, mailbox, worst);
  risk.needs_tick =
      heed_finding_get_severity (worst) == HEED_SEVERITY_DANGER &&
      heed_policy_get_danger_confirmation (self->policy) == HEED_DANGER_CONFIRMATION_TICK;
  if (heed_finding_get_severity (worst) == HEED_SEVERITY_DANGER && !risk.needs_tick)
    risk.required = heed_required_text_new (mailbox, worst);
  g_array_append_val (self->risks, risk);
}

/* One pass over the findings, however many recipients there are: a message may have thousands. */
static void
sort_out (HeedDecision *self)
{
  HeedMessage *message = heed_review_get_message (self->review);
  GPtrArray *recipients = heed_message_get_recipients (message);
  GPtrArray *findings = heed_review_get_findings (self->review);
  g_autofree guint *risk_of = g_new (guint, recipients->len);

  for (guint i = 0; i < recipients->len; i++)
    risk_of[i] = G_MAXUINT;
  for (guint i = 0; i < findings->len; i++)
    {
      HeedFinding *finding = findings->pdata[i];
      guint position = heed_finding_get_recipient (finding);

      if (position >= recipients->len)
        continue;
      if (risk_of[position] == G_MAXUINT &&
          heed_finding_get_severity (finding) >= HEED_SEVERITY_CAUTION)
        {
          risk_of[position] = self->risks->len;
          add_risk (self, recipients->pdata[position], finding);
        }
      if (risk_of[position] != G_MAXUINT)
        g_ptr_array_add (g_array_index (self->risks, Risk, risk_of[position]).findings,
                         heed_finding_ref (finding));
    }
  for (guint i = 0; i < recipients->len; i++)
    {
      if (risk_of[i] == G_MAXUINT)
        g_ptr_array_add (self->others, heed_recipient_ref (recipients->pdata[i]));
    }
}

HeedDecision *
heed_decision_new (HeedReview *review, HeedPolicy *policy, gboolean can_correct)
{
  HeedDecision *self = g_object_new (HEED_TYPE_DECISION, NULL);

  self->review = heed_review_ref (review);
  self->policy = heed_policy_ref (policy);
  self->can_correct = can_correct;
  sort_out (self);
  return self;
}

static Risk *
get_risk (HeedDecision *self, guint risk)
{
  g_assert (risk < self->risks->len);
  return &g_array_index (self->risks, Risk, risk);
}

HeedReview *
heed_decision_get_review (HeedDecision *self)
{
  return self->review;
}

HeedPolicy *
heed_decision_get_policy (HeedDecision *self)
{
  return self->policy;
}

gboolean
heed_decision_can_correct (HeedDecision *self)
{
  return self->can_correct && !heed_decision_is_blocked (self);
}

static gboolean
may_override (HeedDecision *self, const Risk *risk)
{
  return heed_policy_may_override (self->policy,
                                   heed_finding_get_severity (risk->findings->pdata[0]));
}

/* A finding about the whole message cannot be corrected. */
static gboolean
is_whole_blocked (HeedDecision *self)
{
  GPtrArray *findings = heed_review_get_findings (self->review);

  for (guint i = 0; i < findings->len; i++)
    {
      if (heed_finding_get_recipient (findings->pdata[i]) == HEED_FINDING_WHOLE_MESSAGE &&
          !heed_policy_may_override (self->policy, heed_finding_get_severity (findings->pdata[i])))
        return TRUE;
    }
  return FALSE;
}

gboolean
heed_decision_is_blocked (HeedDecision *self)
{
  if (heed_review_get_severity (self->review) >= HEED_SEVERITY_BLOCKED || is_whole_blocked (self))
    return TRUE;
  for (guint i = 0; i < self->risks->len; i++)
    {
      const Risk *risk = get_risk (self, i);

      if (!may_override (self, risk) && (!self->can_correct || risk->proposals->len == 0))
        return TRUE;
    }
  return FALSE;
}

guint
heed_decision_get_n_risks (HeedDecision *self)
{
  return self->risks->len;
}

HeedRecipient *
heed_decision_get_risk_recipient (HeedDecision *self, guint risk)
{
  GPtrArray *recipients = heed_message_get_recipients (heed_review_get_message (self->review));

  return recipients->pdata[get_risk (self, risk)->position];
}

GPtrArray *
heed_decision_get_risk_findings (HeedDecision *self, guint risk)
{
  return get_risk (self, risk)->findings;
}

GPtrArray *
heed_decision_get_others (HeedDecision *self)
{
  return self->others;
}

GPtrArray *
heed_decision_list_messages (HeedDecision *self)
{
  GPtrArray *findings = heed_review_get_findings (self->review);
  GPtrArray *messages = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const char *expected = heed_finding_get_expected (findings->pdata[i])[0];
      g_autoptr (HeedDomain) domain = expected != NULL ? heed_domain_new (expected, NULL) : NULL;
      const char *message =
          domain != NULL ? heed_policy_get_protected_message (self->policy, domain) : NULL;

      if (message != NULL &&
          !g_ptr_array_find_with_equal_func (messages, message, g_str_equal, NULL))
        g_ptr_array_add (messages, (gpointer)message);
    }
  return messages;
}

const char *
heed_decision_get_required_text (HeedDecision *self, guint risk)
{
  return get_risk (self, risk)->required;
}

/* Whatever the person does to the message ends a countdown: it was for what stood there before. */
static void
tell_change (HeedDecision *self)
{
  self->pressed = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
heed_decision_set_typed (HeedDecision *self, guint risk, const char *typed)
{
  Risk *state = get_risk (self, risk);

  state->confirmed = state->required != NULL && heed_required_text_matches (state->required, typed);
  tell_change (self);
}

gboolean
heed_decision_needs_tick (HeedDecision *self, guint risk)
{
  return get_risk (self, risk)->needs_tick;
}

void
heed_decision_set_ticked (HeedDecision *self, guint risk, gboolean ticked)
{
  Risk *state = get_risk (self, risk);

  state->confirmed = state->needs_tick && ticked;
  tell_change (self);
}

gboolean
heed_decision_is_confirmed (HeedDecision *self, guint risk)
{
  Risk *state = get_risk (self, risk);

  return (state->required == NULL && !state->needs_tick) || state->confirmed;
}

GPtrArray *
heed_decision_get_proposals (HeedDecision *self, guint risk)
{
  return get_risk (self, risk)->proposals;
}

void
heed_decision_choose (HeedDecision *self, guint risk, guint proposal)
{
  Risk *state = get_risk (self, risk);

  g_return_if_fail (proposal < state->proposals->len);
  if (!heed_decision_can_correct (self))
    return;
  state->chosen = proposal;
  tell_change (self);
}

void
heed_decision_undo (HeedDecision *self, guint risk)
{
  get_risk (self, risk)->chosen = NOTHING_CHOSEN;
  tell_change (self);
}

HeedMailbox *
heed_decision_get_correction (HeedDecision *self, guint risk)
{
  Risk *state = get_risk (self, risk);

  return state->chosen == NOTHING_CHOSEN ? NULL : state->proposals->pdata[state->chosen];
}

gboolean
heed_decision_has_correction (HeedDecision *self)
{
  for (guint i = 0; i < self->risks->len; i++)
    {
      if (heed_decision_get_correction (self, i) != NULL)
        return TRUE;
    }
  return FALSE;
}

void
heed_decision_set_shown (HeedDecision *self, gint64 now)
{
  if (self->shown == 0)
    self->shown = now;
}

gboolean
heed_decision_is_readable (HeedDecision *self, gint64 now)
{
  return self->shown != 0 && now - self->shown >= HEED_DECISION_GUARD;
}

/* The worst of what stays as it is when it is sent now. */
static HeedSeverity
get_remaining_severity (HeedDecision *self)
{
  GPtrArray *findings = heed_review_get_findings (self->review);
  HeedSeverity worst = HEED_SEVERITY_CLEAR;

  if (!heed_decision_has_correction (self))
    return heed_review_get_severity (self->review);
  for (guint i = 0; i < findings->len; i++)
    {
      if (heed_finding_get_recipient (findings->pdata[i]) == HEED_FINDING_WHOLE_MESSAGE)
        worst = MAX (worst, heed_finding_get_severity (findings->pdata[i]));
    }
  for (guint i = 0; i < self->risks->len; i++)
    {
      if (heed_decision_get_correction (self, i) == NULL)
        worst = MAX (worst, heed_finding_get_severity (get_risk (self, i)->findings->pdata[0]));
    }
  return worst;
}

gboolean
heed_decision_needs_justification (HeedDecision *self)
{
  return !heed_decision_is_blocked (self) &&
         heed_policy_needs_justification (self->policy, get_remaining_severity (self));
}

void
heed_decision_set_justification (HeedDecision *self, const char *text)
{
  g_free (self->justification);
  self->justification = heed_justification_accept (self->policy, text);
  tell_change (self);
}

/* What sending needs in any form: nothing blocked, the window read, each danger acted on, and the
 * reason given that the policy wants. */
static gboolean
is_settled (HeedDecision *self, gint64 now)
{
  if (heed_decision_is_blocked (self) || !heed_decision_is_readable (self, now))
    return FALSE;
  if (heed_decision_needs_justification (self) && self->justification == NULL)
    return FALSE;
  for (guint i = 0; i < self->risks->len; i++)
    {
      if (heed_decision_get_correction (self, i) == NULL &&
          (!heed_decision_is_confirmed (self, i) || !may_override (self, get_risk (self, i))))
        return FALSE;
    }
  return TRUE;
}

gboolean
heed_decision_can_send (HeedDecision *self, gint64 now)
{
  return !heed_decision_has_correction (self) && is_settled (self, now);
}

gboolean
heed_decision_can_fix (HeedDecision *self, gint64 now)
{
  return heed_decision_has_correction (self) && is_settled (self, now);
}

static gint64
get_countdown (HeedDecision *self)
{
  return heed_policy_get_countdown (self->policy) * G_TIME_SPAN_SECOND;
}

gboolean
heed_decision_begin_countdown (HeedDecision *self, gint64 now)
{
  if (get_countdown (self) == 0 || !heed_decision_can_send (self, now))
    return FALSE;
  self->pressed = now;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

void
heed_decision_end_countdown (HeedDecision *self)
{
  tell_change (self);
}

gboolean
heed_decision_is_counting (HeedDecision *self)
{
  return self->pressed != 0;
}

gint64
heed_decision_get_time_left (HeedDecision *self, gint64 now)
{
  return self->pressed != 0 ? MAX (0, self->pressed + get_countdown (self) - now) : 0;
}

HeedVerdict *
heed_decision_decline (HeedDecision *self)
{
  return heed_verdict_new (heed_decision_is_blocked (self) ? HEED_REASON_BLOCKED
                                                           : HEED_REASON_DECLINED,
                           self->review);
}

/* A reason that nobody asked for is not handed on: it may be for what was corrected since. */
static HeedVerdict *
justify (HeedDecision *self, HeedVerdict *verdict)
{
  g_autoptr (HeedVerdict) plain = verdict;

  if (!heed_decision_needs_justification (self))
    return g_steal_pointer (&plain);
  return heed_verdict_new_justified (plain, self->justification);
}

HeedVerdict *
heed_decision_send (HeedDecision *self, gint64 now)
{
  if (!heed_decision_can_send (self, now))
    return NULL;
  if (get_countdown (self) > 0 &&
      (self->pressed == 0 || heed_decision_get_time_left (self, now) > 0))
    return NULL;
  return justify (self, heed_verdict_new (HEED_REASON_CONFIRMED, self->review));
}

HeedVerdict *
heed_decision_fix (HeedDecision *self, gint64 now)
{
  HeedMessage *message = heed_review_get_message (self->review);
  g_autofree HeedMailbox **corrections = NULL;
  g_autoptr (HeedMessage) corrected = NULL;

  if (!heed_decision_can_fix (self, now))
    return NULL;
  corrections = g_new0 (HeedMailbox *, heed_message_get_recipients (message)->len);
  for (guint i = 0; i < self->risks->len; i++)
    corrections[get_risk (self, i)->position] = heed_decision_get_correction (self, i);
  corrected = heed_correction_apply (message, corrections);
  if (corrected == NULL)
    return NULL;
  return justify (self, heed_verdict_new_corrected (self->review, corrected));
}
