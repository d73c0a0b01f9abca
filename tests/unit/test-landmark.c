/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-landmark.h"

static gboolean
is_one (const char *text)
{
  g_autoptr (HeedDomain) domain = heed_domain_new (text, NULL);

  return heed_landmark_is_one (domain);
}

static void
test_members (void)
{
  g_assert_true (is_one ("hpe.com"));
  g_assert_true (is_one ("ARMY.mil."));
  g_assert_true (is_one ("kit.edu"));
  g_assert_true (is_one ("va.gov"));
  /* The first and the last of the list, in the order in which it is searched. */
  g_assert_true (is_one ("123mail.org"));
  g_assert_true (is_one ("zoom.us"));
}

static void
test_strangers (void)
{
  g_assert_false (is_one ("hpa.com"));
  g_assert_false (is_one ("army.ml"));
  g_assert_false (is_one ("mail.hpe.com"));
  g_assert_false (is_one ("com"));
  g_assert_false (is_one ("[192.0.2.1]"));
  /* Providers are in a list of their own. */
  g_assert_false (is_one ("gmail.com"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/landmark/members", test_members);
  g_test_add_func ("/landmark/strangers", test_strangers);
  return g_test_run ();
}
