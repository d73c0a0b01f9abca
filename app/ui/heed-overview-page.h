/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-history.h"

G_BEGIN_DECLS

#define HEED_TYPE_OVERVIEW_PAGE (heed_overview_page_get_type ())

/**
 * HeedOverviewPage:
 *
 * Is everything working: what needs attention, the mail programs of this machine, and what Heed has
 * done so far. Looks anew each time that it is shown.
 */
G_DECLARE_FINAL_TYPE (HeedOverviewPage, heed_overview_page, HEED, OVERVIEW_PAGE, AdwBin)

/** heed_overview_page_set_history: whose past decisions count; to be called once */
void heed_overview_page_set_history (HeedOverviewPage *self, HeedHistory *history);

/** heed_overview_page_set_problem: @problem: (nullable): what is wrong with the policy and the
 * history, one fault a line; %NULL for nothing */
void heed_overview_page_set_problem (HeedOverviewPage *self, const char *problem);

/** heed_overview_page_refresh: looks at everything anew */
void heed_overview_page_refresh (HeedOverviewPage *self);

G_END_DECLS
