/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-decision.h"
#include "heed-warning-frame.h"

G_BEGIN_DECLS

#define HEED_TYPE_CONFIRMATION_WINDOW (heed_confirmation_window_get_type ())

/**
 * HeedConfirmationWindow:
 *
 * The window at the moment of sending. What it allows is decided by its #HeedDecision.
 */
G_DECLARE_FINAL_TYPE (
    HeedConfirmationWindow, heed_confirmation_window, HEED, CONFIRMATION_WINDOW, AdwWindow)

/**
 * heed_confirmation_window_new:
 * @layout: how it looks if the message is dangerous
 *
 * Returns: (transfer none): a window that is not on the screen yet
 */
HeedConfirmationWindow *heed_confirmation_window_new (HeedDecision *decision,
                                                      HeedWarningLayout layout);

/** heed_confirmation_window_present_again: brings it to the front, where it can send only after it
 * has been there long enough to be read, as at first. @activation_token: (nullable): permission to
 */
void heed_confirmation_window_present_again (HeedConfirmationWindow *self,
                                             const char *activation_token);

/**
 * heed_confirmation_window_run_async:
 * @parent_window: (nullable): the composer, as in xdg-desktop-portal
 * @activation_token: (nullable): permission to come to the front
 * @cancellable: (nullable): takes the window away
 *
 * Shows the window once and waits for the answer. The window is destroyed with it.
 */
void heed_confirmation_window_run_async (HeedConfirmationWindow *self,
                                         const char *parent_window,
                                         const char *activation_token,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * heed_confirmation_window_run_finish:
 *
 * Returns: (transfer full): the verdict; %NULL with %G_IO_ERROR_CANCELLED, or with
 * %HEED_ERROR_FAILED when the window went away without an answer
 */
HeedVerdict *heed_confirmation_window_run_finish (HeedConfirmationWindow *self,
                                                  GAsyncResult *result,
                                                  GError **error);

G_END_DECLS
