/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-finding.h"

/* The names are part of the interface: each value has one of its own. */
static void
test_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < HEED_N_FINDING_KINDS; i++)
    {
      const char *name = heed_finding_kind_get_name (i);

      g_assert_true (name != NULL && *name != '\0');
      g_assert_true (g_hash_table_add (names, (gpointer)name));
    }
  g_assert_true (g_hash_table_contains (names, "suffix-swap"));
  g_assert_cmpstr (heed_evidence_get_name (HEED_EVIDENCE_NONE), ==, "");
  g_assert_cmpstr (heed_evidence_get_name (HEED_EVIDENCE_PROVIDER), ==, "provider");
}

static void
test_nothing_given (void)
{
  g_autoptr (HeedFinding) finding =
      heed_finding_new (HEED_FINDING_MANY_EXPOSED, HEED_SEVERITY_CAUTION,
                        HEED_FINDING_WHOLE_MESSAGE, NULL, NULL, HEED_EVIDENCE_NONE, NULL, "H", "T");

  g_assert_cmpstr (heed_finding_get_domain (finding), ==, "");
  g_assert_null (heed_finding_get_expected (finding)[0]);
  g_assert_cmpuint (heed_finding_get_edits (finding)->len, ==, 0);
  g_assert_cmpstr (heed_finding_get_heading (finding), ==, "H");
  g_assert_cmpstr (heed_finding_get_text (finding), ==, "T");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/finding/names", test_names);
  g_test_add_func ("/finding/nothing", test_nothing_given);
  return g_test_run ();
}
