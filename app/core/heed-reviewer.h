/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-known-domains.h"
#include "heed-policy.h"
#include "heed-review.h"

G_BEGIN_DECLS

/**
 * heed_reviewer_review:
 * @message: what is about to be sent
 * @policy: what the organisation decided
 * @known: whom the person really writes to
 *
 * Compares every recipient's domain with those that the person and the organisation really write
 * to. This is the seam of the engine: it depends on nothing but its arguments and the locale, opens
 * no file, and blocks on nothing.
 *
 * Returns: (transfer full): all findings
 */
HeedReview *
heed_reviewer_review (HeedMessage *message, HeedPolicy *policy, HeedKnownDomains *known);

G_END_DECLS
