/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-edit.h"

static void
test_names (void)
{
  g_assert_cmpstr (heed_edit_operation_get_name (HEED_EDIT_MISSING), ==, "missing");
  g_assert_cmpstr (heed_edit_operation_get_name (HEED_EDIT_EXTRA), ==, "extra");
  g_assert_cmpstr (heed_edit_operation_get_name (HEED_EDIT_WRONG), ==, "wrong");
  g_assert_cmpstr (heed_edit_operation_get_name (HEED_EDIT_SWAPPED), ==, "swapped");
}

static void
test_copy (void)
{
  g_autoptr (HeedEdit) edit = heed_edit_new (HEED_EDIT_WRONG, 3, "а", "a");
  g_autoptr (HeedEdit) copy = heed_edit_copy (edit);

  g_assert_true (copy != edit && copy->got != edit->got);
  g_assert_cmpint (copy->operation, ==, HEED_EDIT_WRONG);
  g_assert_cmpuint (copy->position, ==, 3);
  g_assert_cmpstr (copy->got, ==, "а");
  g_assert_cmpstr (copy->expected, ==, "a");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/names", test_names);
  g_test_add_func ("/edit/copy", test_copy);
  return g_test_run ();
}
