/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** heed_mnemonic_button_new: @label: what it says, with a mnemonic. Returns: (transfer none): a
 * button; its label is a part of its own, since GTK 4.8 else names it with its underscore and twice
 */
GtkWidget *heed_mnemonic_button_new (const char *label);

G_END_DECLS
