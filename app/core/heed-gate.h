/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-policy.h"
#include "heed-review.h"

G_BEGIN_DECLS

/**
 * HeedGate:
 * @HEED_GATE_CLEAR: the message goes; there is nothing to ask about
 * @HEED_GATE_OBSERVED: the message goes; the person would have been asked if the policy enforced
 * @HEED_GATE_ASK: the person is asked
 *
 * What the policy makes of a review.
 */
typedef enum
{
  HEED_GATE_CLEAR,
  HEED_GATE_OBSERVED,
  HEED_GATE_ASK,
} HeedGate;

/** heed_gate_decide: Returns: what follows from @review */
HeedGate heed_gate_decide (const HeedPolicy *policy, const HeedReview *review);

/** heed_gate_would_ask: Returns: whether the person would be asked about @review if the policy
 * enforced */
gboolean heed_gate_would_ask (const HeedPolicy *policy, const HeedReview *review);

G_END_DECLS
