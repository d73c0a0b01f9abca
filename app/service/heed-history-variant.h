/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-correspondent.h"
#include "heed-past-decision.h"

G_BEGIN_DECLS

/* Records of the history as values: a correspondent as `(ssuxxub)`, a decision as `(xsssasas)`. */

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

G_END_DECLS
