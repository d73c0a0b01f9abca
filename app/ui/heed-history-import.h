/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-archive.h"

G_BEGIN_DECLS

/**
 * heed_history_import_async:
 * @history: where the records go
 * @file: what heed_history_export_async() wrote, vCards or CSV
 * @progress: called now and then, until @callback is; of 0 while the file is read
 *
 * Reads records from a file and unites them with those that are known. What has been brought in
 * when it is cancelled stays.
 */
void heed_history_import_async (HeedHistory *history,
                                GFile *file,
                                HeedArchiveProgressFunc progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/** heed_history_import_finish: tells in @taken how many records were brought in, and in @total of
 * how many */
gboolean heed_history_import_finish (
    HeedHistory *history, GAsyncResult *result, guint *taken, guint *total, GError **error);

G_END_DECLS
