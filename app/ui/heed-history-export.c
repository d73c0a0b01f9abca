/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A piece of records is made into text and then written without blocking; the next piece is made
 * when that is done. A piece is small enough that making it takes less than a frame. GIO writes to
 * a new file beside the old one, and a stream that is not closed well leaves the old one there. */

#include "config.h"
#include "heed-history-export.h"

#include "heed-history-lines.h"
#include "heed-history-variant.h"

/* Records of a piece. */
#define PIECE 200

typedef struct
{
  GPtrArray *correspondents; /* (owned) (element-type HeedCorrespondent) */
  GPtrArray *decisions;      /* (owned) (element-type HeedPastDecision) */
  HeedArchiveProgressFunc progress;
  gpointer progress_data;
  GOutputStream *stream; /* (owned) (nullable) until the file is open */
  GString *piece;        /* (owned) */
  guint done;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_ptr_array_unref (self->correspondents);
  g_ptr_array_unref (self->decisions);
  g_clear_object (&self->stream);
  g_string_free (self->piece, TRUE);
  g_free (self);
}

static char *
format_one (const Export *self, guint index)
{
  g_autoptr (GVariant) value = NULL;

  if (index < self->correspondents->len)
    {
      value = g_variant_ref_sink (
          heed_history_variant_pack_correspondent (self->correspondents->pdata[index]));
      return heed_history_lines_format_correspondent (value);
    }
  index -= self->correspondents->len;
  value = g_variant_ref_sink (heed_history_variant_pack_decision (self->decisions->pdata[index]));
  return heed_history_lines_format_decision (value);
}

static void write_piece (GTask *task);

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Closing with a cancelled cancellable keeps what was there before. */
static void
given_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, NULL);
  g_task_return_error (task, g_error_copy (g_task_get_task_data (task)));
}

static void
give_up (GTask *task, GError *error)
{
  Export *self = g_task_get_task_data (task);
  g_autoptr (GOutputStream) stream = g_steal_pointer (&self->stream);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_task_set_task_data (task, error, (GDestroyNotify)g_error_free);
  g_output_stream_close_async (stream, G_PRIORITY_DEFAULT, cancelled, given_up_cb, task);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Export *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    {
      give_up (task, error);
      return;
    }
  self->progress (self->done, self->correspondents->len + self->decisions->len,
                  self->progress_data);
  write_piece (task);
}

static void
write_piece (GTask *task)
{
  Export *self = g_task_get_task_data (task);
  guint total = self->correspondents->len + self->decisions->len;
  guint end = MIN (total, self->done + PIECE);

  if (self->done == total)
    {
      g_output_stream_close_async (self->stream, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                   closed_cb, task);
      return;
    }
  g_string_truncate (self->piece, 0);
  for (; self->done < end; self->done++)
    {
      g_autofree char *line = format_one (self, self->done);

      g_string_append_printf (self->piece, "%s\n", line);
    }
  g_output_stream_write_all_async (self->stream, self->piece->str, self->piece->len,
                                   G_PRIORITY_DEFAULT_IDLE, g_task_get_cancellable (task),
                                   written_cb, task);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);
  GError *error = NULL;
  GFileOutputStream *stream = g_file_replace_finish (G_FILE (source), result, &error);

  if (stream == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->stream = G_OUTPUT_STREAM (stream);
  write_piece (g_steal_pointer (&task));
}

void
heed_history_export_async (GFile *file,
                           GPtrArray *correspondents,
                           GPtrArray *decisions,
                           HeedArchiveProgressFunc progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Export *self = g_new0 (Export, 1);

  g_task_set_source_tag (task, heed_history_export_async);
  self->correspondents = g_ptr_array_ref (correspondents);
  self->decisions = g_ptr_array_ref (decisions);
  self->progress = progress;
  self->progress_data = progress_data;
  self->piece = g_string_new (NULL);
  g_task_set_task_data (task, self, export_free);
  /* Mail addresses are nobody else's business. */
  g_file_replace_async (file, NULL, FALSE,
                        G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                        G_PRIORITY_DEFAULT, cancellable, opened_cb, task);
}

gboolean
heed_history_export_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
