/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEED_TYPE_LEARNING_WINDOW (heed_learning_window_get_type ())

/**
 * HeedLearningWindow:
 *
 * Asks whether a mail program may tell Heed whom the person wrote to so far.
 */
G_DECLARE_FINAL_TYPE (HeedLearningWindow, heed_learning_window, HEED, LEARNING_WINDOW, AdwWindow)

/**
 * heed_learning_window_new:
 * @client: the name that the mail program gives itself, possibly empty
 * @n_mailboxes: how many addresses it offers
 *
 * Returns: (transfer none): a window that is not on the screen yet
 */
HeedLearningWindow *heed_learning_window_new (const char *client, guint n_mailboxes);

/** heed_learning_window_run_async: shows the window once and waits for the answer, with which it is
 * destroyed; cancelling takes it away */
void heed_learning_window_run_async (HeedLearningWindow *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * heed_learning_window_run_finish:
 *
 * Returns: whether the person agreed; %FALSE with @error set when nobody answered, as for
 * heed_confirmation_window_run_finish()
 */
gboolean
heed_learning_window_run_finish (HeedLearningWindow *self, GAsyncResult *result, GError **error);

G_END_DECLS
