/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-policy-folder.h"
#include "heed-policy-watch.h"

#include <glib/gstdio.h>
#include <string.h>

/* Seconds that a change has to be seen; GIO looks for a folder that is missing every four. */
#define PATIENCE 20

typedef struct
{
  char *folder;           /* (owned) */
  HeedPolicyWatch *watch; /* (owned) (nullable) */
} Fixture;

static GLogWriterOutput
drop_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].key, "MESSAGE") &&
          strstr (fields[i].value, "The policy has a fault") != NULL)
        return G_LOG_WRITER_HANDLED;
    }
  return g_log_writer_default (level, fields, n_fields, user_data);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("heed-policy-watch-XXXXXX", NULL);
}

static void
remove_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      g_remove (inner);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->watch);
  remove_files (fixture->folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
write_policy (Fixture *fixture, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.json", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
begin (Fixture *fixture)
{
  g_autoptr (GPtrArray) folders =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_policy_folder_free);

  g_ptr_array_add (folders, heed_policy_folder_new (fixture->folder, FALSE));
  fixture->watch = heed_policy_watch_new (folders);
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("The change was not seen");
  return G_SOURCE_REMOVE;
}

static void
seen_cb (gboolean *seen)
{
  *seen = TRUE;
}

/* Waits until a property was notified after @act did what it does. */
static void
expect (Fixture *fixture, const char *property, const char *text)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);
  gboolean seen = FALSE;
  gulong handler = g_signal_connect_swapped (fixture->watch, signal, G_CALLBACK (seen_cb), &seen);
  guint patience = g_timeout_add_seconds (PATIENCE, give_up_cb, NULL);

  write_policy (fixture, text);
  while (!seen)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  g_signal_handler_disconnect (fixture->watch, handler);
}

static guint
get_countdown (Fixture *fixture)
{
  return heed_policy_get_countdown (heed_policy_watch_get_policy (fixture->watch));
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  write_policy (fixture, "{\"countdown\": 1}");
  begin (fixture);
  g_assert_cmpuint (get_countdown (fixture), ==, 1);
  g_assert_null (heed_policy_watch_get_problem (fixture->watch));
  expect (fixture, "policy", "{\"countdown\": 2}");
  g_assert_cmpuint (get_countdown (fixture), ==, 2);
}

/* What the person's own file gets wrong must not keep out what an administrator changes. */
static void
test_own_fault_keeps_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *own = g_dir_make_tmp ("heed-policy-own-XXXXXX", NULL);
  g_autofree char *broken = g_build_filename (own, "preferences.json", NULL);
  g_autoptr (GPtrArray) folders =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_policy_folder_free);

  g_assert_true (g_file_set_contents (broken, "{\"countdown\": ", -1, NULL));
  write_policy (fixture, "{\"countdown\": 1}");
  g_ptr_array_add (folders, heed_policy_folder_new (fixture->folder, FALSE));
  g_ptr_array_add (folders, heed_policy_folder_new (own, TRUE));
  fixture->watch = heed_policy_watch_new (folders);
  g_assert_nonnull (heed_policy_watch_get_problem (fixture->watch));
  g_assert_cmpuint (get_countdown (fixture), ==, 1);
  expect (fixture, "policy", "{\"countdown\": 2}");
  g_assert_cmpuint (get_countdown (fixture), ==, 2);
  g_assert_nonnull (heed_policy_watch_get_problem (fixture->watch));
  remove_files (own);
  g_rmdir (own);
}

static void
test_fault_keeps_the_last (Fixture *fixture, gconstpointer data)
{
  g_autofree char *problem = NULL;

  write_policy (fixture, "{\"countdown\": 1}");
  begin (fixture);
  expect (fixture, "problem", "{\"countdown\": 2, \"mode\": 1}");
  g_assert_cmpuint (get_countdown (fixture), ==, 1);
  g_object_get (fixture->watch, "problem", &problem, NULL);
  g_assert_nonnull (strstr (problem, "a.json: line 1, column 26: $.mode is 1; it must be"));
  expect (fixture, "problem", "{\"countdown\": 2}");
  g_assert_null (heed_policy_watch_get_problem (fixture->watch));
  g_assert_cmpuint (get_countdown (fixture), ==, 2);
}

static void
test_fault_at_the_start (Fixture *fixture, gconstpointer data)
{
  write_policy (fixture, "{");
  begin (fixture);
  g_assert_nonnull (heed_policy_watch_get_problem (fixture->watch));
  g_assert_false (heed_policy_is_managed (heed_policy_watch_get_policy (fixture->watch)));
  expect (fixture, "policy", "{\"countdown\": 2}");
  g_assert_cmpuint (get_countdown (fixture), ==, 2);
}

static void
test_folder_that_comes_later (Fixture *fixture, gconstpointer data)
{
  g_rmdir (fixture->folder);
  begin (fixture);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  expect (fixture, "policy", "{\"countdown\": 3}");
  while (get_countdown (fixture) != 3)
    g_main_context_iteration (NULL, TRUE);
}

/* Nobody hears of what is read when the watch is gone. */
static void
test_gone_while_reading (Fixture *fixture, gconstpointer data)
{
  gpointer watch;

  begin (fixture);
  expect (fixture, "policy", "{\"countdown\": 3}");
  write_policy (fixture, "{\"countdown\": 4}");
  watch = fixture->watch;
  g_object_add_weak_pointer (G_OBJECT (fixture->watch), &watch);
  g_clear_object (&fixture->watch);
  while (watch != NULL)
    g_main_context_iteration (NULL, TRUE);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/policy-watch/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (drop_log, NULL, NULL);
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  ADD ("changes", test_changes);
  ADD ("fault/last", test_fault_keeps_the_last);
  ADD ("fault/own", test_own_fault_keeps_nothing);
  ADD ("fault/start", test_fault_at_the_start);
  ADD ("folder-later", test_folder_that_comes_later);
  ADD ("gone", test_gone_while_reading);
  return g_test_run ();
}
