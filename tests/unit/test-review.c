/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-review.h"

static HeedFinding *
make (HeedSeverity severity, guint recipient, const char *text)
{
  return heed_finding_new (HEED_FINDING_FIRST_CONTACT, severity, recipient, "b.org", NULL,
                           HEED_EVIDENCE_NONE, NULL, "New", text);
}

static void
test_worst_first (void)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (HeedMessage) message = heed_message_builder_end (builder);
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_finding_unref);
  g_autoptr (HeedReview) review = NULL;
  static const char *const order[] = { "danger 2", "notice 0", "notice 2", "notice all" };

  g_ptr_array_add (findings, make (HEED_SEVERITY_NOTICE, HEED_FINDING_WHOLE_MESSAGE, order[3]));
  g_ptr_array_add (findings, make (HEED_SEVERITY_NOTICE, 2, order[2]));
  g_ptr_array_add (findings, make (HEED_SEVERITY_NOTICE, 0, order[1]));
  g_ptr_array_add (findings, make (HEED_SEVERITY_DANGER, 2, order[0]));
  review = heed_review_new (message, findings);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (heed_finding_get_text (heed_review_get_findings (review)->pdata[i]), ==,
                     order[i]);
  g_assert_cmpint (heed_review_get_severity (review), ==, HEED_SEVERITY_DANGER);
  g_assert_cmpstr (heed_finding_get_text (heed_review_get_finding_for (review, 2)), ==, order[0]);
  g_assert_null (heed_review_get_finding_for (review, 1));
}

static void
test_nothing_found (void)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (HeedMessage) message = heed_message_builder_end (builder);
  g_autoptr (HeedReview) review =
      heed_review_new (message,
                       g_ptr_array_new_with_free_func ((GDestroyNotify)heed_finding_unref));

  g_assert_cmpint (heed_review_get_severity (review), ==, HEED_SEVERITY_CLEAR);
  g_assert_null (heed_review_get_finding_for (review, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/worst-first", test_worst_first);
  g_test_add_func ("/review/nothing", test_nothing_found);
  return g_test_run ();
}
