/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-known-domains.h"

G_BEGIN_DECLS

/**
 * heed_known_file_read:
 * @path: a text file in UTF-8
 * @error: return location for an error
 *
 * Reads whom somebody writes to: a mailbox or a domain a line, and after a tab how many messages
 * (1 where there is no number). Empty lines are passed over.
 *
 * Returns: (transfer full): the known domains; %NULL with an error of heed_text_file_read() when
 *   the file cannot be read, and %HEED_ERROR_INVALID_ARGUMENT for a line that cannot be understood,
 * which the message names
 */
HeedKnownDomains *heed_known_file_read (const char *path, GError **error);

G_END_DECLS
