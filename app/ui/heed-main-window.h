/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-history.h"
#include "heed-policy-watch.h"

G_BEGIN_DECLS

#define HEED_TYPE_MAIN_WINDOW (heed_main_window_get_type ())

/**
 * HeedMainWindow:
 *
 * What a person sees who starts Heed by hand: its pages, and the first time a welcome before them.
 */
G_DECLARE_FINAL_TYPE (HeedMainWindow, heed_main_window, HEED, MAIN_WINDOW, AdwWindow)

/**
 * heed_main_window_new:
 * @history: what is remembered
 * @watch: the policy
 *
 * Returns: (transfer none): a window that is not on the screen yet
 */
HeedMainWindow *heed_main_window_new (HeedHistory *history, HeedPolicyWatch *watch);

/** heed_main_window_set_problem: @problem: (nullable): what is wrong with the policy and the
 * history, one fault a line; %NULL for nothing */
void heed_main_window_set_problem (HeedMainWindow *self, const char *problem);

G_END_DECLS
