/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-policy.h"
#include "heed-prompter.h"
#include "heed-request-queue.h"

G_BEGIN_DECLS

#define HEED_TYPE_DEMONSTRATION (heed_demonstration_get_type ())

/**
 * HeedDemonstration:
 *
 * The window for a message that nobody sends, to army.ml by somebody who wrote to army.mil often.
 * It has the policy's words and keys; nothing of it is learned, recorded or sent.
 * The property `open` says whether it is there; its changes are notified.
 */
G_DECLARE_FINAL_TYPE (HeedDemonstration, heed_demonstration, HEED, DEMONSTRATION, GObject)

/**
 * heed_demonstration_new:
 * @prompter: who opens the window
 * @queue: what waits for the person; the window opens only while that is nothing
 *
 * Returns: (transfer full): a demonstration without a window
 */
HeedDemonstration *heed_demonstration_new (HeedPrompter *prompter, HeedRequestQueue *queue);

/** heed_demonstration_is_open: Returns: the property `open` */
gboolean heed_demonstration_is_open (HeedDemonstration *self);

/** heed_demonstration_close: takes the window away, since somebody needs the screen */
void heed_demonstration_close (HeedDemonstration *self);

/** heed_demonstration_run_async: opens the window; one at a time */
void heed_demonstration_run_async (HeedDemonstration *self,
                                   HeedPolicy *policy,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/** heed_demonstration_run_finish: Returns: (transfer full): what would have been answered; %NULL
 * with %HEED_ERROR_LIMIT_EXCEEDED where a window is open or a message waits, %G_IO_ERROR_CANCELLED,
 * or what kept the window from opening */
HeedVerdict *
heed_demonstration_run_finish (HeedDemonstration *self, GAsyncResult *result, GError **error);

G_END_DECLS
