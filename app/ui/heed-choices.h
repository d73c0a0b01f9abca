/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-policy.h"
#include "heed-review.h"
#include "heed-risk.h"

G_BEGIN_DECLS

/**
 * HeedChoices:
 *
 * The recipients of a message, sorted into risks and others, and what the person chose to do with
 * them. The risks are the recipients with a finding of at least caution, worst first.
 */
typedef struct _HeedChoices HeedChoices;

/**
 * heed_choices_new:
 * @review: what was found
 * @policy: what may be sent
 * @can_correct: whether the mail program can replace the recipients
 *
 * Returns: (transfer full): choices, none of them made
 */
HeedChoices *heed_choices_new (HeedReview *review, HeedPolicy *policy, gboolean can_correct);
void heed_choices_free (HeedChoices *self);

/** heed_choices_get_n_risks: Returns: how many recipients have to be looked at */
guint heed_choices_get_n_risks (const HeedChoices *self);

/** heed_choices_get_risk: Returns: (transfer none): a risk */
HeedRisk *heed_choices_get_risk (const HeedChoices *self, guint risk);

/** heed_choices_get_others: Returns: (transfer none) (element-type HeedRecipient): the recipients
 * that are no risk, in the order of the message */
GPtrArray *heed_choices_get_others (const HeedChoices *self);

/** heed_choices_list_messages: Returns: (transfer container) (element-type utf8): what the policy
 * says, each once, to somebody who seems to have meant the protected domains found */
GPtrArray *heed_choices_list_messages (const HeedChoices *self);

/** heed_choices_is_blocked: Returns: whether there is no way to send, corrected or not */
gboolean heed_choices_is_blocked (const HeedChoices *self);

/** heed_choices_may_stay: Returns: whether there is a way to send without a correction */
gboolean heed_choices_may_stay (const HeedChoices *self);

/** heed_choices_can_correct: Returns: whether corrections can be chosen */
gboolean heed_choices_can_correct (const HeedChoices *self);

/** heed_choices_can_remove: Returns: whether a recipient can be taken out of the message: not the
 * only one */
gboolean heed_choices_can_remove (const HeedChoices *self);

/** heed_choices_get_n_exposed: Returns: how many strangers would see each other's addresses and can
 * be moved to Bcc; 0 where corrections are not possible */
guint heed_choices_get_n_exposed (const HeedChoices *self);

/** heed_choices_set_hides_exposed: moves these strangers to Bcc, or back */
void heed_choices_set_hides_exposed (HeedChoices *self, gboolean hides);

/** heed_choices_hides_exposed: Returns: whether they are moved to Bcc */
gboolean heed_choices_hides_exposed (const HeedChoices *self);

/** heed_choices_has_correction: Returns: whether the recipients are changed in any way */
gboolean heed_choices_has_correction (const HeedChoices *self);

/** heed_choices_is_anybody_left: Returns: whether the message still goes to somebody */
gboolean heed_choices_is_anybody_left (const HeedChoices *self);

/** heed_choices_get_remaining_severity: Returns: the worst of what stays as it is */
HeedSeverity heed_choices_get_remaining_severity (const HeedChoices *self);

/** heed_choices_are_made: Returns: whether each risk was changed, or confirmed where it has to be,
 * and the policy lets what stays be sent */
gboolean heed_choices_are_made (const HeedChoices *self);

/** heed_choices_apply: Returns: (transfer full) (nullable): the corrected message; %NULL when it
 * could not be written down */
HeedMessage *heed_choices_apply (const HeedChoices *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedChoices, heed_choices_free)

G_END_DECLS
