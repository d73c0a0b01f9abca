/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * heed_option_lookup:
 * @options: an `a{sv}`
 * @name: a key
 * @type: the type that its value must have
 * @value: (out) (transfer full) (nullable): the value; %NULL when there is none
 * @error: return location for an error
 *
 * Returns: %FALSE with %HEED_ERROR_INVALID_ARGUMENT when there is a value of another type; the
 * message names the option, the type it has and the one it should have
 */
gboolean heed_option_lookup (GVariant *options,
                             const char *name,
                             const GVariantType *type,
                             GVariant **value,
                             GError **error);

/**
 * heed_option_lookup_string:
 *
 * The same for a string of at most %HEED_LIMIT_OPTION_BYTES.
 *
 * Returns: %FALSE with %HEED_ERROR_INVALID_ARGUMENT or %HEED_ERROR_LIMIT_EXCEEDED
 */
gboolean
heed_option_lookup_string (GVariant *options, const char *name, char **value, GError **error);

/**
 * heed_option_lookup_array:
 *
 * The same for an array of at most %HEED_LIMIT_OPTION_ENTRIES.
 *
 * Returns: %FALSE with %HEED_ERROR_INVALID_ARGUMENT or %HEED_ERROR_LIMIT_EXCEEDED
 */
gboolean heed_option_lookup_array (GVariant *options,
                                   const char *name,
                                   const GVariantType *type,
                                   GVariant **value,
                                   GError **error);

G_END_DECLS
