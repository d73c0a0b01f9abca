/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-past-decision.h"

G_BEGIN_DECLS

/* How many weeks are looked back, this one among them: a quarter of a year. */
#define HEED_HISTORY_FIGURES_WEEKS 12

/**
 * HeedHistoryFigures:
 * @stopped: near misses that did not go as they were typed, in all the time that is remembered
 * @windows: how often somebody was asked in each week, the oldest week first
 * @mondays: (owned elements): when each week began, by the clock of this place
 *
 * What past decisions add up to.
 */
typedef struct
{
  guint stopped;
  guint windows[HEED_HISTORY_FIGURES_WEEKS];
  GDateTime *mondays[HEED_HISTORY_FIGURES_WEEKS];
} HeedHistoryFigures;

/**
 * heed_history_figures_new:
 * @decisions: (element-type HeedPastDecision): in no order
 * @now: in which week it is
 *
 * Returns: (transfer full): the figures
 */
HeedHistoryFigures *heed_history_figures_new (GPtrArray *decisions, GDateTime *now);
void heed_history_figures_free (HeedHistoryFigures *self);

/** heed_history_figures_is_asked: Returns: whether a window was shown and stayed until an answer,
 * or its time, came */
gboolean heed_history_figures_is_asked (HeedReason reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedHistoryFigures, heed_history_figures_free)

G_END_DECLS
