/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEED_TYPE_WELCOME_PAGE (heed_welcome_page_get_type ())

/**
 * HeedWelcomePage:
 *
 * What a person sees at the first start: three short pages that can be skipped. The signal `done`
 * comes when they have been read or skipped.
 */
G_DECLARE_FINAL_TYPE (HeedWelcomePage, heed_welcome_page, HEED, WELCOME_PAGE, AdwBin)

/** heed_welcome_page_was_seen: Returns: whether it has been read or skipped before */
gboolean heed_welcome_page_was_seen (void);

G_END_DECLS
