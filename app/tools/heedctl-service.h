/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * heedctl_service_connect:
 * @error: return location for an error
 *
 * Starts the service if it does not run.
 *
 * Returns: (transfer full): a connection to its control interface
 */
GDBusConnection *heedctl_service_connect (GError **error);

/**
 * heedctl_service_call:
 * @connection: what heedctl_service_connect() gave
 * @method: a method of the control interface
 * @arguments: (nullable): its arguments; a floating reference is taken
 * @error: return location for an error, whose message is for the person
 *
 * Returns: (transfer full): the answer
 */
GVariant *heedctl_service_call (GDBusConnection *connection,
                                const char *method,
                                GVariant *arguments,
                                GError **error);

/** heedctl_service_call_within: the same, for an answer that does not take longer than @seconds */
GVariant *heedctl_service_call_within (GDBusConnection *connection,
                                       const char *method,
                                       GVariant *arguments,
                                       guint seconds,
                                       GError **error);

G_END_DECLS
