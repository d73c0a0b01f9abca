/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-json.h"

G_BEGIN_DECLS

/**
 * heed_json_variant_recipients:
 * @value: (nullable): an array of `{"role", "mailbox"}`
 * @error: return location for an error
 *
 * Returns: (transfer floating): `a(ss)`, or %NULL with %HEED_ERROR_INVALID_ARGUMENT; the message
 * begins with the place, such as `recipients[3].mailbox`
 */
GVariant *heed_json_variant_recipients (json_object *value, GError **error);

/** heed_json_variant_counted_mailboxes: the same for an array of `{"mailbox", "count"}`, which
 * gives `a(su)` */
GVariant *heed_json_variant_counted_mailboxes (json_object *value, GError **error);

/**
 * heed_json_variant_options:
 * @value: (nullable): an object with options of ConfirmSend; %NULL is none, unknown ones are left
 * out
 * @error: return location for an error
 *
 * Returns: (transfer floating): `a{sv}`, or %NULL with %HEED_ERROR_INVALID_ARGUMENT
 */
GVariant *heed_json_variant_options (json_object *value, GError **error);

/**
 * heed_json_variant_to_json:
 * @value: an answer's details or a part of them
 *
 * Dictionaries become objects, arrays stay arrays, and the tuples of the interface become objects
 * with its names:
 * `(ss)` is role and mailbox, `(suss)` is operation, position, got and expected.
 *
 * Returns: (transfer full): the same as JSON
 */
json_object *heed_json_variant_to_json (GVariant *value);

G_END_DECLS
