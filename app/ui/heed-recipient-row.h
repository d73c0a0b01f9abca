/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-decision.h"

G_BEGIN_DECLS

#define HEED_TYPE_RECIPIENT_ROW (heed_recipient_row_get_type ())

/**
 * HeedRecipientRow:
 *
 * One risk of a decision: who it is, what differs, and what can be done about it.
 */
G_DECLARE_FINAL_TYPE (HeedRecipientRow, heed_recipient_row, HEED, RECIPIENT_ROW, GtkWidget)

/**
 * heed_recipient_row_new:
 * @decision: the state of the window
 * @risk: which of its risks
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *heed_recipient_row_new (HeedDecision *decision, guint risk);

G_END_DECLS
