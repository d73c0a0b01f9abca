/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-choices.h"

#include "heed-correction.h"

struct _HeedChoices
{
  HeedReview *review; /* (owned) */
  HeedPolicy *policy; /* (owned) */
  gboolean can_correct;
  GPtrArray *risks;      /* (owned) (element-type HeedRisk) */
  GPtrArray *others;     /* (owned) (element-type HeedRecipient) */
  const GArray *exposed; /* (nullable) (element-type guint): strangers who would see each other */
  gboolean hides;        /* whether these are moved to Bcc */
};

static GPtrArray *
get_recipients (const HeedChoices *self)
{
  return heed_message_get_recipients (heed_review_get_message (self->review));
}

static void
sort_finding (HeedChoices *self, HeedFinding *finding, HeedRisk **risk_of)
{
  GPtrArray *recipients = get_recipients (self);
  guint position = heed_finding_get_recipient (finding);

  if (heed_finding_get_kind (finding) == HEED_FINDING_MANY_EXPOSED)
    self->exposed = heed_finding_get_concerned (finding);
  if (position >= recipients->len)
    return;
  if (risk_of[position] != NULL)
    heed_risk_add_finding (risk_of[position], finding);
  else if (heed_finding_get_severity (finding) >= HEED_SEVERITY_CAUTION)
    {
      risk_of[position] =
          heed_risk_new (recipients->pdata[position], position, finding, self->policy);
      g_ptr_array_add (self->risks, risk_of[position]);
    }
}

/* One pass over the findings, however many recipients there are: a message may have thousands. */
static void
sort_out (HeedChoices *self)
{
  GPtrArray *recipients = get_recipients (self);
  GPtrArray *findings = heed_review_get_findings (self->review);
  g_autofree HeedRisk **risk_of = g_new0 (HeedRisk *, recipients->len);

  for (guint i = 0; i < findings->len; i++)
    sort_finding (self, findings->pdata[i], risk_of);
  for (guint i = 0; i < recipients->len; i++)
    {
      if (risk_of[i] == NULL)
        g_ptr_array_add (self->others, heed_recipient_ref (recipients->pdata[i]));
    }
}

HeedChoices *
heed_choices_new (HeedReview *review, HeedPolicy *policy, gboolean can_correct)
{
  HeedChoices *self = g_new0 (HeedChoices, 1);

  self->review = heed_review_ref (review);
  self->policy = heed_policy_ref (policy);
  self->can_correct = can_correct;
  self->risks = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_risk_free);
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_recipient_unref);
  sort_out (self);
  return self;
}

void
heed_choices_free (HeedChoices *self)
{
  g_ptr_array_unref (self->risks);
  g_ptr_array_unref (self->others);
  heed_review_unref (self->review);
  heed_policy_unref (self->policy);
  g_free (self);
}

guint
heed_choices_get_n_risks (const HeedChoices *self)
{
  return self->risks->len;
}

HeedRisk *
heed_choices_get_risk (const HeedChoices *self, guint risk)
{
  g_assert (risk < self->risks->len);
  return self->risks->pdata[risk];
}

GPtrArray *
heed_choices_get_others (const HeedChoices *self)
{
  return self->others;
}

GPtrArray *
heed_choices_list_messages (const HeedChoices *self)
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

/* The worst of what concerns the whole message. Of that, only who sees whom can be corrected. */
static HeedSeverity
get_whole_severity (const HeedChoices *self, gboolean hides)
{
  GPtrArray *findings = heed_review_get_findings (self->review);
  HeedSeverity worst = HEED_SEVERITY_CLEAR;

  for (guint i = 0; i < findings->len; i++)
    {
      const HeedFinding *finding = findings->pdata[i];

      if (heed_finding_get_recipient (finding) == HEED_FINDING_WHOLE_MESSAGE &&
          !(hides && heed_finding_get_kind (finding) == HEED_FINDING_MANY_EXPOSED))
        worst = MAX (worst, heed_finding_get_severity (finding));
    }
  return worst;
}

