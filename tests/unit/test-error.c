/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-error.h"

static void
test_names (void)
{
  static const char *const names[] = { "InvalidArgument", "InvalidRecipient", "LimitExceeded",
                                       "NotFound",        "NotAllowed",       "Failed" };

  g_assert_cmpuint (G_N_ELEMENTS (names), ==, HEED_N_ERRORS);
  for (guint i = 0; i < HEED_N_ERRORS; i++)
    g_assert_cmpstr (heed_error_get_name (i), ==, names[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/names", test_names);
  return g_test_run ();
}
