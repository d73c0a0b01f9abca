/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-history-worker.h"
#include "heed-history.h"

G_BEGIN_DECLS

/* For heed-archive.c only. */

HeedHistoryWorker *heed_history_get_worker (HeedHistory *self);

/** heed_history_hold: writes what waits; from now on, what is learned waits until
 * heed_history_release() */
void heed_history_hold (HeedHistory *self);

/**
 * heed_history_release:
 * @self: a history that is held
 * @content: (nullable): what is in the file now; %NULL if it has not changed
 */
void heed_history_release (HeedHistory *self, HeedHistoryContent *content);

G_END_DECLS
