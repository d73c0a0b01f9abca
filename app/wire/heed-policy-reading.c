/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A lock works as in dconf: it binds every file that is read later, and where it is an
 * administrator's, it also undoes what the person's own files said before, so that a key can be
 * locked at its default. It binds the person's own files in what takes the effect from the key, too
 * (heed-policy-loosening.c). This is why the settings are gathered first and become a policy last.
 */

#include "config.h"
#include "heed-policy-reading.h"

#include <string.h>

#include "heed-json.h"
#include "heed-policy-file.h"
#include "heed-policy-folder.h"
#include "heed-policy-keys.h"
#include "heed-policy-loosening.h"

/* Of a SHA-256, which are enough to tell the policies of one organisation apart. */
#define FINGERPRINT_CHARACTERS 16

struct _HeedPolicyReading
{
  HeedPolicy *policy;  /* (owned) */
  GPtrArray *problems; /* (owned) (element-type GError) */
  GPtrArray *notes;    /* (owned) (element-type utf8) */
  GPtrArray *settings; /* (owned) (element-type HeedPolicySetting) */
  GHashTable *winners; /* (owned) (element-type utf8 HeedPolicySetting): both of a setting */
  GHashTable *locks;   /* (owned) (element-type utf8 utf8): file by key */
  gboolean managed;
  gboolean has_administrators_problem;
};

G_DEFINE_BOXED_TYPE (HeedPolicyReading,
                     heed_policy_reading,
                     heed_policy_reading_ref,
                     heed_policy_reading_unref)

static HeedPolicyReading *
begin (void)
{
  HeedPolicyReading *self = g_atomic_rc_box_new0 (HeedPolicyReading);

  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->settings = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_policy_setting_free);
  self->winners = g_hash_table_new (g_str_hash, g_str_equal);
  self->locks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/* Returns: (nullable): the locked key for whose sake @setting does not count */
static const char *
find_locked_key (HeedPolicyReading *self, const HeedPolicySetting *setting)
{
  const char *const *loosened =
      setting->is_users ? heed_policy_loosening_get_keys (setting->key) : NULL;

  if (g_hash_table_contains (self->locks, setting->key))
    return setting->key;
  for (; loosened != NULL && *loosened != NULL; loosened++)
    {
      if (g_hash_table_contains (self->locks, *loosened))
        return *loosened;
    }
  return NULL;
}

static void
keep_out (HeedPolicyReading *self, HeedPolicySetting *setting, const char *locked)
{
  const char *lock = g_hash_table_lookup (self->locks, locked);

  setting->outcome = HEED_POLICY_OUTCOME_LOCKED;
  g_ptr_array_add (self->notes,
                   g_str_equal (locked, setting->key)
                       ? g_strdup_printf ("%s: “%s” does not count, since %s locks it",
                                          setting->path, setting->key, lock)
                       : g_strdup_printf ("%s: “%s” does not count, since it could loosen “%s”, "
                                          "which %s locks",
                                          setting->path, setting->key, locked, lock));
}

static void
take_setting (HeedPolicyReading *self, HeedPolicySetting *setting)
{
  HeedPolicySetting *before = g_hash_table_lookup (self->winners, setting->key);
  const char *locked = find_locked_key (self, setting);

  g_ptr_array_add (self->settings, setting);
  if (locked != NULL)
    {
      keep_out (self, setting, locked);
      return;
    }
  if (before != NULL)
    before->outcome = HEED_POLICY_OUTCOME_REPLACED;
  g_hash_table_replace (self->winners, setting->key, setting);
}

static void
take_lock (HeedPolicyReading *self, const char *key, const char *path)
{
  GHashTableIter iter;
  gpointer before;

  if (g_hash_table_contains (self->locks, key))
    return;
  g_hash_table_insert (self->locks, g_strdup (key), g_strdup (path));
  g_hash_table_iter_init (&iter, self->winners);
  while (g_hash_table_iter_next (&iter, NULL, &before))
    {
      HeedPolicySetting *setting = before;
      const char *locked = setting->is_users ? find_locked_key (self, setting) : NULL;

      if (locked == NULL)
        continue;
      g_hash_table_iter_remove (&iter);
      keep_out (self, setting, locked);
    }
}

static void
take_locks (HeedPolicyReading *self, json_object *locked, const char *path, gboolean is_users)
{
  if (is_users)
    {
      g_ptr_array_add (self->notes,
                       g_strdup_printf ("%s: “%s” does not count, since the file is your own and "
                                        "not an administrator’s",
                                        path, HEED_POLICY_KEY_LOCKED));
      return;
    }
  for (gsize i = 0; i < json_object_array_length (locked); i++)
    take_lock (self, json_object_get_string (json_object_array_get_idx (locked, i)), path);
}

