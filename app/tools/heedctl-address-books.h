/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * heedctl_address_books_read:
 * @error: return location for an error, whose message is for the person
 *
 * Reads the person's address books from Evolution Data Server, as GNOME Contacts and Evolution keep
 * them there. A book that can't be read is named on standard error, and the others are read.
 *
 * Returns: (transfer full): vCards, one after the other; %NULL when no such server is on the bus
 */
char *heedctl_address_books_read (GError **error);

G_END_DECLS
