/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-history-figures.h"

static void
add (GPtrArray *decisions, GDateTime *time, const char *reason, const char *kind)
{
  const char *const recipients[] = { "ann@army.ml", NULL };
  const char *const kinds[] = { kind, NULL };

  g_ptr_array_add (decisions,
                   heed_past_decision_new_from_parts (g_date_time_to_unix (time) * G_USEC_PER_SEC,
                                                      NULL, reason, "danger", recipients, kinds));
}

static void
test_weeks (void)
{
  g_autoptr (GPtrArray) decisions =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_past_decision_unref);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  /* A Wednesday, ten days after the clocks were put back. */
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 11, 4, 12, 0, 0);
  g_autoptr (GDateTime) monday = g_date_time_new (zone, 2026, 11, 2, 0, 0, 0);
  g_autoptr (GDateTime) sunday = g_date_time_new (zone, 2026, 11, 1, 23, 59, 59);
  g_autoptr (GDateTime) before = g_date_time_new (zone, 2026, 10, 19, 0, 0, 0);
  g_autoptr (GDateTime) too_old = g_date_time_new (zone, 2025, 10, 19, 0, 0, 0);
  g_autoptr (HeedHistoryFigures) figures = NULL;

  add (decisions, now, "declined", "suffix-swap");
  add (decisions, monday, "confirmed", "suffix-swap");
  add (decisions, sunday, "corrected", "missing-letter");
  add (decisions, before, "blocked", "blocked");
  add (decisions, too_old, "timeout", "homograph");
  /* Nobody was asked. */
  add (decisions, now, "clear", "external");
  add (decisions, now, "observed", "suffix-swap");
  add (decisions, now, "withdrawn", "suffix-swap");

  figures = heed_history_figures_new (decisions, now);
  g_assert_cmpuint (figures->stopped, ==, 3);
  g_assert_cmpuint (figures->windows[HEED_HISTORY_FIGURES_WEEKS - 1], ==, 2);
  g_assert_cmpuint (figures->windows[HEED_HISTORY_FIGURES_WEEKS - 2], ==, 1);
  g_assert_cmpuint (figures->windows[HEED_HISTORY_FIGURES_WEEKS - 3], ==, 1);
  g_assert_cmpuint (figures->windows[0], ==, 0);
  g_assert_true (g_date_time_equal (figures->mondays[HEED_HISTORY_FIGURES_WEEKS - 1], monday));
  g_assert_true (g_date_time_equal (figures->mondays[HEED_HISTORY_FIGURES_WEEKS - 3], before));
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) decisions = g_ptr_array_new ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 1, 1, 0, 0, 0);
  g_autoptr (HeedHistoryFigures) figures = heed_history_figures_new (decisions, now);

  g_assert_cmpuint (figures->stopped, ==, 0);
  for (guint week = 0; week < HEED_HISTORY_FIGURES_WEEKS; week++)
    g_assert_cmpuint (figures->windows[week], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history-figures/weeks", test_weeks);
  g_test_add_func ("/history-figures/nothing", test_nothing);
  return g_test_run ();
}
