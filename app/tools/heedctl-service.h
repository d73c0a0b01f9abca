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

/**
 * heedctl_status:
 * @argc: how many words
 * @argv: (array length=argc): the words, the first being the command's name
 *
 * Says how the service is.
 *
 * Returns: 0: all is well; 1: the history works from memory; 2: bad usage, or no service
 */
int heedctl_status (int argc, char **argv);

G_END_DECLS
