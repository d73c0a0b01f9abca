/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-audit-record.h"
#include "heed-history.h"

G_BEGIN_DECLS

#define HEED_TYPE_AUDIT (heed_audit_get_type ())

/**
 * HeedAudit:
 *
 * The record of every request, in the journal of the system and in a file, as the policy wants it.
 * Nobody waits for it: it is written by a thread of its own.
 */
G_DECLARE_FINAL_TYPE (HeedAudit, heed_audit, HEED, AUDIT, GObject)

/**
 * heed_audit_new:
 * @history: whose keys it uses
 * @folder: of the audit file; made when there is a record for it
 * @journal: where journald listens
 *
 * Returns: (transfer full): an audit
 */
HeedAudit *heed_audit_new (HeedHistory *history, const char *folder, const char *journal);

/** heed_audit_add: takes @record; while the keyring has not answered, records wait */
void heed_audit_add (HeedAudit *self, HeedAuditRecord *record);

/** heed_audit_stop_waiting: what still waits for the keyring is written without it */
void heed_audit_stop_waiting (HeedAudit *self);

/** heed_audit_get_problem: Returns: (transfer none) (nullable): what kept the last record from
 * where it belongs, in sentences for the person; %NULL when all is well */
const char *heed_audit_get_problem (HeedAudit *self);

/** heed_audit_flush_async: ends once every record that does not wait is written, or could not be */
void heed_audit_flush_async (HeedAudit *self, GAsyncReadyCallback callback, gpointer user_data);
void heed_audit_flush_finish (HeedAudit *self, GAsyncResult *result);

/** heed_audit_list_async: reads the lines of the file from @since on, in microseconds since 1970 */
void heed_audit_list_async (HeedAudit *self,
                            gint64 since,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/** heed_audit_list_finish: Returns: (transfer full): `(asu)`: the records, oldest first, and how
 * many lines are none */
GVariant *heed_audit_list_finish (HeedAudit *self, GAsyncResult *result);

/** heed_audit_check_async: looks whether the file is as it was written */
void heed_audit_check_async (HeedAudit *self, GAsyncReadyCallback callback, gpointer user_data);

/** heed_audit_check_finish: Returns: (transfer full): an `a{sv}`, as heed_audit_check_end() gives
 * it */
GVariant *heed_audit_check_finish (HeedAudit *self, GAsyncResult *result);

G_END_DECLS
