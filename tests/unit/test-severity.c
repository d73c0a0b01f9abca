/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-severity.h"

static void
test_names (void)
{
  /* Worse ones are greater. */
  static const char *const names[] = { "clear", "notice", "caution", "danger", "blocked" };

  g_assert_cmpuint (G_N_ELEMENTS (names), ==, HEED_N_SEVERITIES);
  for (guint i = 0; i < HEED_N_SEVERITIES; i++)
    {
      HeedSeverity severity = HEED_N_SEVERITIES;

      g_assert_cmpstr (heed_severity_get_name (i), ==, names[i]);
      g_assert_true (heed_severity_from_name (names[i], &severity));
      g_assert_cmpuint (severity, ==, i);
    }
}

static void
test_unknown (void)
{
  static const char *const wrong[] = { "", "Danger", "dangerous", "danger " };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      HeedSeverity severity = HEED_SEVERITY_NOTICE;

      g_assert_false (heed_severity_from_name (wrong[i], &severity));
      g_assert_cmpint (severity, ==, HEED_SEVERITY_NOTICE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/severity/names", test_names);
  g_test_add_func ("/severity/unknown", test_unknown);
  return g_test_run ();
}
