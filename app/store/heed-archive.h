/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-history-batch.h"
#include "heed-history-query.h"
#include "heed-history.h"

G_BEGIN_DECLS

/* What a person may read in the history, bring into it, and have erased. Each fails with
 * %HEED_ERROR_FAILED while the history has no file. */

/** heed_archive_list_async: reads the records that @query means */
void heed_archive_list_async (HeedHistory *history,
                              HeedHistoryQuery *query,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * heed_archive_list_finish:
 * @correspondents: (out) (transfer full) (element-type HeedCorrespondent): in no order
 * @decisions: (out) (transfer full) (element-type HeedPastDecision): in no order
 */
gboolean heed_archive_list_finish (HeedHistory *history,
                                   GAsyncResult *result,
                                   GPtrArray **correspondents,
                                   GPtrArray **decisions,
                                   GError **error);

/**
 * HeedArchiveProgressFunc:
 * @done: how many records are done
 * @total: of how many
 */
typedef void (*HeedArchiveProgressFunc) (guint done, guint total, gpointer user_data);

/**
 * heed_archive_erase_async:
 * @progress: (nullable): called on the main thread until @callback is
 *
 * Erases the records that @query means, so that nothing of them is left on the disk. Once it is
 * cancelled, either all of them are erased or none.
 */
void heed_archive_erase_async (HeedHistory *history,
                               HeedHistoryQuery *query,
                               HeedArchiveProgressFunc progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/** heed_archive_erase_finish: tells how many @correspondents and @decisions went */
gboolean heed_archive_erase_finish (HeedHistory *history,
                                    GAsyncResult *result,
                                    guint *correspondents,
                                    guint *decisions,
                                    GError **error);

/**
 * heed_archive_import_async:
 * @batch: (transfer full): what to bring in
 * @progress: (nullable): called on the main thread until @callback is
 *
 * Unites correspondents with those that are known; bringing in the same twice changes nothing. Once
 * it is cancelled, either all of them are in or none.
 */
void heed_archive_import_async (HeedHistory *history,
                                HeedHistoryBatch *batch,
                                HeedArchiveProgressFunc progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean heed_archive_import_finish (HeedHistory *history, GAsyncResult *result, GError **error);

G_END_DECLS
