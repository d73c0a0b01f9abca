/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

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
