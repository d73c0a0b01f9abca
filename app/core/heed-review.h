/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-finding.h"
#include "heed-message.h"

G_BEGIN_DECLS

#define HEED_TYPE_REVIEW (heed_review_get_type ())

/**
 * HeedReview:
 *
 * All findings of one message. Immutable, ref-counted.
 */
typedef struct _HeedReview HeedReview;

GType heed_review_get_type (void) G_GNUC_CONST;

/**
 * heed_review_new:
 * @message: what was reviewed
 * @findings: (transfer full) (element-type HeedFinding): what was found; sorted here, worst first,
 * then by recipient
 *
 * Returns: (transfer full): the review
 */
HeedReview *heed_review_new (HeedMessage *message, GPtrArray *findings);

HeedReview *heed_review_ref (HeedReview *self);
void heed_review_unref (HeedReview *self);

/** heed_review_get_message: Returns: (transfer none): the message */
HeedMessage *heed_review_get_message (const HeedReview *self);

/** heed_review_get_findings: Returns: (transfer none) (element-type HeedFinding): worst first */
GPtrArray *heed_review_get_findings (const HeedReview *self);

/** heed_review_get_severity: Returns: the worst severity of all findings; clear without any */
HeedSeverity heed_review_get_severity (const HeedReview *self);

/**
 * heed_review_get_finding_for:
 * @self: a review
 * @recipient: a position in heed_message_get_recipients()
 *
 * Returns: (transfer none) (nullable): the worst finding about that recipient
 */
HeedFinding *heed_review_get_finding_for (const HeedReview *self, guint recipient);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedReview, heed_review_unref)

G_END_DECLS
