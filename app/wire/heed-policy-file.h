/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-policy-builder.h"

G_BEGIN_DECLS

/**
 * heed_policy_file_read:
 * @path: a policy file
 * @builder: what the file says is set here; untouched on error
 * @problems: (element-type GError): all that is wrong with the file is added here
 *
 * Reads one strict JSON object. Unknown keys, wrong types, duplicate keys and bad domains are
 * errors; each message names the file, the place and what would be right. What breaks the JSON
 * itself ends the reading; of all else nothing is left out.
 *
 * Returns: whether the whole file was understood; otherwise the problems are
 *   %HEED_ERROR_INVALID_ARGUMENT, %HEED_ERROR_LIMIT_EXCEEDED, %HEED_ERROR_NOT_FOUND or
 * %HEED_ERROR_FAILED
 */
gboolean heed_policy_file_read (const char *path, HeedPolicyBuilder *builder, GPtrArray *problems);

G_END_DECLS
