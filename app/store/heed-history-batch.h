/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-correspondent.h"
#include "heed-known-domains.h"
#include "heed-past-decision.h"
#include "heed-trust.h"

G_BEGIN_DECLS

/**
 * HeedHistoryBatch:
 *
 * Records that belong together: lessons, each a correspondent as far as it is to be added, one for
 * each address, past decisions in order, and whom the person trusts or does no longer. Not
 * thread-safe.
 */
typedef struct _HeedHistoryBatch HeedHistoryBatch;

HeedHistoryBatch *heed_history_batch_new (void);
void heed_history_batch_free (HeedHistoryBatch *self);

/** heed_history_batch_add_lesson: adds @lesson to what the batch has of the address */
void heed_history_batch_add_lesson (HeedHistoryBatch *self, HeedCorrespondent *lesson);

/** heed_history_batch_add_decision: adds @decision; of more than %HEED_LIMIT_UNWRITTEN_DECISIONS,
 * the oldest go */
void heed_history_batch_add_decision (HeedHistoryBatch *self, HeedPastDecision *decision);

/** heed_history_batch_add_trust: adds @trust in place of another of the same subject */
void heed_history_batch_add_trust (HeedHistoryBatch *self, HeedTrust *trust);

/** heed_history_batch_add_earlier: adds what @earlier holds, as if it had been added before */
void heed_history_batch_add_earlier (HeedHistoryBatch *self, HeedHistoryBatch *earlier);

gboolean heed_history_batch_is_empty (const HeedHistoryBatch *self);

/** heed_history_batch_get_lessons: Returns: (transfer container) (element-type HeedCorrespondent):
 * in no order */
GList *heed_history_batch_get_lessons (const HeedHistoryBatch *self);

/** heed_history_batch_get_decisions: Returns: (transfer none) (element-type HeedPastDecision):
 * oldest first */
GList *heed_history_batch_get_decisions (const HeedHistoryBatch *self);

/** heed_history_batch_get_trusts: Returns: (transfer container) (element-type HeedTrust): in no
 * order */
GList *heed_history_batch_get_trusts (const HeedHistoryBatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedHistoryBatch, heed_history_batch_free)

G_END_DECLS
