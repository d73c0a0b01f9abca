/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * heed_window_parent_set:
 * @window: a window that is not on the screen yet
 * @handle: (nullable): another program's window as in xdg-desktop-portal: `x11:` and the window's
 * number in hexadecimal, or `wayland:` and an exported handle
 *
 * Keeps the window above the one that it is about. A handle that is not understood, or is of
 * another display, changes nothing: the window opens all the same.
 */
void heed_window_parent_set (GtkWindow *window, const char *handle);

G_END_DECLS
