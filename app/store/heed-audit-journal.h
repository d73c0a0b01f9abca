/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-audit-record.h"

G_BEGIN_DECLS

/* Where journald listens. */
#define HEED_AUDIT_JOURNAL_PATH "/run/systemd/journal/socket"

/**
 * HeedAuditJournal:
 *
 * The way to journald. Not thread-safe.
 */
typedef struct _HeedAuditJournal HeedAuditJournal;

/** heed_audit_journal_new: @path: where it listens; need not exist. Returns: (transfer full): a way
 * to it */
HeedAuditJournal *heed_audit_journal_new (const char *path);
void heed_audit_journal_free (HeedAuditJournal *self);

/**
 * heed_audit_journal_send:
 * @self: a way to journald
 * @record: what to send
 * @members: the same as an `a{sv}`, with its place in the chain where it has one
 * @error: return location for an error
 *
 * Waits at most a second.
 *
 * Returns: whether it was handed over; %FALSE with %HEED_ERROR_FAILED
 */
gboolean heed_audit_journal_send (HeedAuditJournal *self,
                                  const HeedAuditRecord *record,
                                  GVariant *members,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedAuditJournal, heed_audit_journal_free)

G_END_DECLS