static void
take_file (HeedPolicyReading *self, const char *path, gboolean is_users)
{
  g_autoptr (json_object) file = heed_policy_file_read (path, self->problems);
  g_autofree char *shown = g_filename_display_name (path);
  json_object *locked = NULL;

  if (file == NULL)
    return;
  self->managed = self->managed || !is_users;
  json_object_object_foreach (file, key, value)
  {
    if (g_str_equal (key, HEED_POLICY_KEY_LOCKED))
      locked = value;
    else if (heed_policy_keys_has (key))
      take_setting (self, heed_policy_setting_new (key, shown, value, is_users));
  }
  if (locked != NULL)
    take_locks (self, locked, shown, is_users);
}

static void
take_folder (HeedPolicyReading *self, const HeedPolicyFolder *folder)
{
  guint before = self->problems->len;
  g_autoptr (GPtrArray) paths = heed_policy_folder_list_files (folder, self->problems);

  if (heed_policy_folder_hides_system (folder))
    g_ptr_array_add (self->notes,
                     g_strdup_printf ("%s: this Flatpak extension is your own. It hides one that "
                                      "an administrator installed, and its locks do not count",
                                      heed_policy_folder_get_path (folder)));
  for (guint i = 0; i < paths->len; i++)
    take_file (self, paths->pdata[i], heed_policy_folder_is_users (folder));
  if (self->problems->len > before && !heed_policy_folder_is_users (folder))
    self->has_administrators_problem = TRUE;
}

static void
hash_keys (GChecksum *checksum, GHashTable *by_key, gboolean with_value)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (by_key), (GCompareFunc)strcmp);

  for (GList *item = names; item != NULL; item = item->next)
    {
      const char *name = item->data;
      const HeedPolicySetting *setting = with_value ? g_hash_table_lookup (by_key, name) : NULL;
      const char *value =
          setting != NULL ? json_object_to_json_string_ext (setting->value, JSON_C_TO_STRING_PLAIN)
                          : "";

      g_checksum_update (checksum, (const guchar *)name, (gssize)strlen (name) + 1);
      g_checksum_update (checksum, (const guchar *)value, (gssize)strlen (value) + 1);
    }
}

/* Returns: (transfer full) (nullable): %NULL where no file says anything */
static char *
make_fingerprint (HeedPolicyReading *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (g_hash_table_size (self->winners) == 0 && g_hash_table_size (self->locks) == 0)
    return NULL;
  hash_keys (checksum, self->winners, TRUE);
  hash_keys (checksum, self->locks, FALSE);
  return g_strndup (g_checksum_get_string (checksum), FINGERPRINT_CHARACTERS);
}

static HeedPolicyReading *
end (HeedPolicyReading *self)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autofree char *fingerprint = make_fingerprint (self);
  GHashTableIter iter;
  gpointer key;
  gpointer setting;

  heed_policy_builder_set_managed (builder, self->managed);
  heed_policy_builder_set_fingerprint (builder, fingerprint);
  g_hash_table_iter_init (&iter, self->winners);
  while (g_hash_table_iter_next (&iter, &key, &setting))
    heed_policy_keys_set (key, ((HeedPolicySetting *)setting)->value, builder);
  g_hash_table_iter_init (&iter, self->locks);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    heed_policy_builder_lock (builder, key);
  self->policy = heed_policy_builder_end (builder);
  return self;
}

HeedPolicyReading *
heed_policy_reading_new (GPtrArray *folders)
{
  HeedPolicyReading *self = begin ();

  for (guint i = 0; i < folders->len; i++)
    take_folder (self, folders->pdata[i]);
  return end (self);
}

HeedPolicyReading *
heed_policy_reading_new_from_files (const char *const *paths)
{
  HeedPolicyReading *self = begin ();

  for (guint i = 0; paths[i] != NULL; i++)
    take_file (self, paths[i], FALSE);
  return end (self);
}

HeedPolicyReading *
heed_policy_reading_ref (HeedPolicyReading *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
heed_policy_reading_clear (gpointer data)
{
  HeedPolicyReading *self = data;

  g_clear_pointer (&self->policy, heed_policy_unref);
  g_hash_table_unref (self->winners);
  g_hash_table_unref (self->locks);
  g_ptr_array_unref (self->settings);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->problems);
}

void
heed_policy_reading_unref (HeedPolicyReading *self)
{
  g_atomic_rc_box_release_full (self, heed_policy_reading_clear);
}

HeedPolicy *
heed_policy_reading_get_policy (const HeedPolicyReading *self)
{
  return self->policy;
}

GPtrArray *
heed_policy_reading_get_problems (const HeedPolicyReading *self)
{
  return self->problems;
}

gboolean
heed_policy_reading_is_own_fault (const HeedPolicyReading *self)
{
  return self->problems->len > 0 && !self->has_administrators_problem;
}

GPtrArray *
heed_policy_reading_get_notes (const HeedPolicyReading *self)
{
  return self->notes;
}

GPtrArray *
heed_policy_reading_get_settings (const HeedPolicyReading *self)
{
  return self->settings;
}

const HeedPolicySetting *
heed_policy_reading_find_setting (const HeedPolicyReading *self, const char *key)
{
  return g_hash_table_lookup (self->winners, key);
}

const char *
heed_policy_reading_get_lock (const HeedPolicyReading *self, const char *key)
{
  return g_hash_table_lookup (self->locks, key);
}
