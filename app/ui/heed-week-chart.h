/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-history-figures.h"

G_BEGIN_DECLS

#define HEED_TYPE_WEEK_CHART (heed_week_chart_get_type ())

/**
 * HeedWeekChart:
 *
 * How often somebody was asked in each week: a bar with its number for each, and the same in words
 * for assistive technology.
 */
G_DECLARE_FINAL_TYPE (HeedWeekChart, heed_week_chart, HEED, WEEK_CHART, GtkWidget)

/** heed_week_chart_show: draws @figures from now on */
void heed_week_chart_show (HeedWeekChart *self, const HeedHistoryFigures *figures);

G_END_DECLS
