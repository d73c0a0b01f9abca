/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-lessons.h"
#include "heed-limits.h"

static guint
count (HeedHistory *history, const char *name)
{
  g_autoptr (HeedDomain) domain = heed_domain_new (name, NULL);

  return heed_known_domains_get_count (heed_history_get_known_domains (history), domain);
}

static HeedMessage *
make_message (void)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();

  g_assert_true (heed_message_builder_add_recipient (builder, HEED_ROLE_TO, "a@b.org", NULL));
  return heed_message_builder_end (builder);
}

static void
test_answers_go_first (void)
{
  g_autoptr (HeedHistory) history = heed_history_new ("/nonexistent/history.db");
  g_autoptr (HeedLessons) lessons = heed_lessons_new (history);
  g_autoptr (HeedMessage) message = make_message ();

  heed_lessons_add_message (lessons, message);
  g_assert_cmpuint (count (history, "b.org"), ==, 0);
  while (!heed_lessons_is_empty (lessons))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count (history, "b.org"), ==, 1);
}

/* A program that keeps the main loop busy must not fill the memory with what is still to learn. */
static void
test_backlog_is_bounded (void)
{
  g_autoptr (HeedHistory) history = heed_history_new ("/nonexistent/history.db");
  g_autoptr (HeedLessons) lessons = heed_lessons_new (history);
  g_autoptr (HeedMessage) message = make_message ();

  for (guint i = 0; i < HEED_LIMIT_LESSONS + 100; i++)
    heed_lessons_add_message (lessons, message);
  g_assert_cmpuint (count (history, "b.org"), ==, 100);
  heed_lessons_take_all (lessons);
  g_assert_cmpuint (count (history, "b.org"), ==, HEED_LIMIT_LESSONS + 100);
  g_assert_true (heed_lessons_is_empty (lessons));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lessons/answers-first", test_answers_go_first);
  g_test_add_func ("/lessons/backlog", test_backlog_is_bounded);
  return g_test_run ();
}
