/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** heed_toast_show: @widget: something in a window with an AdwToastOverlay; @text: what has been
 * done, or has failed. Shows it for a moment */
void heed_toast_show (GtkWidget *widget, const char *text);

G_END_DECLS
