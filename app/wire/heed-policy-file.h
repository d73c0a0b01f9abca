/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json.h>

#include <glib.h>

G_BEGIN_DECLS

/**
 * heed_policy_file_read:
 * @path: a policy file
 * @problems: (element-type GError): all that is wrong with the file is added here
 *
 * Reads one strict JSON object. Unknown keys, wrong types, duplicate keys and bad domains are
 * errors; each message names the file, the line, the column and what would be right. What breaks
 * the JSON itself ends the reading; of all else nothing is left out.
 *
 * Returns: (transfer full) (nullable): what it says, if the whole file was understood; otherwise
 *   the problems are %HEED_ERROR_INVALID_ARGUMENT, %HEED_ERROR_LIMIT_EXCEEDED,
 *   %HEED_ERROR_NOT_FOUND or %HEED_ERROR_FAILED
 */
json_object *heed_policy_file_read (const char *path, GPtrArray *problems);

G_END_DECLS
