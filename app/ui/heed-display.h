/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * heed_display_choose_renderer:
 *
 * Chooses how windows are drawn, by GTK's environment variables, unless the person did. To be
 * called first of all: the environment must not change once there are threads.
 */
void heed_display_choose_renderer (void);

/**
 * heed_display_open:
 * @error: return location for an error
 *
 * Initialises GTK, libadwaita and the style of our windows, the first time it is called: the
 * service stays small until the first window. After a failure it tries anew.
 *
 * Returns: whether windows can be shown; %FALSE with %HEED_ERROR_FAILED when there is no display
 */
gboolean heed_display_open (GError **error);

G_END_DECLS
