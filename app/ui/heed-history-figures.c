/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-history-figures.h"

/* The kinds up to this one say that another address may have been meant. */
#define LAST_NEAR_MISS HEED_FINDING_UNKNOWN_SUFFIX

gboolean
heed_history_figures_is_asked (HeedReason reason)
{
  switch (reason)
    {
    case HEED_REASON_CONFIRMED:
    case HEED_REASON_CORRECTED:
    case HEED_REASON_DECLINED:
    case HEED_REASON_BLOCKED:
    case HEED_REASON_TIMEOUT:
      return TRUE;
    case HEED_REASON_CLEAR:
    case HEED_REASON_OBSERVED:
    case HEED_REASON_WITHDRAWN:
    default:
      return FALSE;
    }
}

static gboolean
is_near_miss (const HeedPastDecision *decision)
{
  const char *const *kinds = heed_past_decision_get_kinds (decision);

  for (guint kind = 0; kind <= LAST_NEAR_MISS; kind++)
    {
      if (g_strv_contains (kinds, heed_finding_kind_get_name (kind)))
        return TRUE;
    }
  return FALSE;
}

static void
heed_history_figures_add (HeedHistoryFigures *self, const HeedPastDecision *decision)
{
  HeedReason reason = heed_past_decision_get_reason (decision);
  gint64 seconds = heed_past_decision_get_time (decision) / G_USEC_PER_SEC;

  if (!heed_history_figures_is_asked (reason))
    return;
  if (reason != HEED_REASON_CONFIRMED && is_near_miss (decision))
    self->stopped++;
  for (guint week = HEED_HISTORY_FIGURES_WEEKS; week-- > 0;)
    {
      if (seconds >= g_date_time_to_unix (self->mondays[week]))
        {
          self->windows[week]++;
          return;
        }
    }
}

HeedHistoryFigures *
heed_history_figures_new (GPtrArray *decisions, GDateTime *now)
{
  HeedHistoryFigures *self = g_new0 (HeedHistoryFigures, 1);
  g_autoptr (GDateTime) midnight =
      g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (now),
                       g_date_time_get_month (now), g_date_time_get_day_of_month (now), 0, 0, 0);

  for (int week = 0; week < HEED_HISTORY_FIGURES_WEEKS; week++)
    {
      int days =
          g_date_time_get_day_of_week (midnight) - 1 + 7 * (HEED_HISTORY_FIGURES_WEEKS - 1 - week);

      self->mondays[week] = g_date_time_add_days (midnight, -days);
    }
  for (guint i = 0; i < decisions->len; i++)
    heed_history_figures_add (self, decisions->pdata[i]);
  return self;
}

void
heed_history_figures_free (HeedHistoryFigures *self)
{
  for (guint week = 0; week < HEED_HISTORY_FIGURES_WEEKS; week++)
    g_date_time_unref (self->mondays[week]);
  g_free (self);
}
