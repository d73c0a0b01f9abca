/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-decision-item.h"

G_BEGIN_DECLS

#define HEED_TYPE_DECISION_ROW (heed_decision_row_get_type ())

/**
 * HeedDecisionRow:
 *
 * One past decision: whom the message was for, what became of it, and when.
 */
G_DECLARE_FINAL_TYPE (HeedDecisionRow, heed_decision_row, HEED, DECISION_ROW, AdwBin)

/** heed_decision_row_new: Returns: (transfer none): a row that shows nothing yet */
HeedDecisionRow *heed_decision_row_new (void);

/** heed_decision_row_show: shows @item from now on */
void heed_decision_row_show (HeedDecisionRow *self, HeedDecisionItem *item);

G_END_DECLS
