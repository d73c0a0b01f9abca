/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a thread: reading, changing and replacing a file blocks, and a window is open. There is one
 * writing at a time; the thread has the changes of that one to itself. */

#include "config.h"
#include "heed-preferences.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "heed-error.h"
#include "heed-json.h"
#include "heed-text-file.h"

#define FILE_NAME "preferences.json"

struct _HeedPreferences
{
  GObject parent_instance;

  char *folder;        /* (owned) */
  GHashTable *waiting; /* (owned) (element-type utf8 GVariant): set, and not yet written */
  gboolean writing;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedPreferences, heed_preferences, G_TYPE_OBJECT)

static GHashTable *
make_changes (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_variant_unref);
}

static json_object *
to_json (GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return json_object_new_boolean (g_variant_get_boolean (value));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    return json_object_new_int64 (g_variant_get_uint32 (value));
  return json_object_new_string (g_variant_get_string (value, NULL));
}

/* Returns: (transfer full) (nullable): what the file says; an empty object where there is none */
static json_object *
read_file (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) local_error = NULL;
  json_object *content;
  gsize length = 0;

  if (!heed_text_file_read (path, &text, &length, &local_error))
    {
      if (g_error_matches (local_error, HEED_ERROR, HEED_ERROR_NOT_FOUND))
        return json_object_new_object ();
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  content = heed_json_parse (text, length, error);
  if (content == NULL)
    g_prefix_error (error, "%s: ", path);
  if (content == NULL || json_object_is_type (content, json_type_object))
    return content;
  json_object_put (content);
  g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT, "%s: not an object", path);
  return NULL;
}

static gboolean
write_changes (const char *folder, GHashTable *changes, GError **error)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (json_object) content = read_file (path, error);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  if (content == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, changes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    json_object_object_add (content, key, to_json (value));
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_FAILED, "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }
  return g_file_set_contents (path,
                              json_object_to_json_string_ext (content, JSON_C_TO_STRING_PRETTY), -1,
                              error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer changes, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_changes (HEED_PREFERENCES (source)->folder, changes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void heed_preferences_write (HeedPreferences *self);

static void
heed_preferences_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedPreferences *self = HEED_PREFERENCES (source);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->writing = FALSE;
  if (g_hash_table_size (self->waiting) > 0)
    heed_preferences_write (self);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, error);
}

static void
heed_preferences_write (HeedPreferences *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, heed_preferences_written_cb, NULL);

  self->writing = TRUE;
  g_task_set_source_tag (task, heed_preferences_write);
  g_task_set_task_data (task, g_steal_pointer (&self->waiting), (GDestroyNotify)g_hash_table_unref);
  self->waiting = make_changes ();
  g_task_run_in_thread (task, write_in_thread);
}

static void
heed_preferences_finalize (GObject *object)
{
  HeedPreferences *self = HEED_PREFERENCES (object);

  g_free (self->folder);
  g_hash_table_unref (self->waiting);
  G_OBJECT_CLASS (heed_preferences_parent_class)->finalize (object);
}

static void
heed_preferences_class_init (HeedPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_preferences_finalize;
  signals[SIGNAL_SAVED] =
      g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
heed_preferences_init (HeedPreferences *self)
{
  self->waiting = make_changes ();
}

HeedPreferences *
heed_preferences_new (const char *folder)
{
  HeedPreferences *self = g_object_new (HEED_TYPE_PREFERENCES, NULL);

  self->folder = g_strdup (folder);
  return self;
}

char *
heed_preferences_get_default_folder (void)
{
  return g_build_filename (g_get_user_config_dir (), "heed", "policy.d", NULL);
}

void
heed_preferences_set (HeedPreferences *self, const char *key, GVariant *value)
{
  g_return_if_fail (HEED_IS_PREFERENCES (self));
  g_hash_table_insert (self->waiting, g_strdup (key), g_variant_ref_sink (value));
  if (!self->writing)
    heed_preferences_write (self);
}
