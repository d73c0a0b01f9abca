/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEED_TYPE_CHOICE_WINDOW (heed_choice_window_get_type ())

/**
 * HeedChoiceWindow:
 *
 * A small window above the main one that explains something and offers to do it. Closing it, Escape
 * and Return where nothing else was chosen do nothing. Looks unlike the window that asks about a
 * message.
 */
G_DECLARE_FINAL_TYPE (HeedChoiceWindow, heed_choice_window, HEED, CHOICE_WINDOW, AdwWindow)

/**
 * heed_choice_window_new:
 * @parent: the window that it belongs to
 * @heading: what it is about, in a few words
 * @text: what a person has to know; may hold outside text
 * @accept: (nullable): the label of the button that does it, with a mnemonic; %NULL where nothing
 *   is to be done
 *
 * Returns: (transfer none): a window that is not on the screen yet
 */
HeedChoiceWindow *heed_choice_window_new (GtkWindow *parent,
                                          const char *heading,
                                          const char *text,
                                          const char *accept);

/** heed_choice_window_set_destructive: the button cannot be undone, and looks like it */
void heed_choice_window_set_destructive (HeedChoiceWindow *self);

/** heed_choice_window_run_async: shows the window once and waits for the answer; the window is
 * destroyed with it */
void heed_choice_window_run_async (HeedChoiceWindow *self,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/** heed_choice_window_run_finish: Returns: whether it is to be done */
gboolean heed_choice_window_run_finish (HeedChoiceWindow *self, GAsyncResult *result);

G_END_DECLS
