/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-policy-folder.h"
#include "heed-policy-keys.h"
#include "heed-policy-reading.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *first;        /* (owned): a folder */
  char *second;       /* (owned): a folder */
  GPtrArray *folders; /* (owned) (element-type HeedPolicyFolder) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->first = g_dir_make_tmp ("heed-policy-first-XXXXXX", NULL);
  fixture->second = g_dir_make_tmp ("heed-policy-second-XXXXXX", NULL);
  fixture->folders = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_policy_folder_free);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      g_remove (inner);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->first);
  remove_folder (fixture->second);
  g_free (fixture->first);
  g_free (fixture->second);
  g_ptr_array_unref (fixture->folders);
}

static void
write_policy (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static HeedPolicyReading *
read_both (Fixture *fixture, gboolean first_is_users, gboolean second_is_users)
{
  g_ptr_array_set_size (fixture->folders, 0);
  g_ptr_array_add (fixture->folders, heed_policy_folder_new (fixture->first, first_is_users));
  g_ptr_array_add (fixture->folders, heed_policy_folder_new (fixture->second, second_is_users));
  return heed_policy_reading_new (fixture->folders);
}

static void
assert_origin (const HeedPolicyReading *reading, const char *key, const char *name)
{
  const HeedPolicySetting *setting = heed_policy_reading_find_setting (reading, key);

  if (name == NULL)
    {
      g_assert_null (setting);
      return;
    }
  g_assert_nonnull (setting);
  g_assert_cmpint (setting->outcome, ==, HEED_POLICY_OUTCOME_EFFECTIVE);
  g_assert_true (g_str_has_suffix (setting->path, name));
}

static void
assert_note (const HeedPolicyReading *reading, const char *part)
{
  GPtrArray *notes = heed_policy_reading_get_notes (reading);

  g_assert_cmpuint (notes->len, ==, 1);
  g_test_message ("%s", (const char *)notes->pdata[0]);
  g_assert_nonnull (strstr (notes->pdata[0], part));
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyReading) reading = NULL;
  HeedPolicy *policy;
  GPtrArray *problems;

  write_policy (fixture->first, "90.json", "{\"mode\": \"observe\", \"countdown\": 9}");
  write_policy (fixture->second, "10.json", "{\"mode\": \"observe\", \"may-trust\": false}");
  write_policy (fixture->second, "15.json", "{\"mode\": 1, \"countdown\": 2}");
  write_policy (fixture->second, "20.json", "{\"mode\": \"enforce\"}");
  write_policy (fixture->second, "30.json~", "{\"mode\": \"observe\"}");
  write_policy (fixture->second, ".40.json", "{\"mode\": \"observe\"}");
  reading = read_both (fixture, FALSE, FALSE);
  policy = heed_policy_reading_get_policy (reading);
  problems = heed_policy_reading_get_problems (reading);
  g_assert_cmpint (heed_policy_get_mode (policy), ==, HEED_MODE_ENFORCE);
  g_assert_cmpuint (heed_policy_get_countdown (policy), ==, 9);
  g_assert_true (heed_policy_is_managed (policy));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (((const GError *)problems->pdata[0])->message, "15.json"));
  assert_origin (reading, "mode", "20.json");
  assert_origin (reading, "countdown", "90.json");
  assert_origin (reading, "may-trust", "10.json");
  assert_origin (reading, "prompt", NULL);
  g_assert_cmpuint (heed_policy_reading_get_settings (reading)->len, ==, 5);
}

/* A key is taken as a whole: what an earlier file says about other kinds is gone. */
static void
test_whole_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyReading) reading = NULL;
  HeedSeverity severity = HEED_SEVERITY_CLEAR;

  write_policy (fixture->first, "a.json", "{\"severities\": {\"hyphen\": \"danger\"}}");
  write_policy (fixture->second, "a.json", "{\"severities\": {\"external\": \"danger\"}}");
  reading = read_both (fixture, FALSE, FALSE);
  g_assert_false (heed_policy_get_kind_severity (heed_policy_reading_get_policy (reading),
                                                 HEED_FINDING_HYPHEN, &severity));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyReading) reading = NULL;

  g_rmdir (fixture->first);
  reading = read_both (fixture, FALSE, FALSE);
  g_assert_cmpint (g_mkdir (fixture->first, 0700), ==, 0);
  g_assert_false (heed_policy_is_managed (heed_policy_reading_get_policy (reading)));
  g_assert_cmpuint (heed_policy_reading_get_problems (reading)->len, ==, 0);
}

static void
test_lock_binds_later_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyReading) reading = NULL;
  HeedPolicy *policy;

  write_policy (fixture->first, "a.json", "{\"countdown\": 5, \"locked\": [\"countdown\"]}");
  write_policy (fixture->second, "a.json", "{\"countdown\": 0, \"may-trust\": false}");
  reading = read_both (fixture, FALSE, TRUE);
  policy = heed_policy_reading_get_policy (reading);
  g_assert_cmpuint (heed_policy_get_countdown (policy), ==, 5);
  g_assert_true (heed_policy_is_locked (policy, "countdown"));
  g_assert_false (heed_policy_is_locked (policy, "may-trust"));
  g_assert_false (heed_policy_may_trust (policy));
  g_assert_true (g_str_has_suffix (heed_policy_reading_get_lock (reading, "countdown"), "a.json"));
  assert_note (reading, "“countdown” does not count, since");
}

