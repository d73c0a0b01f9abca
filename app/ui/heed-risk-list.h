/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-decision.h"

G_BEGIN_DECLS

#define HEED_TYPE_RISK_LIST (heed_risk_list_get_type ())

/**
 * HeedRiskList:
 *
 * A row for each recipient that has to be looked at, worst first. A message can have thousands, so
 * there is a button for more.
 */
G_DECLARE_FINAL_TYPE (HeedRiskList, heed_risk_list, HEED, RISK_LIST, GtkWidget)

/** heed_risk_list_set: to be called once */
void heed_risk_list_set (HeedRiskList *self, HeedDecision *decision);

G_END_DECLS
