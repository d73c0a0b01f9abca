/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-gate.h"

/* Where the policy names no organisation, it is that of the sender; a message without a known
 * sender may go to strangers only. */
static gboolean
is_external (const HeedPolicy *policy, const HeedMailbox *sender, const HeedMailbox *mailbox)
{
  const HeedDomain *domain = heed_mailbox_get_domain (mailbox);

  if (heed_policy_get_organisation_domains (policy)->len > 0)
    return !heed_policy_is_organisation (policy, domain);
  return sender == NULL || !heed_domain_is_related (heed_mailbox_get_domain (sender), domain);
}

static gboolean
has_external (const HeedPolicy *policy, const HeedMessage *message)
{
  const HeedMailbox *sender = heed_message_get_sender (message);
  GPtrArray *recipients = heed_message_get_recipients (message);

  for (guint i = 0; i < recipients->len; i++)
    {
      if (is_external (policy, sender, heed_recipient_get_mailbox (recipients->pdata[i])))
        return TRUE;
    }
  return FALSE;
}

gboolean
heed_gate_would_ask (const HeedPolicy *policy, const HeedReview *review)
{
  if (heed_review_get_severity (review) >= HEED_SEVERITY_CAUTION)
    return TRUE;
  switch (heed_policy_get_prompt (policy))
    {
    case HEED_PROMPT_WHEN_RISKY:
      return FALSE;
    case HEED_PROMPT_WHEN_EXTERNAL:
      return has_external (policy, heed_review_get_message (review));
    case HEED_PROMPT_WHEN_ALWAYS:
    default:
      return TRUE;
    }
}

HeedGate
heed_gate_decide (const HeedPolicy *policy, const HeedReview *review)
{
  if (!heed_gate_would_ask (policy, review))
    return HEED_GATE_CLEAR;
  return heed_policy_get_mode (policy) == HEED_MODE_OBSERVE ? HEED_GATE_OBSERVED : HEED_GATE_ASK;
}
