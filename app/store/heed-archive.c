/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The worker does it, after what waits to be written, so that a record of a moment ago is among
 * those listed and erased. While the file is rewritten the history holds back what it learns: what
 * is in memory afterwards is what the file says, and that on top of it. */

#include "config.h"
#include "heed-archive.h"

#include "heed-error.h"
#include "heed-history-private.h"

typedef struct
{
  HeedHistory *history; /* (owned) */
  GTask *task;          /* (owned) */
  HeedHistoryWork work;
  HeedHistoryQuery *query;          /* (owned) (nullable) */
  HeedHistoryBatch *batch;          /* (owned) (nullable) */
  HeedArchiveProgressFunc progress; /* (nullable) */
  gpointer progress_data;
  GPtrArray *correspondents;   /* (owned) (nullable) (element-type HeedCorrespondent) */
  GPtrArray *decisions;        /* (owned) (nullable) (element-type HeedPastDecision) */
  HeedHistoryContent *content; /* (owned) (nullable) */
  guint n_correspondents;
  guint n_decisions;
  GError *error; /* (owned) (nullable) */
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_pointer (&self->query, heed_history_query_unref);
  g_clear_pointer (&self->batch, heed_history_batch_free);
  g_clear_pointer (&self->correspondents, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->content, heed_history_content_free);
  g_clear_error (&self->error);
  g_free (self);
}

static void
done_cb (gpointer data)
{
  Job *job = data;
  g_autoptr (GTask) task = job->task;

  heed_history_release (job->history, job->content);
  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (task, TRUE);
}

/* Starts the work, or fails where there is no file. */
static void
start (Job *job)
{
  if (heed_history_get_state (job->history) != HEED_HISTORY_READY)
    {
      g_autoptr (GTask) task = job->task;
      const char *problem = heed_history_get_problem (job->history);

      g_task_return_new_error (task, HEED_ERROR, HEED_ERROR_FAILED, "%s",
                               problem != NULL ? problem : "The history is not open");
      return;
    }
  heed_history_hold (job->history);
  heed_history_worker_push (heed_history_get_worker (job->history), job->work, done_cb, job);
}

static void
opened_cb (HeedHistory *history, GParamSpec *pspec, gpointer user_data)
{
  Job *job = user_data;

  if (heed_history_get_state (history) == HEED_HISTORY_OPENING)
    return;
  g_signal_handlers_disconnect_by_func (history, opened_cb, job);
  start (job);
}

/* Whoever has the service started by asking for this asks before the file is open. The task owns
 * the job. */
static void
begin (Job *job, HeedHistory *history, GTask *task, HeedHistoryWork work)
{
  job->history = history;
  job->task = task;
  job->work = work;
  g_task_set_task_data (task, job, job_free);
  if (heed_history_get_state (history) == HEED_HISTORY_OPENING)
    g_signal_connect (history, "notify::state", G_CALLBACK (opened_cb), job);
  else
    start (job);
}

static void
list_work (HeedHistoryFile *file, gpointer data)
{
  Job *job = data;

  job->correspondents = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_correspondent_unref);
  job->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_past_decision_unref);
  heed_history_file_list (file, job->query, job->correspondents, job->decisions, &job->error);
}

void
heed_archive_list_async (HeedHistory *history,
                         HeedHistoryQuery *query,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (history, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, heed_archive_list_async);
  job->query = heed_history_query_ref (query);
  begin (job, history, task, list_work);
}

gboolean
heed_archive_list_finish (HeedHistory *history,
                          GAsyncResult *result,
                          GPtrArray **correspondents,
                          GPtrArray **decisions,
                          GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *correspondents = g_steal_pointer (&job->correspondents);
  *decisions = g_steal_pointer (&job->decisions);
  return TRUE;
}

typedef struct
{
  GTask *task; /* (owned) */
  guint done;
  guint total;
} Report;

static gboolean
report_cb (gpointer user_data)
{
  Report *report = user_data;
  Job *job = g_task_get_task_data (report->task);

  job->progress (report->done, report->total, job->progress_data);
  return G_SOURCE_REMOVE;
}

static void
report_free (gpointer data)
{
  Report *report = data;

  g_object_unref (report->task);
  g_free (report);
}

/* Comes before the end of the work, since both go through the main loop in order. */
static void
progress_cb (guint done, guint total, gpointer user_data)
{
  Job *job = user_data;
  Report *report = g_new0 (Report, 1);

  report->task = g_object_ref (job->task);
  report->done = done;
  report->total = total;
  g_idle_add_full (G_PRIORITY_DEFAULT, report_cb, report, report_free);
}

static void
erase_work (HeedHistoryFile *file, gpointer data)
{
  Job *job = data;

  heed_history_file_erase (file, job->query, job->progress != NULL ? progress_cb : NULL, job,
                           g_task_get_cancellable (job->task), &job->n_correspondents,
                           &job->n_decisions, &job->content, &job->error);
}

void
heed_archive_erase_async (HeedHistory *history,
                          HeedHistoryQuery *query,
                          HeedArchiveProgressFunc progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (history, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, heed_archive_erase_async);
  g_task_set_check_cancellable (task, FALSE);
  job->query = heed_history_query_ref (query);
  job->progress = progress;
  job->progress_data = progress_data;
  begin (job, history, task, erase_work);
}

gboolean
heed_archive_erase_finish (HeedHistory *history,
                           GAsyncResult *result,
                           guint *correspondents,
                           guint *decisions,
                           GError **error)
{
  const Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *correspondents = job->n_correspondents;
  *decisions = job->n_decisions;
  return TRUE;
}

static void
import_work (HeedHistoryFile *file, gpointer data)
{
  Job *job = data;

  heed_history_file_import (file, job->batch, job->progress != NULL ? progress_cb : NULL, job,
                            g_task_get_cancellable (job->task), &job->content, &job->error);
}

void
heed_archive_import_async (HeedHistory *history,
                           HeedHistoryBatch *batch,
                           HeedArchiveProgressFunc progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (history, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, heed_archive_import_async);
  g_task_set_check_cancellable (task, FALSE);
  job->batch = batch;
  job->progress = progress;
  job->progress_data = progress_data;
  begin (job, history, task, import_work);
}

gboolean
heed_archive_import_finish (HeedHistory *history, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
