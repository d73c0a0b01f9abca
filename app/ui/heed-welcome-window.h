/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEED_TYPE_WELCOME_WINDOW (heed_welcome_window_get_type ())

/**
 * HeedWelcomeWindow:
 *
 * What a person sees who starts Heed by hand: what it does, and that it is ready.
 */
G_DECLARE_FINAL_TYPE (HeedWelcomeWindow, heed_welcome_window, HEED, WELCOME_WINDOW, AdwWindow)

/** heed_welcome_window_new: Returns: (transfer none): a window that is not on the screen yet */
HeedWelcomeWindow *heed_welcome_window_new (void);

/** heed_welcome_window_set_problem: @problem: (nullable): what is wrong with the policy and the
 * history, one fault a line; %NULL for nothing */
void heed_welcome_window_set_problem (HeedWelcomeWindow *self, const char *problem);

G_END_DECLS
