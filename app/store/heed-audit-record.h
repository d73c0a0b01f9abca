/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-audit-key.h"
#include "heed-policy.h"
#include "heed-verdict.h"

G_BEGIN_DECLS

#define HEED_TYPE_AUDIT_RECORD (heed_audit_record_get_type ())

/**
 * HeedAuditRecord:
 *
 * What the audit says about one request: as much as the policy wants that was in force for it.
 * Immutable, ref-counted, safe to hand to another thread.
 */
typedef struct _HeedAuditRecord HeedAuditRecord;

GType heed_audit_record_get_type (void) G_GNUC_CONST;

/**
 * heed_audit_record_new:
 * @review: what was found
 * @verdict: (nullable): what was answered; %NULL when the request failed, and nothing was
 * @policy: the policy
 * @duration: microseconds from the request to the answer
 *
 * Returns: (transfer full): the record, of now
 */
HeedAuditRecord *heed_audit_record_new (const HeedReview *review,
                                        const HeedVerdict *verdict,
                                        const HeedPolicy *policy,
                                        gint64 duration);

HeedAuditRecord *heed_audit_record_ref (HeedAuditRecord *self);
void heed_audit_record_unref (HeedAuditRecord *self);

/** heed_audit_record_goes_to_journal: Returns: whether the policy wants it there */
gboolean heed_audit_record_goes_to_journal (const HeedAuditRecord *self);

/** heed_audit_record_goes_to_file: Returns: whether the policy wants it there */
gboolean heed_audit_record_goes_to_file (const HeedAuditRecord *self);

/** heed_audit_record_get_message_id: Returns: (transfer none): the journal's id of this kind of
 * record, which there is one of for each reason */
const char *heed_audit_record_get_message_id (const HeedAuditRecord *self);

/** heed_audit_record_get_message: Returns: (transfer full): a line for people, with no domain */
char *heed_audit_record_get_message (const HeedAuditRecord *self);

/** heed_audit_record_get_priority: Returns: (transfer none): as in syslog */
const char *heed_audit_record_get_priority (const HeedAuditRecord *self);

/**
 * heed_audit_record_add_members:
 * @self: a record
 * @key: (nullable): what domains are hashed with; without it, a record that must not name domains
 *   has none
 * @members: an `a{sv}` under construction, to which what the record says is added
 */
void heed_audit_record_add_members (const HeedAuditRecord *self,
                                    const HeedAuditKey *key,
                                    GVariantBuilder *members);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedAuditRecord, heed_audit_record_unref)

G_END_DECLS
