/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-history.h"

G_BEGIN_DECLS

#define HEED_TYPE_RETENTION (heed_retention_get_type ())

/**
 * HeedRetention:
 *
 * Erases from a history what is older than the policy or the person wants to keep, when the file
 * opens, when they change their mind, and once a day. What the person wants is the key
 * `retention-days` of the settings, where those are installed; it can be less than what the policy
 * says, never more.
 */
G_DECLARE_FINAL_TYPE (HeedRetention, heed_retention, HEED, RETENTION, GObject)

/** heed_retention_new: Returns: (transfer full): keeps everything until it is told otherwise */
HeedRetention *heed_retention_new (HeedHistory *history);

/** heed_retention_set_days: sets after how many days a record goes by the policy; 0 for never */
void heed_retention_set_days (HeedRetention *self, guint days);

G_END_DECLS
