/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <json.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_object, json_object_put)

/**
 * heed_json_parse:
 * @text: (array length=length) (nullable): JSON text; need not end with a zero
 * @length: its size in bytes
 * @error: return location for an error
 *
 * Reads exactly one JSON value as RFC 8259 has it: valid UTF-8, no byte order mark, no comments,
 * nothing after the value, at most %HEED_LIMIT_JSON_DEPTH deep, no two members of one object with
 * the same name, no U+0000 and no half of a surrogate pair in strings. Whole numbers must be exact
 * in every reader (RFC 7493).
 *
 * Returns: (transfer full): the value, or %NULL with %HEED_ERROR_INVALID_ARGUMENT; the message
 * begins with line and column, both counted from 1, columns in bytes. JSON `null` is an error too,
 * since nothing here is one
 */
json_object *heed_json_parse (const char *text, gsize length, GError **error);

/**
 * heed_json_parse_noting:
 * @notes: (nullable) (element-type GError): names that stand a second time in one object are added
 * here, each as an error of its own
 *
 * Reads as heed_json_parse() does, and goes on where a name stands a second time, so that all that
 * is wrong can be told at once. A hundred of them end the reading. What was read then is not to be
 * used for anything else.
 */
json_object *
heed_json_parse_noting (const char *text, gsize length, GPtrArray *notes, GError **error);

/**
 * heed_json_make_excerpt:
 * @text: a text from outside
 *
 * Returns: (transfer full): its beginning, short enough for a message
 */
char *heed_json_make_excerpt (const char *text);

G_END_DECLS
