/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-audit-head.h"

G_BEGIN_DECLS

/**
 * HeedAuditFault:
 * @HEED_AUDIT_FAULT_NONE: nothing is wrong
 * @HEED_AUDIT_FAULT_CHANGED: a line is not the record that was written there
 * @HEED_AUDIT_FAULT_REMOVED: records are not there
 * @HEED_AUDIT_FAULT_MISPLACED: a record stands where another one was written
 * @HEED_AUDIT_FAULT_CUT: a line ends too early
 * @HEED_AUDIT_FAULT_HEAD: what says where the chain ends is gone or changed, and so the last
 *   records may be gone, too
 *
 * What became of the audit file.
 */
typedef enum
{
  HEED_AUDIT_FAULT_NONE,
  HEED_AUDIT_FAULT_CHANGED,
  HEED_AUDIT_FAULT_REMOVED,
  HEED_AUDIT_FAULT_MISPLACED,
  HEED_AUDIT_FAULT_CUT,
  HEED_AUDIT_FAULT_HEAD,
} HeedAuditFault;

#define HEED_N_AUDIT_FAULTS (HEED_AUDIT_FAULT_HEAD + 1)

/** heed_audit_fault_get_name: Returns: (transfer none): the name on the wire, such as `removed` */
const char *heed_audit_fault_get_name (HeedAuditFault fault);

/**
 * HeedAuditCheck:
 *
 * Goes through the records of the audit file and finds the first that is not as it was written.
 */
typedef struct _HeedAuditCheck HeedAuditCheck;

/** heed_audit_check_new: @keys: (element-type HeedAuditKey): the keys there are. Returns: (transfer
 * full): a check that has seen nothing */
HeedAuditCheck *heed_audit_check_new (GPtrArray *keys);
void heed_audit_check_free (HeedAuditCheck *self);

/** heed_audit_check_take_head: @text: (nullable): what the head's file holds; %NULL where there is
 * none. To be called first */
void heed_audit_check_take_head (HeedAuditCheck *self, const char *text);

/**
 * heed_audit_check_take_file:
 * @self: a check
 * @name: the file's name, for the report
 * @text: (array length=length): what it holds
 * @length: bytes of @text
 *
 * To be called for each file, oldest first.
 */
void
heed_audit_check_take_file (HeedAuditCheck *self, const char *name, const char *text, gsize length);

/** heed_audit_check_take_unreadable: the same for a file that is none of the audit */
void heed_audit_check_take_unreadable (HeedAuditCheck *self, const char *name);

/**
 * heed_audit_check_end:
 * @self: a check that has seen all files
 *
 * Returns: (transfer floating): an `a{sv}`: `fault` (s); `records` (t), how many there are as they
 *   were written; of those `unkeyed` (t), which nothing protects, and `unknown-key` (t), whose key
 *   is not there, the first being `first-unknown` (t); where there are any, `first` and `last` (t);
 *   with a fault `record` (t), the first that it is about, and perhaps `until` (t), the last one
 *   that is gone, `file` (s) and `line` (u)
 */
GVariant *heed_audit_check_end (HeedAuditCheck *self);

/** heed_audit_check_folder: Returns: (transfer full): the same for the files in @folder */
GVariant *heed_audit_check_folder (const char *folder, GPtrArray *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedAuditCheck, heed_audit_check_free)

G_END_DECLS
