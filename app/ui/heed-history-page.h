/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-history.h"

G_BEGIN_DECLS

#define HEED_TYPE_HISTORY_PAGE (heed_history_page_get_type ())

/**
 * HeedHistoryPage:
 *
 * The past decisions, narrowed by a search and by age. What is found can be exported and forgotten,
 * and other records can be imported. Looks anew each time that it is shown.
 */
G_DECLARE_FINAL_TYPE (HeedHistoryPage, heed_history_page, HEED, HISTORY_PAGE, AdwBin)

/** heed_history_page_set_history: whose past decisions are shown; to be called once */
void heed_history_page_set_history (HeedHistoryPage *self, HeedHistory *history);

/** heed_history_page_search: puts the keyboard where a search is typed */
void heed_history_page_search (HeedHistoryPage *self);

G_END_DECLS
