/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-audit.h"
#include "heed-history.h"
#include "heed-service.h"

G_BEGIN_DECLS

#define HEED_TYPE_LIFETIME (heed_lifetime_get_type ())

/**
 * HeedLifetime:
 *
 * How long the program `heed` stays: until nobody has needed it for a while, it is told to leave,
 * or SIGTERM or SIGINT comes. The signal `ended` says, once, that all is answered and written.
 */
G_DECLARE_FINAL_TYPE (HeedLifetime, heed_lifetime, HEED, LIFETIME, GObject)

/**
 * heed_lifetime_new:
 * @connection: the session bus, on which the program owns its name
 * @service: what is served
 * @audit: what is to be written before the end
 * @history: what is to be written before the end
 *
 * Returns: (transfer full): a lifetime that counts its idle time already
 */
HeedLifetime *heed_lifetime_new (GDBusConnection *connection,
                                 HeedService *service,
                                 HeedAudit *audit,
                                 HeedHistory *history);

/** heed_lifetime_set_has_window: while it has one, no idle time is counted */
void heed_lifetime_set_has_window (HeedLifetime *self, gboolean has_window);

/** heed_lifetime_leave: gives up the name, and ends as soon as nothing is going on */
void heed_lifetime_leave (HeedLifetime *self);

/** heed_lifetime_is_ending: Returns: whether nothing is answered any more */
gboolean heed_lifetime_is_ending (HeedLifetime *self);

G_END_DECLS
