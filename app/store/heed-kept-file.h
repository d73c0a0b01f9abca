/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files of the history that are out of use, kept beside it under a dated name. */

/**
 * HeedKeptReason:
 * @HEED_KEPT_DAMAGED: something in it cannot be read
 * @HEED_KEPT_SEALED: no key opens it
 */
typedef enum
{
  HEED_KEPT_DAMAGED,
  HEED_KEPT_SEALED,
} HeedKeptReason;

/** heed_kept_file_make_path: Returns: (transfer full): where nothing is yet: @path, why it is kept
 * and when */
char *heed_kept_file_make_path (const char *path, HeedKeptReason reason);

/**
 * heed_kept_file_set_aside:
 * @path: a database that nobody has open
 * @reason: why
 *
 * Moves the file, and what SQLite keeps beside it, where nothing else is.
 *
 * Returns: (transfer full) (nullable): where it is now; %NULL with errno
 */
char *heed_kept_file_set_aside (const char *path, HeedKeptReason reason);

/** heed_kept_file_remove_all: removes what was kept of @path */
void heed_kept_file_remove_all (const char *path);

G_END_DECLS
