/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-simulation.h"

G_BEGIN_DECLS

/**
 * HeedctlPast:
 *
 * The messages that the service was asked about since some time, and whom the person wrote to
 * before.
 */
typedef struct _HeedctlPast HeedctlPast;

/**
 * heedctl_past_new:
 * @connection: to the service
 * @since: microseconds since 1970
 * @error: return location for an error
 *
 * Returns: (transfer full): what the service remembers
 */
HeedctlPast *heedctl_past_new (GDBusConnection *connection, gint64 since, GError **error);
void heedctl_past_free (HeedctlPast *self);

/** heedctl_past_make_known: Returns: (transfer full): whom the person had written to before the
 * first of the messages, as far as can be told: what is known now, less what was sent since */
HeedKnownDomains *heedctl_past_make_known (HeedctlPast *self);

/**
 * heedctl_past_replay:
 * @self: the past
 * @known: what heedctl_past_make_known() gave; is told whom the person trusted by each time
 * @simulation: one with @known, to which each message is added, in order
 *
 * Returns: of how many messages only the recipients are remembered
 */
guint heedctl_past_replay (HeedctlPast *self, HeedKnownDomains *known, HeedSimulation *simulation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedctlPast, heedctl_past_free)

G_END_DECLS
