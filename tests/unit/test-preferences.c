/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-preferences.h"

#include <glib/gstdio.h>

#include "heed-policy-folder.h"
#include "heed-policy-reading.h"

typedef struct
{
  char *folder; /* (owned) */
  HeedPreferences *preferences;
  guint saved;
  guint failed;
} Fixture;

static void
saved_cb (HeedPreferences *preferences, const GError *error, gpointer user_data)
{
  Fixture *self = user_data;

  self->saved++;
  self->failed += error != NULL ? 1 : 0;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *parent = g_dir_make_tmp ("heed-XXXXXX", NULL);

  self->folder = g_build_filename (parent, "heed", "policy.d", NULL);
  self->preferences = heed_preferences_new (self->folder);
  g_signal_connect (self->preferences, "saved", G_CALLBACK (saved_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->preferences);
  g_free (self->folder);
}

static void
wait_for (Fixture *self, guint saved)
{
  while (self->saved < saved)
    g_main_context_iteration (NULL, TRUE);
}

/* @administrators: (nullable): a policy file that is read before. Returns: (transfer full) */
static HeedPolicyReading *
read_back (Fixture *self, const char *administrators)
{
  g_autofree char *system = g_dir_make_tmp ("heed-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (system, "10.json", NULL);
  g_autoptr (GPtrArray) folders =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_policy_folder_free);

  if (administrators != NULL)
    g_assert_true (g_file_set_contents (path, administrators, -1, NULL));
  g_ptr_array_add (folders, heed_policy_folder_new (system, FALSE));
  g_ptr_array_add (folders, heed_policy_folder_new (self->folder, TRUE));
  return heed_policy_reading_new (folders);
}

static void
test_set (Fixture *self, gconstpointer data)
{
  heed_preferences_set (self->preferences, "prompt", g_variant_new_string ("always"));
  /* While that is written. */
  heed_preferences_set (self->preferences, "countdown", g_variant_new_uint32 (9));
  heed_preferences_set (self->preferences, "countdown", g_variant_new_uint32 (7));
  heed_preferences_set (self->preferences, "new-in-thread", g_variant_new_boolean (FALSE));
  wait_for (self, 2);
  g_assert_cmpuint (self->failed, ==, 0);
  g_autoptr (HeedPolicyReading) reading = read_back (self, NULL);
  HeedPolicy *policy = heed_policy_reading_get_policy (reading);
  g_assert_cmpuint (heed_policy_reading_get_problems (reading)->len, ==, 0);
  g_assert_cmpint (heed_policy_get_prompt (policy), ==, HEED_PROMPT_WHEN_ALWAYS);
  g_assert_cmpuint (heed_policy_get_countdown (policy), ==, 7);
  g_assert_false (heed_policy_is_managed (policy));
}

static void
test_a_lock_keeps_them_out (Fixture *self, gconstpointer data)
{
  heed_preferences_set (self->preferences, "prompt", g_variant_new_string ("risky"));
  heed_preferences_set (self->preferences, "countdown", g_variant_new_uint32 (0));
  wait_for (self, 2);
  g_autoptr (HeedPolicyReading) reading =
      read_back (self, "{\"prompt\": \"always\", \"countdown\": 5, \"locked\": [\"countdown\"]}");
  HeedPolicy *policy = heed_policy_reading_get_policy (reading);
  g_assert_cmpint (heed_policy_get_prompt (policy), ==, HEED_PROMPT_WHEN_RISKY);
  g_assert_cmpuint (heed_policy_get_countdown (policy), ==, 5);
}

/* What the person, or another version, wrote there by hand is not lost. */
static void
test_the_rest_of_the_file_stays (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "preferences.json", NULL);
  g_autofree char *text = NULL;

  g_assert_cmpint (g_mkdir_with_parents (self->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "{\"many-exposed\": 3}", -1, NULL));
  heed_preferences_set (self->preferences, "countdown", g_variant_new_uint32 (1));
  wait_for (self, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "many-exposed"));
  g_assert_nonnull (strstr (text, "countdown"));

  g_assert_true (g_file_set_contents (path, "{\"many-exposed\": ", -1, NULL));
  heed_preferences_set (self->preferences, "countdown", g_variant_new_uint32 (2));
  wait_for (self, 2);
  g_assert_cmpuint (self->failed, ==, 1);
  g_free (text);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "{\"many-exposed\": ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/preferences/set", Fixture, NULL, set_up, test_set, tear_down);
  g_test_add ("/preferences/a-lock-keeps-them-out", Fixture, NULL, set_up,
              test_a_lock_keeps_them_out, tear_down);
  g_test_add ("/preferences/the-rest-of-the-file-stays", Fixture, NULL, set_up,
              test_the_rest_of_the_file_stays, tear_down);
  return g_test_run ();
}
