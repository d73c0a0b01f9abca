/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-policy-watch.h"

G_BEGIN_DECLS

#define HEED_TYPE_TRIAL_PAGE (heed_trial_page_get_type ())

/**
 * HeedTrialPage:
 *
 * The real window about a message that nobody sends. What is answered there changes nothing and is
 * not remembered.
 */
G_DECLARE_FINAL_TYPE (HeedTrialPage, heed_trial_page, HEED, TRIAL_PAGE, AdwBin)

/** heed_trial_page_set_watch: the policy that the samples are reviewed by; to be called once */
void heed_trial_page_set_watch (HeedTrialPage *self, HeedPolicyWatch *watch);

G_END_DECLS
