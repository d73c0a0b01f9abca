/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEED_TYPE_PROGRESS_WINDOW (heed_progress_window_get_type ())

/**
 * HeedProgressWindow:
 *
 * Work that takes a while: how far it is, and a way to stop it. It opens only after a moment, so
 * that what is quick does not flash.
 */
G_DECLARE_FINAL_TYPE (HeedProgressWindow, heed_progress_window, HEED, PROGRESS_WINDOW, AdwWindow)

/**
 * heed_progress_window_new:
 * @parent: the window that waits
 * @heading: what is done
 * @cancellable: cancelled by the button, Escape and closing; the work still ends by itself
 *
 * Returns: (transfer none): a window that opens by itself
 */
HeedProgressWindow *
heed_progress_window_new (GtkWindow *parent, const char *heading, GCancellable *cancellable);

/** heed_progress_window_report: shows how many of how many are done; of 0, that it goes on */
void heed_progress_window_report (HeedProgressWindow *self, guint done, guint total);

/** heed_progress_window_end: takes the window away: the work has ended */
void heed_progress_window_end (HeedProgressWindow *self);

G_END_DECLS