/* Locked at its default: the person's own file came first and does not count either. */
static void
test_lock_undoes_the_persons (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyReading) reading = NULL;
  HeedPolicy *policy;

  write_policy (fixture->first, "a.json", "{\"mode\": \"observe\"}");
  write_policy (fixture->second, "a.json", "{\"locked\": [\"mode\"]}");
  reading = read_both (fixture, TRUE, FALSE);
  policy = heed_policy_reading_get_policy (reading);
  g_assert_cmpint (heed_policy_get_mode (policy), ==, HEED_MODE_ENFORCE);
  assert_origin (reading, "mode", NULL);
  assert_note (reading, "“mode” does not count, since");
}

/* A key that another one takes the effect from is bound by the lock, too, in the person's files. */
static void
test_lock_binds_what_loosens (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *locked;
    const char *key;
    const char *value;
  } rows[] = {
    { "blocked-domains", "trusted-addresses", "[\"eve@evil.example\"]" },
    { "blocked-domains", "severities", "{\"blocked\": \"clear\"}" },
    { "blocked-addresses", "mode", "\"observe\"" },
    { "watched-suffixes", "severities", "{\"watched\": \"clear\"}" },
    { "protected-domains", "known-domains", "[\"army.ml\"]" },
    { "protected-domains", "organisation", "{\"domains\": [\"army.ml\"]}" },
    { "protected-domains", "trusted-domains", "[\"army.ml\"]" },
    { "may-override", "mode", "\"observe\"" },
    { "may-override", "severities", "{\"suffix-swap\": \"notice\"}" },
    { "may-trust", "known-domains", "[\"army.ml\"]" },
    { "prompt", "organisation", "{\"domains\": [\"com\"]}" },
    { "severities", "mode", "\"observe\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows) * 2; i++)
    {
      gboolean persons_first = i % 2 == 0;
      g_autofree char *lock = g_strdup_printf ("{\"locked\": [\"%s\"]}", rows[i / 2].locked);
      g_autofree char *set = g_strdup_printf ("{\"%s\": %s}", rows[i / 2].key, rows[i / 2].value);
      g_autoptr (HeedPolicyReading) own = NULL;
      g_autoptr (HeedPolicyReading) all = NULL;

      write_policy (fixture->first, "a.json", persons_first ? set : lock);
      write_policy (fixture->second, "a.json", persons_first ? lock : set);
      own = read_both (fixture, persons_first, !persons_first);
      assert_origin (own, rows[i / 2].key, NULL);
      assert_note (own, "” does not count, since it could loosen “");
      all = read_both (fixture, FALSE, FALSE);
      assert_origin (all, rows[i / 2].key, "a.json");
    }
}

static void
test_no_lock_by_the_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyReading) reading = NULL;
  HeedPolicy *policy;

  write_policy (fixture->first, "a.json", "{\"mode\": \"observe\", \"locked\": [\"mode\"]}");
  reading = read_both (fixture, TRUE, FALSE);
  policy = heed_policy_reading_get_policy (reading);
  g_assert_cmpint (heed_policy_get_mode (policy), ==, HEED_MODE_OBSERVE);
  g_assert_false (heed_policy_is_managed (policy));
  g_assert_false (heed_policy_is_locked (policy, "mode"));
  assert_note (reading, "since the file is your own");
  g_clear_pointer (&reading, heed_policy_reading_unref);
  write_policy (fixture->second, "a.json", "{\"mode\": \"enforce\"}");
  reading = read_both (fixture, TRUE, FALSE);
  policy = heed_policy_reading_get_policy (reading);
  g_assert_cmpint (heed_policy_get_mode (policy), ==, HEED_MODE_ENFORCE);
  g_assert_true (heed_policy_is_managed (policy));
}

/* Returns: (transfer full): the policy folder of an extension whose mount point is the first */
static char *
make_extension (Fixture *fixture)
{
  char *folder = g_build_filename (fixture->first, "policy.d", NULL);

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  write_policy (folder, "a.json", "{\"mode\": \"observe\", \"locked\": [\"mode\"]}");
  return folder;
}

static void
give_away (const char *path)
{
  g_assert_cmpint (lchown (path, 65534, 65534), ==, 0);
}

static void
assert_extension (Fixture *fixture, gboolean is_users)
{
  g_autoptr (HeedPolicyReading) reading = NULL;
  HeedPolicy *policy;

  g_ptr_array_set_size (fixture->folders, 0);
  g_ptr_array_add (fixture->folders, heed_policy_folder_new_extension (fixture->first));
  reading = heed_policy_reading_new (fixture->folders);
  policy = heed_policy_reading_get_policy (reading);
  g_assert_cmpint (heed_policy_is_managed (policy), ==, !is_users);
  g_assert_cmpint (heed_policy_is_locked (policy, "mode"), ==, !is_users);
  g_assert_cmpuint (heed_policy_reading_get_notes (reading)->len, ==, is_users ? 2 : 0);
  if (is_users)
    g_assert_nonnull (strstr (heed_policy_reading_get_notes (reading)->pdata[0],
                              "It hides one that an administrator installed"));
}

