/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-audit-key.h"

G_BEGIN_DECLS

/**
 * HeedAuditHead:
 * @first: the first record that is kept
 * @last: the last one; 0 before there is any
 * @hash: (owned): the hash of that
 * @key: (owned) (nullable): which key this is sealed with; %NULL for none
 *
 * Where the chain begins and ends: without it, nobody could tell a chain from its beginning.
 */
typedef struct
{
  guint64 first;
  guint64 last;
  char *hash;
  char *key;
} HeedAuditHead;

/** heed_audit_head_new: Returns: (transfer full): that of a chain with no records yet */
HeedAuditHead *heed_audit_head_new (void);
HeedAuditHead *heed_audit_head_copy (const HeedAuditHead *self);
void heed_audit_head_free (HeedAuditHead *self);

/** heed_audit_head_format: @key: (nullable): what to seal it with. Returns: (transfer full): what
 * its file holds */
char *heed_audit_head_format (const HeedAuditHead *self, const HeedAuditKey *key);

/**
 * heed_audit_head_parse:
 * @text: what its file holds
 * @keys: (element-type HeedAuditKey): keys that may be the right one
 * @proof: (out): whether it is as it was written
 *
 * Returns: (transfer full) (nullable): what it says; %NULL when it says nothing
 */
HeedAuditHead *heed_audit_head_parse (const char *text, GPtrArray *keys, HeedAuditProof *proof);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedAuditHead, heed_audit_head_free)

G_END_DECLS
