/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-history-worker.h"

G_BEGIN_DECLS

#define HEED_TYPE_HISTORY_OPENER (heed_history_opener_get_type ())

/**
 * HeedHistoryOpener:
 *
 * Asks the keyring for the key and has the worker open the file with it, again and again until that
 * succeeds. Emits `opened` with the #HeedHistoryContent, once, and `failed` with a sentence for the
 * person and the #GError each time it does not.
 */
G_DECLARE_FINAL_TYPE (HeedHistoryOpener, heed_history_opener, HEED, HISTORY_OPENER, GObject)

/**
 * heed_history_opener_new:
 * @worker: who has the file; has to stay
 * @owner: whose worker it is; kept while the file is opened
 *
 * Returns: (transfer full): an opener that has not begun
 */
HeedHistoryOpener *heed_history_opener_new (HeedHistoryWorker *worker, GObject *owner);

/** heed_history_opener_start: begins, once */
void heed_history_opener_start (HeedHistoryOpener *self);

/** heed_history_opener_stop: ends it for good */
void heed_history_opener_stop (HeedHistoryOpener *self);

/** heed_history_opener_get_keys: Returns: (transfer none) (nullable) (element-type HeedKey): what
 * the keyring gave last */
GPtrArray *heed_history_opener_get_keys (HeedHistoryOpener *self);

G_END_DECLS
