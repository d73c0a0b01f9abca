/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-review.h"

G_BEGIN_DECLS

/**
 * HeedReason:
 *
 * Why a verdict is what it is: the first four come with allow, the others with cancel.
 */
typedef enum
{
  HEED_REASON_CLEAR,
  HEED_REASON_CONFIRMED,
  HEED_REASON_CORRECTED,
  HEED_REASON_OBSERVED,
  HEED_REASON_DECLINED,
  HEED_REASON_WITHDRAWN,
  HEED_REASON_BLOCKED,
  HEED_REASON_TIMEOUT,
} HeedReason;

#define HEED_N_REASONS (HEED_REASON_TIMEOUT + 1)

/** heed_reason_get_name: Returns: (transfer none): the name on the wire, such as `confirmed` */
const char *heed_reason_get_name (HeedReason reason);

/** heed_reason_is_allow: Returns: whether it comes with allow */
gboolean heed_reason_is_allow (HeedReason reason);

#define HEED_TYPE_VERDICT (heed_verdict_get_type ())

/**
 * HeedVerdict:
 *
 * The answer to one request. Immutable, ref-counted.
 */
typedef struct _HeedVerdict HeedVerdict;

GType heed_verdict_get_type (void) G_GNUC_CONST;

/**
 * heed_verdict_new:
 * @reason: why; decides between allow and cancel. Not %HEED_REASON_CORRECTED
 * @review: what was found
 *
 * Returns: (transfer full): the verdict
 */
HeedVerdict *heed_verdict_new (HeedReason reason, HeedReview *review);

/**
 * heed_verdict_new_corrected:
 * @review: what was found
 * @message: the message with the recipients to send to in place of those asked about
 *
 * Returns: (transfer full): the verdict, allow with %HEED_REASON_CORRECTED
 */
HeedVerdict *heed_verdict_new_corrected (HeedReview *review, HeedMessage *message);

/**
 * heed_verdict_new_justified:
 * @verdict: a verdict
 * @justification: why the person sends what is not corrected, in their words
 *
 * Returns: (transfer full): the same verdict with that
 */
HeedVerdict *heed_verdict_new_justified (const HeedVerdict *verdict, const char *justification);

HeedVerdict *heed_verdict_ref (HeedVerdict *self);
void heed_verdict_unref (HeedVerdict *self);

/** heed_verdict_is_allow: Returns: whether the message may go */
gboolean heed_verdict_is_allow (const HeedVerdict *self);
HeedReason heed_verdict_get_reason (const HeedVerdict *self);
HeedReview *heed_verdict_get_review (const HeedVerdict *self);

/** heed_verdict_get_message: Returns: (transfer none): what the verdict is for: with a correction
 * the corrected message */
HeedMessage *heed_verdict_get_message (const HeedVerdict *self);

/** heed_verdict_get_justification: Returns: (transfer none) (nullable): why the person sends it
 * anyway, where the policy asks for that */
const char *heed_verdict_get_justification (const HeedVerdict *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedVerdict, heed_verdict_unref)

G_END_DECLS
