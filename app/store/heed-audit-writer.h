/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-audit-record.h"

G_BEGIN_DECLS

/**
 * HeedAuditWriter:
 *
 * Brings records to where they belong. It blocks on the disk and the journal, so all of it belongs
 * on the thread of the audit.
 */
typedef struct _HeedAuditWriter HeedAuditWriter;

/** heed_audit_writer_new: @folder: of the audit file; @journal: where journald listens. Returns:
 * (transfer full): a writer without keys */
HeedAuditWriter *heed_audit_writer_new (const char *folder, const char *journal);
void heed_audit_writer_free (HeedAuditWriter *self);

/** heed_audit_writer_set_keys: @keys: (element-type HeedKey): newest first */
void heed_audit_writer_set_keys (HeedAuditWriter *self, GPtrArray *keys);

/** heed_audit_writer_write: @records: (element-type HeedAuditRecord). What cannot be written to the
 * file is kept, and tried again with the next ones */
void heed_audit_writer_write (HeedAuditWriter *self, GPtrArray *records);

/** heed_audit_writer_retry: tries what is kept once more */
void heed_audit_writer_retry (HeedAuditWriter *self);

/** heed_audit_writer_make_problem: Returns: (transfer full) (nullable): what keeps records from
 * where they belong, in sentences for the person; %NULL when all is well */
char *heed_audit_writer_make_problem (const HeedAuditWriter *self);

/**
 * heed_audit_writer_list:
 * @self: a writer
 * @since: microseconds since 1970
 * @n_bad: (out): how many lines of the file are no records
 *
 * Returns: (transfer full) (array zero-terminated=1): the lines of the audit file that are not
 *   older than @since, oldest first
 */
GStrv heed_audit_writer_list (HeedAuditWriter *self, gint64 since, guint *n_bad);

/** heed_audit_writer_check: Returns: (transfer full): what heed_audit_check_end() gives */
GVariant *heed_audit_writer_check (HeedAuditWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedAuditWriter, heed_audit_writer_free)

G_END_DECLS
