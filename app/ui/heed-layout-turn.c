/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-layout-turn.h"

/* Nothing waits for the file: a layout that is drawn before it was read, or that is not remembered,
 * is only another one than it would have been. */

struct _HeedLayoutTurn
{
  GObject parent_instance;

  GFile *file; /* (owned) */
  guint next;
  gboolean taken; /* since it began: the file is out of date */
};

G_DEFINE_FINAL_TYPE (HeedLayoutTurn, heed_layout_turn, G_TYPE_OBJECT)

static void
heed_layout_turn_finalize (GObject *object)
{
  g_object_unref (HEED_LAYOUT_TURN (object)->file);
  G_OBJECT_CLASS (heed_layout_turn_parent_class)->finalize (object);
}

static void
heed_layout_turn_class_init (HeedLayoutTurnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_layout_turn_finalize;
}

static void
heed_layout_turn_init (HeedLayoutTurn *self)
{
}

static void
heed_layout_turn_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedLayoutTurn) self = user_data;
  g_autofree char *content = NULL;
  gsize length;

  if (!g_file_load_contents_finish (G_FILE (source), result, &content, &length, NULL, NULL) ||
      self->taken || length == 0 || !g_ascii_isdigit (content[0]))
    return;
  self->next = (guint)g_ascii_digit_value (content[0]) % HEED_N_WARNING_LAYOUTS;
}

HeedLayoutTurn *
heed_layout_turn_new (const char *path)
{
  HeedLayoutTurn *self = g_object_new (HEED_TYPE_LAYOUT_TURN, NULL);

  self->file = g_file_new_for_path (path);
  g_file_load_contents_async (self->file, NULL, heed_layout_turn_read_cb, g_object_ref (self));
  return self;
}

char *
heed_layout_turn_get_default_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "heed", "layout", NULL);
}

static void
heed_layout_turn_write (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  HeedLayoutTurn *self = source;
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autofree char *content = g_strdup_printf ("%u\n", GPOINTER_TO_UINT (data));

  g_file_make_directory_with_parents (folder, NULL, NULL);
  g_file_replace_contents (self->file, content, strlen (content), NULL, FALSE,
                           G_FILE_CREATE_PRIVATE, NULL, NULL, NULL);
  g_task_return_boolean (task, TRUE);
}

HeedWarningLayout
heed_layout_turn_take (HeedLayoutTurn *self)
{
  HeedWarningLayout layout = self->next;
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);

  self->next = (self->next + 1) % HEED_N_WARNING_LAYOUTS;
  self->taken = TRUE;
  g_task_set_source_tag (task, heed_layout_turn_take);
  g_task_set_task_data (task, GUINT_TO_POINTER (self->next), NULL);
  /* A thread, since GIO has no asynchronous call that makes a folder and its parents. */
  g_task_run_in_thread (task, heed_layout_turn_write);
  return layout;
}
