/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-decision.h"

#include "heed-correction.h"
#include "heed-required-text.h"

#define NOTHING_CHOSEN G_MAXUINT

/* One recipient to look at, and what the person did about it. */
typedef struct
{
  guint position;       /* in the message */
  GPtrArray *findings;  /* (owned) (element-type HeedFinding) */
  GPtrArray *proposals; /* (owned) (element-type HeedMailbox) */
  char *required;       /* (owned) (nullable) */
  gboolean confirmed;
  guint chosen;
} Risk;

struct _HeedDecision
{
  GObject parent_instance;

  HeedReview *review; /* (owned) */
  HeedPolicy *policy; /* (owned) */
  gboolean can_correct;
  GArray *risks;     /* (owned) (element-type Risk) */
  GPtrArray *others; /* (owned) (element-type HeedRecipient) */
  gint64 shown;      /* monotonic time, 0 before the first painting */
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
  if (heed_finding_get_severity (worst) == HEED_SEVERITY_DANGER)
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

gboolean
heed_decision_is_blocked (HeedDecision *self)
{
  HeedSeverity severity = heed_review_get_severity (self->review);

  if (severity >= HEED_SEVERITY_BLOCKED)
    return TRUE;
  for (guint i = 0; i < self->risks->len; i++)
    {
      const Risk *risk = get_risk (self, i);

      if (!may_override (self, risk) && (!self->can_correct || risk->proposals->len == 0))
        return TRUE;
    }
  /* A finding about the whole message cannot be corrected. */
  return self->risks->len == 0 && !heed_policy_may_override (self->policy, severity);
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

const char *
heed_decision_get_required_text (HeedDecision *self, guint risk)
{
  return get_risk (self, risk)->required;
}

void
heed_decision_set_typed (HeedDecision *self, guint risk, const char *typed)
{
  Risk *state = get_risk (self, risk);

  state->confirmed = state->required != NULL && heed_required_text_matches (state->required, typed);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
heed_decision_is_confirmed (HeedDecision *self, guint risk)
{
  Risk *state = get_risk (self, risk);

  return state->required == NULL || state->confirmed;
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
  g_signal_emit (self, signals[CHANGED], 0);
}

void
heed_decision_undo (HeedDecision *self, guint risk)
{
  get_risk (self, risk)->chosen = NOTHING_CHOSEN;
  g_signal_emit (self, signals[CHANGED], 0);
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

/* What sending needs in any form: nothing blocked, the window read, each danger acted on. */
static gboolean
is_settled (HeedDecision *self, gint64 now)
{
  if (heed_decision_is_blocked (self) || !heed_decision_is_readable (self, now))
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

HeedVerdict *
heed_decision_decline (HeedDecision *self)
{
  return heed_verdict_new (heed_decision_is_blocked (self) ? HEED_REASON_BLOCKED
                                                           : HEED_REASON_DECLINED,
                           self->review);
}

HeedVerdict *
heed_decision_send (HeedDecision *self, gint64 now)
{
  if (!heed_decision_can_send (self, now))
    return NULL;
  return heed_verdict_new (HEED_REASON_CONFIRMED, self->review);
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
  return corrected != NULL ? heed_verdict_new_corrected (self->review, corrected) : NULL;
}
