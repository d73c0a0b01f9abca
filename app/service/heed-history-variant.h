/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-correspondent.h"
#include "heed-past-decision.h"
#include "heed-trust.h"

G_BEGIN_DECLS

/* Records of the history as values: a correspondent as `(ssuxxub)`, a decision as `(xsssasas)`, a
 * trust as `(ssx)`. */

/** heed_history_variant_pack_correspondent: Returns: (transfer floating): the value */
GVariant *heed_history_variant_pack_correspondent (const HeedCorrespondent *correspondent);

/** heed_history_variant_pack_decision: Returns: (transfer floating): the value */
GVariant *heed_history_variant_pack_decision (const HeedPastDecision *decision);

/** heed_history_variant_read_correspondent: Returns: (transfer full) (nullable): the correspondent;
 * %NULL for an address that is none, or no message */
HeedCorrespondent *heed_history_variant_read_correspondent (GVariant *value);

/** heed_history_variant_read_decision: Returns: (transfer full) (nullable): the decision; %NULL
 * where a name in it is none */
HeedPastDecision *heed_history_variant_read_decision (GVariant *value);

/** heed_history_variant_pack_trust: Returns: (transfer floating): the value */
GVariant *heed_history_variant_pack_trust (const HeedTrust *trust);

/** heed_history_variant_read_trust: Returns: (transfer full) (nullable): the trust; %NULL for what
 * heed_trust_new() refuses */
HeedTrust *heed_history_variant_read_trust (GVariant *value);

G_END_DECLS
