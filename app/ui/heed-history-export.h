/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-archive.h"

G_BEGIN_DECLS

/**
 * heed_history_export_async:
 * @file: what to write; replaced only once all of it is written
 * @correspondents: (element-type HeedCorrespondent): what is exported
 * @decisions: (element-type HeedPastDecision): and that
 * @progress: called now and then, until @callback is
 *
 * Writes records of the history as JSON Lines, which can be imported. The main loop goes on
 * meanwhile.
 */
void heed_history_export_async (GFile *file,
                                GPtrArray *correspondents,
                                GPtrArray *decisions,
                                HeedArchiveProgressFunc progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean heed_history_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
