/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-finding.h"
#include "heed-policy.h"
#include "heed-recipient.h"
#include "heed-trust.h"

G_BEGIN_DECLS

/**
 * HeedRisk:
 *
 * One recipient that has to be looked at, what was found about it, and what the person did about
 * it. Only its #HeedDecision changes it.
 */
typedef struct _HeedRisk HeedRisk;

/**
 * heed_risk_new:
 * @recipient: who it is
 * @position: where it stands in heed_message_get_recipients()
 * @worst: the worst that was found about it
 * @policy: what has to be done before the message can go to it as it is
 *
 * Returns: (transfer full): a risk that nobody acted on, with that finding alone
 */
HeedRisk *heed_risk_new (HeedRecipient *recipient,
                         guint position,
                         HeedFinding *worst,
                         const HeedPolicy *policy);
void heed_risk_free (HeedRisk *self);

/** heed_risk_add_finding: adds a finding that is not worse than those before */
void heed_risk_add_finding (HeedRisk *self, HeedFinding *finding);

/** heed_risk_get_recipient: Returns: (transfer none): who it is */
HeedRecipient *heed_risk_get_recipient (const HeedRisk *self);

/** heed_risk_get_position: Returns: where it stands in heed_message_get_recipients() */
guint heed_risk_get_position (const HeedRisk *self);

/** heed_risk_get_findings: Returns: (transfer none) (element-type HeedFinding): what was found
 * about it, worst first, at least one */
GPtrArray *heed_risk_get_findings (const HeedRisk *self);

/** heed_risk_get_severity: Returns: how bad the worst finding is */
HeedSeverity heed_risk_get_severity (const HeedRisk *self);

/** heed_risk_get_proposals: Returns: (transfer none) (element-type HeedMailbox): the addresses that
 * may have been meant, best first */
GPtrArray *heed_risk_get_proposals (const HeedRisk *self);

/**
 * heed_risk_get_required_text:
 *
 * Returns: (transfer none) (nullable): what has to be typed before the message can go to this
 * recipient as it is (`.ml`); %NULL when nothing has to be
 */
const char *heed_risk_get_required_text (const HeedRisk *self);

/** heed_risk_needs_tick: Returns: whether a box has to be ticked before the message can go to this
 * recipient as it is */
gboolean heed_risk_needs_tick (const HeedRisk *self);

/** heed_risk_is_confirmed: Returns: whether what it requires was typed or ticked, if anything */
gboolean heed_risk_is_confirmed (const HeedRisk *self);

/** heed_risk_is_changed: Returns: whether the message does not go to it as it is */
gboolean heed_risk_is_changed (const HeedRisk *self);

/** heed_risk_get_correction: Returns: (transfer none) (nullable): the chosen proposal */
HeedMailbox *heed_risk_get_correction (const HeedRisk *self);

/** heed_risk_is_removed: Returns: whether the person took it out of the message */
gboolean heed_risk_is_removed (const HeedRisk *self);

/** heed_risk_get_trust: Returns: (transfer none) (nullable): that the person trusts it from now on,
 * once the message is sent to it */
HeedTrust *heed_risk_get_trust (const HeedRisk *self);

/** heed_risk_create_trust: Returns: (transfer full) (nullable): that somebody trusts it, for
 * @reason: its domain, or its address where the domain is right; %NULL where that cannot be trusted
 */
HeedTrust *heed_risk_create_trust (const HeedRisk *self, const char *reason);

/** heed_risk_set_trust: @trust: (nullable): whether it is trusted from now on */
void heed_risk_set_trust (HeedRisk *self, HeedTrust *trust);

/** heed_risk_set_typed: tells what stands in its entry */
void heed_risk_set_typed (HeedRisk *self, const char *typed);

/** heed_risk_set_ticked: tells whether its box is ticked */
void heed_risk_set_ticked (HeedRisk *self, gboolean ticked);

/** heed_risk_choose: takes a proposal in place of what was typed */
void heed_risk_choose (HeedRisk *self, guint proposal);

/** heed_risk_remove: takes the recipient out of the message */
void heed_risk_remove (HeedRisk *self);

/** heed_risk_undo: takes what was typed again */
void heed_risk_undo (HeedRisk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedRisk, heed_risk_free)

G_END_DECLS
