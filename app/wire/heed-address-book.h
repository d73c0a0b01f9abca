/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Address books as other programs write them. */

/**
 * HeedAddressFunc:
 * @address: an address, perhaps none that is valid
 * @name: (nullable): whose it is
 * @count: how many messages, at least 1
 */
typedef void (*HeedAddressFunc) (const char *address,
                                 const char *name,
                                 guint count,
                                 gpointer user_data);

/** heed_address_book_read_vcards: calls @func for each EMAIL of the vCards in @text, which is UTF-8
 */
void heed_address_book_read_vcards (const char *text, HeedAddressFunc func, gpointer user_data);

/**
 * heed_address_book_read_csv:
 * @text: UTF-8, with commas, semicolons or tabs between the fields
 * @func: called for each address
 * @error: return location for an error
 *
 * Returns: %FALSE with %HEED_ERROR_INVALID_ARGUMENT where no column of the first line is one of
 *   addresses, or a quote has no end; @func may have been called before
 */
gboolean heed_address_book_read_csv (const char *text,
                                     HeedAddressFunc func,
                                     gpointer user_data,
                                     GError **error);

G_END_DECLS
