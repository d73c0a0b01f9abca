/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-history-worker.h"

G_BEGIN_DECLS

#define HEED_TYPE_HISTORY_WRITER (heed_history_writer_get_type ())

/**
 * HeedHistoryWriter:
 *
 * What the history knows and the file does not: gathers it for a moment, so that a hundred messages
 * cost one commit, and has the worker write it. What could not be written is due again. Emits
 * `written` after each commit of something, with the #GError of one that failed, or %NULL.
 */
G_DECLARE_FINAL_TYPE (HeedHistoryWriter, heed_history_writer, HEED, HISTORY_WRITER, GObject)

/**
 * HeedHistoryAccess:
 * @HEED_HISTORY_ACCESS_NONE: there is no file to be written to
 * @HEED_HISTORY_ACCESS_PENDING: nobody knows yet
 * @HEED_HISTORY_ACCESS_OPEN: there is one
 */
typedef enum
{
  HEED_HISTORY_ACCESS_NONE,
  HEED_HISTORY_ACCESS_PENDING,
  HEED_HISTORY_ACCESS_OPEN,
} HeedHistoryAccess;

/**
 * heed_history_writer_new:
 * @worker: who has the file; has to stay
 * @owner: whose worker it is; kept while something is written
 *
 * Returns: (transfer full): a writer without a file
 */
HeedHistoryWriter *heed_history_writer_new (HeedHistoryWorker *worker, GObject *owner);

/** heed_history_writer_set_access: goes on as @access lets it, with everybody who waited for it */
void heed_history_writer_set_access (HeedHistoryWriter *self, HeedHistoryAccess access);

/** heed_history_writer_learn: @lesson is on disk soon after */
void heed_history_writer_learn (HeedHistoryWriter *self, HeedCorrespondent *lesson);

/** heed_history_writer_remember: @decision is on disk soon after */
void heed_history_writer_remember (HeedHistoryWriter *self, HeedPastDecision *decision);

/** heed_history_writer_trust: @trust is on disk soon after */
void heed_history_writer_trust (HeedHistoryWriter *self, HeedTrust *trust);

/** heed_history_writer_get_lessons: Returns: (transfer container) (element-type HeedCorrespondent):
 * those that are not on disk, in no order */
GList *heed_history_writer_get_lessons (HeedHistoryWriter *self);

/** heed_history_writer_get_trusts: Returns: (transfer container) (element-type HeedTrust): the same
 * of those */
GList *heed_history_writer_get_trusts (HeedHistoryWriter *self);

/**
 * heed_history_writer_flush:
 * @self: a writer
 * @task: (transfer full): returns %TRUE once everything so far is on disk, and an error where that
 *   fails or there is no file
 */
void heed_history_writer_flush (HeedHistoryWriter *self, GTask *task);

/** heed_history_writer_hold: writes what there is; what comes then waits until
 * heed_history_writer_release() */
void heed_history_writer_hold (HeedHistoryWriter *self);
void heed_history_writer_release (HeedHistoryWriter *self);

G_END_DECLS
