/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-history-file.h"

G_BEGIN_DECLS

/**
 * HeedHistoryWorker:
 *
 * The thread that has the file of the history, and does one job after the other.
 */
typedef struct _HeedHistoryWorker HeedHistoryWorker;

/** heed_history_worker_new: Returns: (transfer full): a worker for the file at @path */
HeedHistoryWorker *heed_history_worker_new (const char *path);

/** heed_history_worker_free: closes the file; no job may be left */
void heed_history_worker_free (HeedHistoryWorker *self);

/**
 * HeedHistoryWork:
 * @file: the file
 * @job: what to do, and where to put what comes of it
 *
 * Runs on the worker thread.
 */
typedef void (*HeedHistoryWork) (HeedHistoryFile *file, gpointer job);

/**
 * HeedHistoryDone:
 * @job: (transfer full): the same
 *
 * Runs on the main thread, once @work has ended.
 */
typedef void (*HeedHistoryDone) (gpointer job);

/** heed_history_worker_push: has @work done after what was pushed before, and then @done called */
void heed_history_worker_push (HeedHistoryWorker *self,
                               HeedHistoryWork work,
                               HeedHistoryDone done,
                               gpointer job);

G_END_DECLS
