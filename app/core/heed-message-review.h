/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-finding.h"
#include "heed-known-domains.h"
#include "heed-message.h"
#include "heed-policy.h"

G_BEGIN_DECLS

/**
 * heed_message_review_find:
 * @message: what is about to be sent
 * @policy: what the organisation decided
 * @known: whom the person writes to
 *
 * Looks at the recipients together: who is outside, who joins, who would see whom, and what nobody
 * could look at.
 *
 * Returns: (transfer full) (element-type HeedFinding): each about the whole message, or about
 *   one who joins
 */
GPtrArray *
heed_message_review_find (HeedMessage *message, HeedPolicy *policy, HeedKnownDomains *known);

G_END_DECLS
