/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-policy-watch.h"

G_BEGIN_DECLS

#define HEED_TYPE_PREFERENCES_PAGE (heed_preferences_page_get_type ())

/**
 * HeedPreferencesPage:
 *
 * What a person may set for themselves. A row whose key an administrator locked shows what is in
 * force and who locked it, and cannot be changed.
 */
G_DECLARE_FINAL_TYPE (HeedPreferencesPage, heed_preferences_page, HEED, PREFERENCES_PAGE, AdwBin)

/** heed_preferences_page_set_watch: the policy, of which the preferences are a part; to be called
 * once */
void heed_preferences_page_set_watch (HeedPreferencesPage *self, HeedPolicyWatch *watch);

G_END_DECLS