static gboolean
has_way_out (const HeedChoices *self, const HeedRisk *risk)
{
  return heed_policy_may_override (self->policy, heed_risk_get_severity (risk)) ||
         (self->can_correct &&
          (heed_risk_get_proposals (risk)->len > 0 || get_recipients (self)->len > 1));
}

gboolean
heed_choices_is_blocked (const HeedChoices *self)
{
  gboolean can_hide = self->can_correct && self->exposed != NULL;

  if (heed_review_get_severity (self->review) >= HEED_SEVERITY_BLOCKED ||
      !heed_policy_may_override (self->policy, get_whole_severity (self, can_hide)))
    return TRUE;
  for (guint i = 0; i < self->risks->len; i++)
    {
      if (!has_way_out (self, self->risks->pdata[i]))
        return TRUE;
    }
  return FALSE;
}

gboolean
heed_choices_may_stay (const HeedChoices *self)
{
  return heed_policy_may_override (self->policy, heed_review_get_severity (self->review));
}

gboolean
heed_choices_can_correct (const HeedChoices *self)
{
  return self->can_correct && !heed_choices_is_blocked (self);
}

gboolean
heed_choices_can_remove (const HeedChoices *self)
{
  return heed_choices_can_correct (self) && get_recipients (self)->len > 1;
}

guint
heed_choices_get_n_exposed (const HeedChoices *self)
{
  return self->exposed != NULL && heed_choices_can_correct (self) ? self->exposed->len : 0;
}

void
heed_choices_set_hides_exposed (HeedChoices *self, gboolean hides)
{
  self->hides = hides && heed_choices_get_n_exposed (self) > 0;
}

gboolean
heed_choices_hides_exposed (const HeedChoices *self)
{
  return self->hides;
}

gboolean
heed_choices_has_correction (const HeedChoices *self)
{
  for (guint i = 0; i < self->risks->len; i++)
    {
      if (heed_risk_is_changed (self->risks->pdata[i]))
        return TRUE;
    }
  return self->hides;
}

gboolean
heed_choices_is_anybody_left (const HeedChoices *self)
{
  for (guint i = 0; i < self->risks->len; i++)
    {
      if (!heed_risk_is_removed (self->risks->pdata[i]))
        return TRUE;
    }
  return self->others->len > 0;
}

HeedSeverity
heed_choices_get_remaining_severity (const HeedChoices *self)
{
  HeedSeverity worst = heed_choices_has_correction (self) ? get_whole_severity (self, self->hides)
                                                          : heed_review_get_severity (self->review);

  for (guint i = 0; i < self->risks->len; i++)
    {
      const HeedRisk *risk = self->risks->pdata[i];

      if (!heed_risk_is_changed (risk))
        worst = MAX (worst, heed_risk_get_severity (risk));
    }
  return worst;
}

gboolean
heed_choices_are_made (const HeedChoices *self)
{
  for (guint i = 0; i < self->risks->len; i++)
    {
      const HeedRisk *risk = self->risks->pdata[i];

      if (!heed_risk_is_changed (risk) && !heed_risk_is_confirmed (risk))
        return FALSE;
    }
  return heed_policy_may_override (self->policy, heed_choices_get_remaining_severity (self));
}

HeedMessage *
heed_choices_apply (const HeedChoices *self)
{
  HeedMessage *message = heed_review_get_message (self->review);
  g_autoptr (HeedCorrection) correction = heed_correction_new (message);

  for (guint i = 0; i < self->risks->len; i++)
    {
      const HeedRisk *risk = self->risks->pdata[i];

      if (heed_risk_is_removed (risk))
        heed_correction_remove (correction, heed_risk_get_position (risk));
      else if (heed_risk_is_changed (risk))
        heed_correction_replace (correction, heed_risk_get_position (risk),
                                 heed_risk_get_correction (risk));
    }
  for (guint i = 0; self->hides && i < self->exposed->len; i++)
    heed_correction_hide (correction, g_array_index (self->exposed, guint, i));
  return heed_correction_apply (correction);
}
