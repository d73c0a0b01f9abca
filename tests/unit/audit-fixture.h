/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-audit-file.h"

G_BEGIN_DECLS

/** audit_fixture_make_record: Returns: (transfer full): of a message to @mailbox, declined, under a
 * policy with this audit, as the mail program @client has it */
HeedAuditRecord *
audit_fixture_make_record (HeedAuditLevel level, const char *mailbox, const char *client);

/** audit_fixture_append: appends @record alone. Returns: (transfer full) (nullable): what
 * heed_audit_file_append() gives for it */
GVariant *
audit_fixture_append (HeedAuditFile *file, HeedAuditRecord *record, guint n_lost, GError **error);

/** audit_fixture_make_keys: Returns: (transfer full) (element-type HeedAuditKey): one for each of
 * the bytes of @seeds, always the same */
GPtrArray *audit_fixture_make_keys (const char *seeds);

/** audit_fixture_check: @folder: of an audit file. Returns: (transfer full): what a check of it
 * says, printed: the fault, and after a space the record that it is about */
char *audit_fixture_check (const char *folder, GPtrArray *keys);

/** audit_fixture_get_number: Returns: a number of what a check of the file in @folder says */
guint64 audit_fixture_get_number (const char *folder, GPtrArray *keys, const char *name);

/** audit_fixture_remove: removes @folder and all that is in it */
void audit_fixture_remove (const char *folder);

G_END_DECLS