static void
test_extension_of_the_person (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = make_extension (fixture);

  assert_extension (fixture, TRUE);
  remove_folder (folder);
}

/* An extension without a policy, or none, hides nothing that could be told. */
static void
test_no_extension (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->first, "nowhere", NULL);
  const char *const mount_points[] = { fixture->first, nowhere };

  for (gsize i = 0; i < G_N_ELEMENTS (mount_points); i++)
    {
      g_autoptr (HeedPolicyFolder) folder = heed_policy_folder_new_extension (mount_points[i]);

      g_assert_false (heed_policy_folder_is_users (folder));
      g_assert_false (heed_policy_folder_hides_system (folder));
    }
}

/* A link of the person's to a folder of another's is no folder of another's. */
static void
test_extension_by_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->first, "policy.d", NULL);
  g_autofree char *outer = g_build_filename (fixture->second, "link", NULL);

  if (geteuid () != 0)
    {
      g_test_skip ("only root can give a folder away");
      return;
    }
  write_policy (fixture->second, "a.json", "{\"mode\": \"observe\", \"locked\": [\"mode\"]}");
  g_assert_cmpint (symlink (fixture->second, link), ==, 0);
  give_away (fixture->first);
  give_away (fixture->second);
  give_away (link);
  assert_extension (fixture, TRUE);
  g_assert_cmpint (symlink (fixture->first, outer), ==, 0);
  g_autoptr (HeedPolicyFolder) by_link = heed_policy_folder_new_extension (outer);
  g_assert_true (heed_policy_folder_is_users (by_link));
}

static void
test_extension_of_another (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = NULL;

  if (geteuid () != 0)
    {
      g_test_skip ("only root can give a folder away");
      return;
    }
  folder = make_extension (fixture);
  give_away (folder);
  assert_extension (fixture, TRUE);
  give_away (fixture->first);
  assert_extension (fixture, FALSE);
  g_assert_cmpint (chown (folder, 0, 0), ==, 0);
  assert_extension (fixture, TRUE);
  remove_folder (folder);
}

/* What is told to be the default is one: a file that says it all changes nothing. */
static void
test_defaults (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicy) standard = heed_policy_new_default ();
  g_autoptr (HeedPolicyReading) reading = NULL;
  g_autoptr (GString) text = g_string_new ("{");
  const HeedPolicy *policy;

  for (guint i = 0; i < heed_policy_keys_count (); i++)
    g_string_append_printf (text, "%s\"%s\": %s", i > 0 ? ", " : "", heed_policy_keys_get_name (i),
                            heed_policy_keys_get_default (i));
  g_string_append (text, "}");
  write_policy (fixture->first, "a.json", text->str);
  reading = read_both (fixture, FALSE, FALSE);
  g_assert_cmpuint (heed_policy_reading_get_problems (reading)->len, ==, 0);
  policy = heed_policy_reading_get_policy (reading);
#define SAME(getter) g_assert_cmpint (getter (policy), ==, getter (standard))
  SAME (heed_policy_get_mode);
  SAME (heed_policy_get_prompt);
  SAME (heed_policy_get_danger_confirmation);
  SAME (heed_policy_may_trust);
  SAME (heed_policy_may_correct);
  SAME (heed_policy_may_type_justification);
  SAME (heed_policy_get_countdown);
  SAME (heed_policy_get_confirmation_timeout);
  SAME (heed_policy_get_many_exposed_limit);
  SAME (heed_policy_get_on_failure);
  SAME (heed_policy_get_learn_sends);
  SAME (heed_policy_get_learn_days);
  SAME (heed_policy_get_retention_days);
  SAME (heed_policy_get_audit_level);
  SAME (heed_policy_audits_to_journal);
  SAME (heed_policy_audits_to_file);
#undef SAME
  for (guint i = 0; i < HEED_N_SEVERITIES; i++)
    {
      g_assert_cmpint (heed_policy_may_override (policy, i), ==,
                       heed_policy_may_override (standard, i));
      g_assert_cmpint (heed_policy_needs_justification (policy, i), ==,
                       heed_policy_needs_justification (standard, i));
    }
  g_assert_null (heed_policy_get_support_text (policy));
  g_assert_null (heed_policy_get_organisation_name (policy));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/policy-reading/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("order", test_order);
  ADD ("whole-keys", test_whole_keys);
  ADD ("nothing", test_nothing);
  ADD ("lock/later", test_lock_binds_later_files);
  ADD ("lock/undoes", test_lock_undoes_the_persons);
  ADD ("lock/loosens", test_lock_binds_what_loosens);
  ADD ("lock/person", test_no_lock_by_the_person);
  ADD ("extension/person", test_extension_of_the_person);
  ADD ("extension/none", test_no_extension);
  ADD ("extension/link", test_extension_by_link);
  ADD ("extension/other", test_extension_of_another);
  ADD ("defaults", test_defaults);
  return g_test_run ();
}
