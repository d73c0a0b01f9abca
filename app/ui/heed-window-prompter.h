/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-prompter.h"

G_BEGIN_DECLS

#define HEED_TYPE_WINDOW_PROMPTER (heed_window_prompter_get_type ())

/**
 * HeedWindowPrompter:
 *
 * The #HeedPrompter that asks with windows. Without a display it answers with an error.
 */
G_DECLARE_FINAL_TYPE (HeedWindowPrompter, heed_window_prompter, HEED, WINDOW_PROMPTER, GObject)

/** heed_window_prompter_new: Returns: (transfer full): a prompter; no display is opened yet */
HeedWindowPrompter *heed_window_prompter_new (void);

G_END_DECLS
