/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEED_TYPE_ANSWER_BAR (heed_answer_bar_get_type ())

/**
 * HeedAnswerBar:
 *
 * The buttons that answer a window. Side by side where they fit, the first at the start and the
 * others at the end; else one under the other, the last on top. Each button is there once, whatever
 * the layout, so that a screen reader meets each once.
 */
G_DECLARE_FINAL_TYPE (HeedAnswerBar, heed_answer_bar, HEED, ANSWER_BAR, GtkWidget)

G_END_DECLS
