/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-correspondent.h"
#include "heed-key.h"

G_BEGIN_DECLS

/**
 * HeedHistoryFile:
 *
 * The SQLite file of the history. Every function blocks on the disk, so all of them belong on the
 * history's worker thread, one at a time.
 */
typedef struct _HeedHistoryFile HeedHistoryFile;

/** heed_history_file_new: Returns: (transfer full): the file at @path, not open yet */
HeedHistoryFile *heed_history_file_new (const char *path);

/** heed_history_file_free: closes the file */
void heed_history_file_free (HeedHistoryFile *self);

/**
 * heed_history_file_open:
 * @self: a file that is not open
 * @keys: (element-type HeedKey): keys that may be the right one; at least one, the first for a new
 *   file
 * @set_aside: (out) (transfer full) (nullable): where a file is kept that was damaged, or that no
 *   key opens; %NULL if there was none
 * @error: return location for an error
 *
 * Makes the folder (0700) and the file (0600), takes the file for this process alone, brings an
 * older schema up to date and reads everybody. A damaged file, and one that no key opens, is set
 * aside under a dated name, and a new one is begun; where only single rows are damaged, the others
 * go on.
 *
 * Returns: (transfer full) (element-type HeedCorrespondent): whom the person wrote to; %NULL with
 *   %HEED_ERROR_FAILED, the file being untouched
 */
GPtrArray *
heed_history_file_open (HeedHistoryFile *self, GPtrArray *keys, char **set_aside, GError **error);

/**
 * heed_history_file_write:
 * @self: an open file
 * @correspondents: (element-type HeedCorrespondent): who changed
 * @error: return location for an error
 *
 * Writes all of them or none; they are on the disk when it returns.
 *
 * Returns: whether they were written; %FALSE with %HEED_ERROR_FAILED
 */
gboolean heed_history_file_write (HeedHistoryFile *self, GPtrArray *correspondents, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedHistoryFile, heed_history_file_free)

G_END_DECLS
