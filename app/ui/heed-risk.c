/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-risk.h"

#include "heed-required-text.h"

/* What the message does with the recipient: a number below it is a proposal. */
#define AS_TYPED G_MAXUINT
#define REMOVED (G_MAXUINT - 1)

struct _HeedRisk
{
  HeedRecipient *recipient; /* (owned) */
  guint position;           /* in the message */
  GPtrArray *findings;      /* (owned) (element-type HeedFinding) */
  GPtrArray *proposals;     /* (owned) (element-type HeedMailbox) */
  char *required;           /* (owned) (nullable) */
  gboolean needs_tick;
  gboolean confirmed;
  HeedTrust *trust; /* (owned) (nullable) */
  guint chosen;
};

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

HeedRisk *
heed_risk_new (HeedRecipient *recipient,
               guint position,
               HeedFinding *worst,
               const HeedPolicy *policy)
{
  HeedMailbox *mailbox = heed_recipient_get_mailbox (recipient);
  gboolean is_danger = heed_finding_get_severity (worst) == HEED_SEVERITY_DANGER;
  HeedRisk *self = g_new0 (HeedRisk, 1);

  self->recipient = heed_recipient_ref (recipient);
  self->position = position;
  self->chosen = AS_TYPED;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_finding_unref);
  self->proposals = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_mailbox_unref);
  add_proposals (self->proposals, mailbox, worst);
  self->needs_tick =
      is_danger && heed_policy_get_danger_confirmation (policy) == HEED_DANGER_CONFIRMATION_TICK;
  if (is_danger && !self->needs_tick)
    self->required = heed_required_text_new (mailbox, worst);
  heed_risk_add_finding (self, worst);
  return self;
}

void
heed_risk_free (HeedRisk *self)
{
  heed_recipient_unref (self->recipient);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->proposals);
  g_clear_pointer (&self->trust, heed_trust_unref);
  g_free (self->required);
  g_free (self);
}

void
heed_risk_add_finding (HeedRisk *self, HeedFinding *finding)
{
  g_ptr_array_add (self->findings, heed_finding_ref (finding));
}

HeedRecipient *
heed_risk_get_recipient (const HeedRisk *self)
{
  return self->recipient;
}

guint
heed_risk_get_position (const HeedRisk *self)
{
  return self->position;
}

GPtrArray *
heed_risk_get_findings (const HeedRisk *self)
{
  return self->findings;
}

HeedSeverity
heed_risk_get_severity (const HeedRisk *self)
{
  return heed_finding_get_severity (self->findings->pdata[0]);
}

GPtrArray *
heed_risk_get_proposals (const HeedRisk *self)
{
  return self->proposals;
}

const char *
heed_risk_get_required_text (const HeedRisk *self)
{
  return self->required;
}

gboolean
heed_risk_needs_tick (const HeedRisk *self)
{
  return self->needs_tick;
}

gboolean
heed_risk_is_confirmed (const HeedRisk *self)
{
  return (self->required == NULL && !self->needs_tick) || self->confirmed;
}

gboolean
heed_risk_is_changed (const HeedRisk *self)
{
  return self->chosen != AS_TYPED;
}

HeedMailbox *
heed_risk_get_correction (const HeedRisk *self)
{
  return self->chosen < self->proposals->len ? self->proposals->pdata[self->chosen] : NULL;
}

gboolean
heed_risk_is_removed (const HeedRisk *self)
{
  return self->chosen == REMOVED;
}

HeedTrust *
heed_risk_get_trust (const HeedRisk *self)
{
  return self->trust;
}

HeedTrust *
heed_risk_create_trust (const HeedRisk *self, const char *reason)
{
  HeedMailbox *mailbox = heed_recipient_get_mailbox (self->recipient);
  HeedFindingKind kind = heed_finding_get_kind (self->findings->pdata[0]);
  gboolean domain_is_right = kind == HEED_FINDING_NEAR_PERSON || kind == HEED_FINDING_NAME_MISMATCH;
  const char *subject = domain_is_right ? heed_mailbox_get_address (mailbox)
                                        : heed_domain_get_ascii (heed_mailbox_get_domain (mailbox));

  return heed_trust_new (subject, reason, g_get_real_time () / G_TIME_SPAN_SECOND, NULL);
}

void
heed_risk_set_trust (HeedRisk *self, HeedTrust *trust)
{
  g_clear_pointer (&self->trust, heed_trust_unref);
  self->trust = trust != NULL ? heed_trust_ref (trust) : NULL;
}

void
heed_risk_set_typed (HeedRisk *self, const char *typed)
{
  self->confirmed = self->required != NULL && heed_required_text_matches (self->required, typed);
}

void
heed_risk_set_ticked (HeedRisk *self, gboolean ticked)
{
  self->confirmed = self->needs_tick && ticked;
}

void
heed_risk_choose (HeedRisk *self, guint proposal)
{
  g_return_if_fail (proposal < self->proposals->len);
  self->chosen = proposal;
}

void
heed_risk_remove (HeedRisk *self)
{
  self->chosen = REMOVED;
}

void
heed_risk_undo (HeedRisk *self)
{
  self->chosen = AS_TYPED;
}
