/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-history-batch.h"
#include "heed-history-records.h"
#include "heed-key.h"

G_BEGIN_DECLS

/**
 * HeedHistoryFile:
 *
 * The SQLite file of the history. Every function blocks on the disk, so all of them belong on the
 * history's worker thread, one at a time.
 */
typedef struct _HeedHistoryFile HeedHistoryFile;

/**
 * HeedHistoryContent:
 * @known: (owned): whom the person writes to
 * @trusts: (owned) (element-type HeedTrust): whom the person trusts
 * @n_correspondents: how many there are
 * @set_aside: (owned) (nullable): where a file is kept that was damaged, or that no key opens
 * @key_gone: whether it is one that no key opens
 *
 * What was found in the file.
 */
typedef struct
{
  HeedKnownDomains *known;
  GPtrArray *trusts;
  guint n_correspondents;
  char *set_aside;
  gboolean key_gone;
} HeedHistoryContent;

void heed_history_content_free (HeedHistoryContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedHistoryContent, heed_history_content_free)

/** heed_history_file_new: Returns: (transfer full): the file at @path, not open yet */
HeedHistoryFile *heed_history_file_new (const char *path);

/** heed_history_file_free: closes the file */
void heed_history_file_free (HeedHistoryFile *self);

/**
 * heed_history_file_open:
 * @self: a file that is not open
 * @keys: (element-type HeedKey): keys that may be the right one; at least one, the first for a new
 *   file
 * @error: return location for an error
 *
 * Makes the folder (0700) and the file (0600), takes the file for this process alone, brings an
 * older schema up to date and reads everybody. A damaged file, and one that no key opens, is set
 * aside under a dated name, and a new one is begun; where only single rows are damaged, the others
 * go on.
 *
 * Returns: (transfer full): what is in it; %NULL with %HEED_ERROR_FAILED, the file being untouched
 */
HeedHistoryContent *heed_history_file_open (HeedHistoryFile *self, GPtrArray *keys, GError **error);

/**
 * heed_history_file_write:
 * @self: an open file
 * @batch: what was learned and answered, to be added to what is there
 * @error: return location for an error
 *
 * Writes all of them or none; they are on the disk when it returns.
 *
 * Returns: whether they were written; %FALSE with %HEED_ERROR_FAILED
 */
gboolean
heed_history_file_write (HeedHistoryFile *self, const HeedHistoryBatch *batch, GError **error);

/**
 * heed_history_file_import:
 * @self: an open file
 * @batch: correspondents, to be united with those that are known, and decisions, to be added unless
 *   they are there
 * @progress: (nullable): called now and then
 * @cancellable: (nullable): stops it
 * @content: (out) (transfer full) (nullable): what is in the file now; %NULL if nobody came
 * @error: return location for an error
 *
 * Returns: whether they were written; %FALSE with %HEED_ERROR_FAILED or %G_IO_ERROR_CANCELLED, and
 * none of them was
 */
gboolean heed_history_file_import (HeedHistoryFile *self,
                                   const HeedHistoryBatch *batch,
                                   HeedHistoryProgressFunc progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   HeedHistoryContent **content,
                                   GError **error);

/**
 * heed_history_file_list:
 * @self: an open file
 * @query: which records
 * @correspondents: (element-type HeedCorrespondent): where to add those
 * @decisions: (element-type HeedPastDecision): and those
 * @error: return location for an error
 *
 * Returns: whether they were read; %FALSE with %HEED_ERROR_FAILED
 */
gboolean heed_history_file_list (HeedHistoryFile *self,
                                 const HeedHistoryQuery *query,
                                 GPtrArray *correspondents,
                                 GPtrArray *decisions,
                                 GError **error);

/**
 * heed_history_file_erase:
 * @self: an open file
 * @query: which records; where it is everything, the files that were set aside go, too
 * @progress: (nullable): called now and then
 * @cancellable: (nullable): stops it before anything is erased
 * @n_correspondents: (out): how many went
 * @n_decisions: (out): how many went
 * @content: (out) (transfer full) (nullable): what is in the file now; %NULL if nothing went
 * @error: return location for an error
 *
 * Nothing of them is left in the file, nor beside it, when it returns.
 *
 * Returns: whether they went; %FALSE with %G_IO_ERROR_CANCELLED or %HEED_ERROR_FAILED
 */
gboolean heed_history_file_erase (HeedHistoryFile *self,
                                  const HeedHistoryQuery *query,
                                  HeedHistoryProgressFunc progress,
                                  gpointer user_data,
                                  GCancellable *cancellable,
                                  guint *n_correspondents,
                                  guint *n_decisions,
                                  HeedHistoryContent **content,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedHistoryFile, heed_history_file_free)

G_END_DECLS
