/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * heedctl_import:
 * @connection: what heedctl_service_connect() gave
 * @path: a file: what was exported, vCards or CSV
 * @error: return location for an error, whose message is for the person
 *
 * Brings what is in the file into the history, and prints how much that was.
 *
 * Returns: whether it was brought in
 */
gboolean heedctl_import (GDBusConnection *connection, const char *path, GError **error);

/** heedctl_import_address_books: the same from the address books of the desktop */
gboolean heedctl_import_address_books (GDBusConnection *connection, GError **error);

G_END_DECLS
