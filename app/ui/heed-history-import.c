/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The file is read, understood, and brought in batch by batch, each batch whole or not at all. Why
 * a thread: to understand a hundred thousand lines takes a second, and a window is open. The thread
 * has nothing but the text, and hands over what it made of it. */

#include "config.h"
#include "heed-history-import.h"

#include "heed-history-lines.h"
#include "heed-history-variant.h"
#include "heed-limits.h"

typedef struct
{
  HeedArchiveProgressFunc progress;
  gpointer progress_data;
  char *text; /* (owned) (nullable) once the file is loaded */
  gsize length;
  GPtrArray *batches; /* (owned) (element-type HeedHistoryBatch): those that wait */
  guint taken;        /* of the records that could be understood */
  guint total;
} Import;

static void
import_free (gpointer data)
{
  Import *self = data;

  g_free (self->text);
  g_clear_pointer (&self->batches, g_ptr_array_unref);
  g_free (self);
}

/* The batch for one more record, of which each holds so many. */
static HeedHistoryBatch *
get_batch (Import *self, guint n, guint most)
{
  if (self->batches->len <= n / most)
    g_ptr_array_add (self->batches, heed_history_batch_new ());
  return self->batches->pdata[n / most];
}

static void
understand_correspondents (Import *self, GVariant *correspondents)
{
  GVariantIter iter;
  GVariant *row;
  guint n = 0;

  g_variant_iter_init (&iter, correspondents);
  for (; (row = g_variant_iter_next_value (&iter)) != NULL; g_variant_unref (row))
    {
      g_autoptr (HeedCorrespondent) one = heed_history_variant_read_correspondent (row);

      if (one != NULL)
        heed_history_batch_add_lesson (get_batch (self, n++, HEED_LIMIT_LEARN), one);
    }
  self->taken += n;
}

static void
understand_decisions (Import *self, GVariant *decisions)
{
  GVariantIter iter;
  GVariant *row;
  guint n = 0;

  g_variant_iter_init (&iter, decisions);
  for (; (row = g_variant_iter_next_value (&iter)) != NULL; g_variant_unref (row))
    {
      g_autoptr (HeedPastDecision) one = heed_history_variant_read_decision (row);

      if (one != NULL)
        heed_history_batch_add_decision (get_batch (self, n++, HEED_LIMIT_UNWRITTEN_DECISIONS),
                                         one);
    }
  self->taken += n;
}

static void
understand_trusts (Import *self, GVariant *trusts)
{
  GVariantIter iter;
  GVariant *row;

  g_variant_iter_init (&iter, trusts);
  for (; (row = g_variant_iter_next_value (&iter)) != NULL; g_variant_unref (row))
    {
      g_autoptr (HeedTrust) one = heed_history_variant_read_trust (row);

      if (one == NULL)
        continue;
      heed_history_batch_add_trust (get_batch (self, 0, 1), one);
      self->taken++;
    }
}

static void
understand_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *self = g_task_get_task_data (data);
  g_autoptr (GVariant) correspondents = NULL;
  g_autoptr (GVariant) decisions = NULL;
  g_autoptr (GVariant) trusts = NULL;
  GError *error = NULL;

  if (!heed_history_lines_read (self->text, self->length, g_get_real_time () / G_USEC_PER_SEC,
                                &correspondents, &decisions, &trusts, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  self->batches = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_history_batch_free);
  self->total = (guint)(g_variant_n_children (correspondents) + g_variant_n_children (decisions) +
                        g_variant_n_children (trusts));
  understand_correspondents (self, correspondents);
  understand_decisions (self, decisions);
  understand_trusts (self, trusts);
  g_task_return_boolean (task, TRUE);
}

static void bring_in (GTask *task);

static void
brought_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (heed_archive_import_finish (HEED_HISTORY (source), result, &error))
    {
      bring_in (task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
bring_in (GTask *task)
{
  Import *self = g_task_get_task_data (task);

  if (self->batches->len == 0)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  heed_archive_import_async (g_task_get_source_object (task),
                             g_ptr_array_steal_index (self->batches, 0), self->progress,
                             self->progress_data, g_task_get_cancellable (task), brought_in_cb,
                             task);
}

static void
understood_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    bring_in (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Import *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_file_load_contents_finish (G_FILE (source), result, &self->text, &self->length, NULL,
                                    &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_autoptr (GTask) understanding =
      g_task_new (NULL, g_task_get_cancellable (task), understood_cb, g_object_ref (task));
  g_task_set_source_tag (understanding, loaded_cb);
  g_task_set_task_data (understanding, g_object_ref (task), g_object_unref);
  g_task_run_in_thread (understanding, understand_in_thread);
}

void
heed_history_import_async (HeedHistory *history,
                           GFile *file,
                           HeedArchiveProgressFunc progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (history, cancellable, callback, user_data);
  Import *self = g_new0 (Import, 1);

  g_task_set_source_tag (task, heed_history_import_async);
  /* What is in is in. */
  g_task_set_check_cancellable (task, FALSE);
  self->progress = progress;
  self->progress_data = progress_data;
  g_task_set_task_data (task, self, import_free);
  progress (0, 0, progress_data);
  g_file_load_contents_async (file, cancellable, loaded_cb, task);
}

gboolean
heed_history_import_finish (
    HeedHistory *history, GAsyncResult *result, guint *taken, guint *total, GError **error)
{
  const Import *self = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_is_valid (result, history), FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *taken = self->taken;
  *total = self->total;
  return TRUE;
}
