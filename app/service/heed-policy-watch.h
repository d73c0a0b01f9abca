/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-policy-reading.h"
#include "heed-policy.h"

G_BEGIN_DECLS

#define HEED_TYPE_POLICY_WATCH (heed_policy_watch_get_type ())

/**
 * HeedPolicyWatch:
 *
 * The policy of some folders, kept up to date while their files change. The property `policy`
 * (#HeedPolicy) is the last one without a fault; the property `problem` says what is wrong with the
 * files as they are now, one fault a line, and is %NULL when all is well. Changes of both are
 * notified, the policy's first.
 */
G_DECLARE_FINAL_TYPE (HeedPolicyWatch, heed_policy_watch, HEED, POLICY_WATCH, GObject)

/**
 * heed_policy_watch_new:
 * @folders: (element-type HeedPolicyFolder): weakest first; need not exist
 *
 * Reads the policy before it returns, since nothing can be decided without it. Files with a fault
 * are left out this first time.
 */
HeedPolicyWatch *heed_policy_watch_new (GPtrArray *folders);

/** heed_policy_watch_get_policy: Returns: (transfer none): the property `policy` */
HeedPolicy *heed_policy_watch_get_policy (HeedPolicyWatch *self);

/** heed_policy_watch_get_reading: Returns: (transfer none): where the policy in force comes from */
HeedPolicyReading *heed_policy_watch_get_reading (HeedPolicyWatch *self);

/** heed_policy_watch_refresh: reads the folders soon, whether or not a change was seen: a folder
 * that was not there is watched less closely */
void heed_policy_watch_refresh (HeedPolicyWatch *self);

/** heed_policy_watch_get_problem: Returns: (transfer none) (nullable): the property `problem` */
const char *heed_policy_watch_get_problem (HeedPolicyWatch *self);

G_END_DECLS
