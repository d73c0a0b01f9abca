/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-policy.h"
#include "heed-request-options.h"
#include "heed-review.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HEED_TYPE_PROMPT (heed_prompt_get_type ())

/**
 * HeedPrompt:
 *
 * What a person is asked about one message: the review, the policy it was made under, and how the
 * caller asked.
 */
G_DECLARE_FINAL_TYPE (HeedPrompt, heed_prompt, HEED, PROMPT, GObject)

/** heed_prompt_new: @options: (transfer full): how the caller asked */
HeedPrompt *heed_prompt_new (HeedReview *review, HeedPolicy *policy, HeedRequestOptions *options);

/** heed_prompt_get_review: Returns: (transfer none): what was found */
HeedReview *heed_prompt_get_review (HeedPrompt *self);

/** heed_prompt_get_policy: Returns: (transfer none): the policy */
HeedPolicy *heed_prompt_get_policy (HeedPrompt *self);

/** heed_prompt_get_options: Returns: (transfer none): how the caller asked */
const HeedRequestOptions *heed_prompt_get_options (HeedPrompt *self);

G_END_DECLS
