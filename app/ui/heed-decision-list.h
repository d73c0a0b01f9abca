/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HEED_TYPE_DECISION_LIST (heed_decision_list_get_type ())

/**
 * HeedDecisionList:
 *
 * A #GListModel of #HeedDecisionItem, newest first, which are made only when they are looked at:
 * there can be a hundred thousand.
 */
G_DECLARE_FINAL_TYPE (HeedDecisionList, heed_decision_list, HEED, DECISION_LIST, GObject)

/** heed_decision_list_new: Returns: (transfer full): a list of nothing */
HeedDecisionList *heed_decision_list_new (void);

/**
 * heed_decision_list_fill:
 * @self: a list
 * @decisions: (element-type HeedPastDecision): in no order
 * @only_asked: whether those are left out that nobody was asked about
 */
void heed_decision_list_fill (HeedDecisionList *self, GPtrArray *decisions, gboolean only_asked);

G_END_DECLS
