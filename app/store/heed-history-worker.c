/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a thread: a commit waits for the disk, which takes from 1 ms to seconds (a laptop's disk that
 * wakes up), and this process paints windows. One thread, so that commits stay in order, and so
 * that the SQLite handle has one user. A job belongs to the side that has it: the main thread gives
 * it away, and gets it back through its main loop. */

#include "config.h"
#include "heed-history-worker.h"

struct _HeedHistoryWorker
{
  HeedHistoryFile *file; /* (owned): touched on the thread only, while jobs are there */
  GThreadPool *thread;   /* (owned): one thread */
};

typedef struct
{
  HeedHistoryWork work;
  HeedHistoryDone done;
  gpointer job;
} Errand;

static gboolean
done_cb (gpointer user_data)
{
  Errand *errand = user_data;

  errand->done (errand->job);
  return G_SOURCE_REMOVE;
}

static void
work_cb (gpointer data, gpointer user_data)
{
  HeedHistoryFile *file = user_data;
  Errand *errand = data;

  errand->work (file, errand->job);
  g_idle_add_full (G_PRIORITY_DEFAULT, done_cb, errand, g_free);
}

HeedHistoryWorker *
heed_history_worker_new (const char *path)
{
  HeedHistoryWorker *self = g_new0 (HeedHistoryWorker, 1);

  self->file = heed_history_file_new (path);
  self->thread = g_thread_pool_new (work_cb, self->file, 1, FALSE, NULL);
  return self;
}

void
heed_history_worker_free (HeedHistoryWorker *self)
{
  g_thread_pool_free (self->thread, FALSE, TRUE);
  heed_history_file_free (self->file);
  g_free (self);
}

void
heed_history_worker_push (HeedHistoryWorker *self,
                          HeedHistoryWork work,
                          HeedHistoryDone done,
                          gpointer job)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->work = work;
  errand->done = done;
  errand->job = job;
  g_thread_pool_push (self->thread, errand, NULL);
}
