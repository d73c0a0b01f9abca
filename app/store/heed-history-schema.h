/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "heed-key.h"

G_BEGIN_DECLS

/**
 * heed_history_schema_migrate:
 * @database: an open database
 * @path: its file, for messages
 * @key: what the rows of a new or a plain file are sealed under
 * @error: return location for an error
 *
 * Brings a file of any version, or an empty one, to the present form. Each step is one transaction.
 *
 * Returns: whether it has the present form; %FALSE with %HEED_ERROR_FAILED
 */
gboolean heed_history_schema_migrate (sqlite3 *database,
                                      const char *path,
                                      const HeedKey *key,
                                      GError **error);

G_END_DECLS
