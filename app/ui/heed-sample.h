/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-policy.h"
#include "heed-review.h"

G_BEGIN_DECLS

/**
 * HeedSample:
 * @HEED_SAMPLE_NEAR_MISS: one letter is missing
 * @HEED_SAMPLE_STRANGER: a stranger joins a conversation
 * @HEED_SAMPLE_MANY: many strangers would see each other
 *
 * Messages that nobody sends, to try the window with.
 */
typedef enum
{
  HEED_SAMPLE_NEAR_MISS,
  HEED_SAMPLE_STRANGER,
  HEED_SAMPLE_MANY,
} HeedSample;

#define HEED_N_SAMPLES (HEED_SAMPLE_MANY + 1)

/**
 * heed_sample_review:
 * @sample: which one
 * @policy: the policy in force
 *
 * Reviews the message as a real one is, for somebody who wrote to army.mil often.
 *
 * Returns: (transfer full): what was found
 */
HeedReview *heed_sample_review (HeedSample sample, HeedPolicy *policy);

G_END_DECLS
