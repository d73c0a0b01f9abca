/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-past-decision.h"

G_BEGIN_DECLS

#define HEED_TYPE_DECISION_ITEM (heed_decision_item_get_type ())

/**
 * HeedDecisionItem:
 *
 * A past decision as a list model has it, with what it says to people.
 */
G_DECLARE_FINAL_TYPE (HeedDecisionItem, heed_decision_item, HEED, DECISION_ITEM, GObject)

/** heed_decision_item_new: Returns: (transfer full): an item */
HeedDecisionItem *heed_decision_item_new (HeedPastDecision *decision);

/** heed_decision_item_make_recipients: Returns: (transfer full): whom the message was for, safe to
 * be shown */
char *heed_decision_item_make_recipients (HeedDecisionItem *self);

/** heed_decision_item_get_outcome: Returns: (transfer none): what became of the message */
const char *heed_decision_item_get_outcome (HeedDecisionItem *self);

/** heed_decision_item_make_occasion: Returns: (transfer full): when it was, and by which program,
 * safe to be shown */
char *heed_decision_item_make_occasion (HeedDecisionItem *self);

G_END_DECLS
