/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-history-writer.h"

#include "heed-error.h"

/* Milliseconds in which changes are gathered for one commit. */
#define COMMIT_DELAY 500

struct _HeedHistoryWriter
{
  GObject parent_instance;

  HeedHistoryWorker *worker;
  GObject *owner;
  HeedHistoryAccess access;
  HeedHistoryBatch *unwritten; /* (owned) */
  GPtrArray *waiting;          /* (owned) (element-type GTask): flushes */
  guint holds;                 /* how often the file is rewritten by somebody else right now */
  guint commit_id;             /* 0 when no commit is due */
};

enum
{
  SIGNAL_WRITTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedHistoryWriter, heed_history_writer, G_TYPE_OBJECT)

typedef struct
{
  HeedHistoryWriter *writer; /* (owned) */
  GObject *owner;            /* (owned) */
  GTask *task;               /* (owned) (nullable): who waits */
  HeedHistoryBatch *batch;   /* (owned) */
  GError *error;             /* (owned) (nullable) */
} Commit;

static void
commit_free (Commit *self)
{
  g_object_unref (self->writer);
  g_clear_object (&self->task);
  heed_history_batch_free (self->batch);
  g_clear_error (&self->error);
  /* Last, since it may be the last one to have the worker. */
  g_object_unref (self->owner);
  g_free (self);
}

static void
commit_work (HeedHistoryFile *file, gpointer job)
{
  Commit *commit = job;

  heed_history_file_write (file, commit->batch, &commit->error);
}

static void
commit_done (gpointer job)
{
  Commit *commit = job;
  HeedHistoryWriter *self = commit->writer;
  gboolean something = !heed_history_batch_is_empty (commit->batch);

  if (commit->error != NULL)
    heed_history_batch_add_earlier (self->unwritten, commit->batch);
  if (commit->error != NULL || something)
    g_signal_emit (self, signals[SIGNAL_WRITTEN], 0, commit->error);
  if (commit->task != NULL && commit->error != NULL)
    g_task_return_error (commit->task, g_steal_pointer (&commit->error));
  else if (commit->task != NULL)
    g_task_return_boolean (commit->task, TRUE);
  commit_free (commit);
}

/* Takes @task over. */
static void
heed_history_writer_commit (HeedHistoryWriter *self, GTask *task)
{
  Commit *commit = g_new0 (Commit, 1);

  g_clear_handle_id (&self->commit_id, g_source_remove);
  commit->writer = g_object_ref (self);
  commit->owner = g_object_ref (self->owner);
  commit->task = task;
  commit->batch = g_steal_pointer (&self->unwritten);
  self->unwritten = heed_history_batch_new ();
  heed_history_worker_push (self->worker, commit_work, commit_done, commit);
}

static void
heed_history_writer_commit_cb (gpointer user_data)
{
  HeedHistoryWriter *self = user_data;

  self->commit_id = 0;
  heed_history_writer_commit (self, NULL);
}

static void
heed_history_writer_commit_soon (HeedHistoryWriter *self)
{
  if (self->access == HEED_HISTORY_ACCESS_OPEN && self->holds == 0 && self->commit_id == 0)
    self->commit_id = g_timeout_add_once (COMMIT_DELAY, heed_history_writer_commit_cb, self);
}

void
heed_history_writer_learn (HeedHistoryWriter *self, HeedCorrespondent *lesson)
{
  g_return_if_fail (HEED_IS_HISTORY_WRITER (self));
  heed_history_batch_add_lesson (self->unwritten, lesson);
  heed_history_writer_commit_soon (self);
}

void
heed_history_writer_remember (HeedHistoryWriter *self, HeedPastDecision *decision)
{
  g_return_if_fail (HEED_IS_HISTORY_WRITER (self));
  heed_history_batch_add_decision (self->unwritten, decision);
  heed_history_writer_commit_soon (self);
}

void
heed_history_writer_trust (HeedHistoryWriter *self, HeedTrust *trust)
{
  g_return_if_fail (HEED_IS_HISTORY_WRITER (self));
  heed_history_batch_add_trust (self->unwritten, trust);
  heed_history_writer_commit_soon (self);
}

GList *
heed_history_writer_get_trusts (HeedHistoryWriter *self)
{
  g_return_val_if_fail (HEED_IS_HISTORY_WRITER (self), NULL);
  return heed_history_batch_get_trusts (self->unwritten);
}

GList *
heed_history_writer_get_lessons (HeedHistoryWriter *self)
{
  g_return_val_if_fail (HEED_IS_HISTORY_WRITER (self), NULL);
  return heed_history_batch_get_lessons (self->unwritten);
}

void
heed_history_writer_flush (HeedHistoryWriter *self, GTask *task)
{
  g_return_if_fail (HEED_IS_HISTORY_WRITER (self));
  if (self->access == HEED_HISTORY_ACCESS_PENDING || self->holds > 0)
    {
      g_ptr_array_add (self->waiting, task);
      return;
    }
  if (self->access == HEED_HISTORY_ACCESS_OPEN)
    {
      heed_history_writer_commit (self, task);
      return;
    }
  g_task_return_new_error (task, HEED_ERROR, HEED_ERROR_FAILED,
                           "The history has no file to be written to");
  g_object_unref (task);
}

/* Goes on writing, and lets those go on who wait for it. */
static void
heed_history_writer_resume (HeedHistoryWriter *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    heed_history_writer_flush (self, g_object_ref (waiting->pdata[i]));
  if (!heed_history_batch_is_empty (self->unwritten))
    heed_history_writer_commit_soon (self);
}

void
heed_history_writer_set_access (HeedHistoryWriter *self, HeedHistoryAccess access)
{
  g_return_if_fail (HEED_IS_HISTORY_WRITER (self));
  self->access = access;
  if (access != HEED_HISTORY_ACCESS_PENDING)
    heed_history_writer_resume (self);
}

void
heed_history_writer_hold (HeedHistoryWriter *self)
{
  g_return_if_fail (HEED_IS_HISTORY_WRITER (self));
  if (self->holds == 0)
    heed_history_writer_commit (self, NULL);
  self->holds++;
}

void
heed_history_writer_release (HeedHistoryWriter *self)
{
  g_return_if_fail (HEED_IS_HISTORY_WRITER (self) && self->holds > 0);
  self->holds--;
  if (self->holds == 0)
    heed_history_writer_resume (self);
}

static void
heed_history_writer_finalize (GObject *object)
{
  HeedHistoryWriter *self = HEED_HISTORY_WRITER (object);

  g_clear_handle_id (&self->commit_id, g_source_remove);
  heed_history_batch_free (self->unwritten);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (heed_history_writer_parent_class)->finalize (object);
}

static void
heed_history_writer_class_init (HeedHistoryWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_history_writer_finalize;

  /**
   * HeedHistoryWriter::written:
   * @error: (nullable): a #GError, where it failed
   */
  signals[SIGNAL_WRITTEN] = g_signal_new ("written", HEED_TYPE_HISTORY_WRITER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
heed_history_writer_init (HeedHistoryWriter *self)
{
  self->unwritten = heed_history_batch_new ();
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

HeedHistoryWriter *
heed_history_writer_new (HeedHistoryWorker *worker, GObject *owner)
{
  HeedHistoryWriter *self = g_object_new (HEED_TYPE_HISTORY_WRITER, NULL);

  self->worker = worker;
  self->owner = owner;
  return self;
}
