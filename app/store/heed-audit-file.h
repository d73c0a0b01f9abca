/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-audit-record.h"

G_BEGIN_DECLS

/**
 * HeedAuditFile:
 *
 * The rotated file of the audit: JSON Lines, of which each carries the hash of the one before it,
 * across the files. Every function blocks on the disk, so all of them belong on one thread.
 */
typedef struct _HeedAuditFile HeedAuditFile;

/** heed_audit_file_new: Returns: (transfer full): the file in @folder; nothing is opened or made
 * before the first record */
HeedAuditFile *heed_audit_file_new (const char *folder);
void heed_audit_file_free (HeedAuditFile *self);

/** heed_audit_file_set_limits: after how many @bytes a file is full, and how many @files are kept;
 * those of heed-limits.h otherwise */
void heed_audit_file_set_limits (HeedAuditFile *self, gsize bytes, guint files);

/** heed_audit_file_set_keys: @keys: (element-type HeedAuditKey): newest first, which is what
 * records are hashed with from now on; none, and hashes protect nothing */
void heed_audit_file_set_keys (HeedAuditFile *self, GPtrArray *keys);

/**
 * heed_audit_file_append:
 * @self: the file
 * @records: (element-type HeedAuditRecord): what to write, at most %HEED_LIMIT_AUDIT_BATCH
 * @n_lost: how many records before them could not be kept
 * @error: return location for an error
 *
 * They are on the disk when this returns.
 *
 * Returns: (transfer full) (element-type GVariant): the records with their places in the chain,
 *   each an `a{sv}`; %NULL with %HEED_ERROR_FAILED, and none of them was written
 */
GPtrArray *
heed_audit_file_append (HeedAuditFile *self, GPtrArray *records, guint n_lost, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedAuditFile, heed_audit_file_free)

G_END_DECLS
