/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * heed_spoken_name_set:
 * @widget: a control
 * @shown: what it says, as the functions of heed-shown-text.h make it
 *
 * Sets what a control is called when it is read aloud: the same, without the isolates that only the
 * eye needs.
 */
void heed_spoken_name_set (GtkWidget *widget, const char *shown);

G_END_DECLS
