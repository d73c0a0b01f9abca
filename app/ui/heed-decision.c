/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-decision.h"

#include "heed-justification.h"

struct _HeedDecision
{
  GObject parent_instance;

  HeedReview *review;   /* (owned) */
  HeedPolicy *policy;   /* (owned) */
  HeedChoices *choices; /* (owned) */
  char *justification;  /* (owned) (nullable) */
  gint64 shown;         /* monotonic time, 0 before the first painting */
  HeedCountdown countdown;
};

G_DEFINE_FINAL_TYPE (HeedDecision, heed_decision, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
heed_decision_finalize (GObject *object)
{
  HeedDecision *self = HEED_DECISION (object);

  heed_choices_free (self->choices);
  heed_review_unref (self->review);
  heed_policy_unref (self->policy);
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
}

HeedDecision *
heed_decision_new (HeedReview *review, HeedPolicy *policy, gboolean can_correct)
{
  HeedDecision *self = g_object_new (HEED_TYPE_DECISION, NULL);

  self->review = heed_review_ref (review);
  self->policy = heed_policy_ref (policy);
  self->choices = heed_choices_new (review, policy, can_correct);
  self->countdown.seconds = heed_policy_get_countdown (policy);
  return self;
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

const HeedChoices *
heed_decision_get_choices (HeedDecision *self)
{
  return self->choices;
}

const HeedCountdown *
heed_decision_get_countdown (HeedDecision *self)
{
  return &self->countdown;
}

/* Whatever the person does to the message ends a countdown: it was for what stood there before. */
static void
tell_change (HeedDecision *self)
{
  self->countdown.begun = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
heed_decision_set_typed (HeedDecision *self, guint risk, const char *typed)
{
  heed_risk_set_typed (heed_choices_get_risk (self->choices, risk), typed);
  tell_change (self);
}

void
heed_decision_set_ticked (HeedDecision *self, guint risk, gboolean ticked)
{
  heed_risk_set_ticked (heed_choices_get_risk (self->choices, risk), ticked);
  tell_change (self);
}

void
heed_decision_choose (HeedDecision *self, guint risk, guint proposal)
{
  if (!heed_choices_can_correct (self->choices))
    return;
  heed_risk_choose (heed_choices_get_risk (self->choices, risk), proposal);
  tell_change (self);
}

void
heed_decision_remove (HeedDecision *self, guint risk)
{
  if (!heed_choices_can_remove (self->choices))
    return;
  heed_risk_remove (heed_choices_get_risk (self->choices, risk));
  tell_change (self);
}

void
heed_decision_undo (HeedDecision *self, guint risk)
{
  heed_risk_undo (heed_choices_get_risk (self->choices, risk));
  tell_change (self);
}

gboolean
heed_decision_can_trust (HeedDecision *self, guint risk)
{
  const HeedRisk *state = heed_choices_get_risk (self->choices, risk);
  g_autoptr (HeedTrust) trust = NULL;

  if (!heed_policy_may_trust (self->policy) || heed_choices_is_blocked (self->choices) ||
      heed_risk_is_changed (state) || !heed_risk_is_confirmed (state))
    return FALSE;
  trust = heed_risk_create_trust (state, "trial");
  return trust != NULL;
}

gboolean
heed_decision_trust (HeedDecision *self, guint risk, const char *reason)
{
  HeedRisk *state = heed_choices_get_risk (self->choices, risk);
  g_autoptr (HeedTrust) trust = NULL;

  if (!heed_decision_can_trust (self, risk) || !heed_justification_says_anything (reason))
    return FALSE;
  trust = heed_risk_create_trust (state, reason);
  if (trust == NULL)
    return FALSE;
  heed_risk_set_trust (state, trust);
  tell_change (self);
  return TRUE;
}

void
heed_decision_distrust (HeedDecision *self, guint risk)
{
  heed_risk_set_trust (heed_choices_get_risk (self->choices, risk), NULL);
  tell_change (self);
}

GPtrArray *
heed_decision_list_trusts (HeedDecision *self)
{
  GPtrArray *trusts = g_ptr_array_new ();

  for (guint i = 0; i < heed_choices_get_n_risks (self->choices); i++)
    {
      HeedTrust *trust = heed_risk_get_trust (heed_choices_get_risk (self->choices, i));

      if (trust != NULL && heed_decision_can_trust (self, i))
        g_ptr_array_add (trusts, trust);
    }
  return trusts;
}

void
heed_decision_set_hides_exposed (HeedDecision *self, gboolean hides)
{
  heed_choices_set_hides_exposed (self->choices, hides);
  tell_change (self);
}

void
heed_decision_set_shown (HeedDecision *self, gint64 now)
{
  if (self->shown == 0)
    self->shown = now;
}

void
heed_decision_set_presented (HeedDecision *self, gint64 now)
{
  if (self->shown == 0)
    return;
  self->shown = now;
  tell_change (self);
}

gboolean
heed_decision_is_readable (HeedDecision *self, gint64 now)
{
  return self->shown != 0 && now - self->shown >= HEED_DECISION_GUARD;
}

gboolean
heed_decision_needs_justification (HeedDecision *self)
{
  return !heed_choices_is_blocked (self->choices) &&
         heed_policy_needs_justification (self->policy,
                                          heed_choices_get_remaining_severity (self->choices));
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
  if (heed_choices_is_blocked (self->choices) || !heed_decision_is_readable (self, now))
    return FALSE;
  if (heed_decision_needs_justification (self) && self->justification == NULL)
    return FALSE;
  return heed_choices_are_made (self->choices);
}

gboolean
heed_decision_can_send (HeedDecision *self, gint64 now)
{
  return !heed_choices_has_correction (self->choices) && is_settled (self, now);
}

gboolean
heed_decision_can_fix (HeedDecision *self, gint64 now)
{
  return heed_choices_has_correction (self->choices) &&
         heed_choices_is_anybody_left (self->choices) && is_settled (self, now);
}

gboolean
heed_decision_begin_countdown (HeedDecision *self, gint64 now)
{
  if (self->countdown.seconds == 0 || !heed_decision_can_send (self, now))
    return FALSE;
  self->countdown.begun = now;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

void
heed_decision_end_countdown (HeedDecision *self)
{
  tell_change (self);
}

HeedVerdict *
heed_decision_decline (HeedDecision *self)
{
  return heed_verdict_new (heed_choices_is_blocked (self->choices) ? HEED_REASON_BLOCKED
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
  if (!heed_decision_can_send (self, now) || !heed_countdown_is_over (&self->countdown, now))
    return NULL;
  return justify (self, heed_verdict_new (HEED_REASON_CONFIRMED, self->review));
}

HeedVerdict *
heed_decision_fix (HeedDecision *self, gint64 now)
{
  g_autoptr (HeedMessage) corrected = NULL;

  if (!heed_decision_can_fix (self, now))
    return NULL;
  corrected = heed_choices_apply (self->choices);
  if (corrected == NULL)
    return NULL;
  return justify (self, heed_verdict_new_corrected (self->review, corrected));
}
