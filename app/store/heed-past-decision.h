/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-past-request.h"
#include "heed-verdict.h"

G_BEGIN_DECLS

#define HEED_TYPE_PAST_DECISION (heed_past_decision_get_type ())

/**
 * HeedPastDecision:
 *
 * What was answered to one request, as it is remembered. Immutable, ref-counted, safe to hand to
 * another thread.
 */
typedef struct _HeedPastDecision HeedPastDecision;

GType heed_past_decision_get_type (void) G_GNUC_CONST;

/**
 * heed_past_decision_new:
 * @time: when, in microseconds since 1970
 * @client: (nullable): the mail program
 * @verdict: what was answered; only its first %HEED_LIMIT_DECISION_RECIPIENTS recipients are kept
 *
 * Returns: (transfer full): the decision
 */
HeedPastDecision *
heed_past_decision_new (gint64 time, const char *client, const HeedVerdict *verdict);

/**
 * heed_past_decision_new_from_parts:
 * @time: when, in microseconds since 1970
 * @client: (nullable): the mail program
 * @reason: the name of a #HeedReason, which says whether the message was allowed
 * @severity: the name of a #HeedSeverity
 * @recipients: (array zero-terminated=1): addresses
 * @kinds: (array zero-terminated=1): names of the kinds of its findings, each once
 *
 * Returns: (transfer full) (nullable): the decision; %NULL when one of them is none
 */
HeedPastDecision *heed_past_decision_new_from_parts (gint64 time,
                                                     const char *client,
                                                     const char *reason,
                                                     const char *severity,
                                                     const char *const *recipients,
                                                     const char *const *kinds);

/** heed_past_decision_new_from_bytes: Returns: (transfer full) (nullable): the decision; %NULL when
 * @bytes are none */
HeedPastDecision *heed_past_decision_new_from_bytes (GBytes *bytes);

/** heed_past_decision_to_bytes: Returns: (transfer full): what a row holds, before it is sealed */
GBytes *heed_past_decision_to_bytes (const HeedPastDecision *self);

/** heed_past_decision_make_identity: Returns: (transfer full): the same for the same decision,
 * whether what was asked about is remembered with it or not */
char *heed_past_decision_make_identity (const HeedPastDecision *self);

HeedPastDecision *heed_past_decision_ref (HeedPastDecision *self);
void heed_past_decision_unref (HeedPastDecision *self);

/** heed_past_decision_get_time: Returns: when, in microseconds since 1970 */
gint64 heed_past_decision_get_time (const HeedPastDecision *self);

/** heed_past_decision_get_client: Returns: (transfer none) (nullable): the mail program */
const char *heed_past_decision_get_client (const HeedPastDecision *self);
HeedReason heed_past_decision_get_reason (const HeedPastDecision *self);

/** heed_past_decision_is_allow: Returns: whether the message could go */
gboolean heed_past_decision_is_allow (const HeedPastDecision *self);
HeedSeverity heed_past_decision_get_severity (const HeedPastDecision *self);

/** heed_past_decision_get_recipients: Returns: (transfer none) (array zero-terminated=1): addresses
 */
const char *const *heed_past_decision_get_recipients (const HeedPastDecision *self);

/** heed_past_decision_get_request: Returns: (transfer none) (nullable): what was asked about; %NULL
 * where that was not remembered yet, or the decision was imported */
HeedPastRequest *heed_past_decision_get_request (const HeedPastDecision *self);

/** heed_past_decision_get_kinds: Returns: (transfer none) (array zero-terminated=1): names */
const char *const *heed_past_decision_get_kinds (const HeedPastDecision *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPastDecision, heed_past_decision_unref)

G_END_DECLS
