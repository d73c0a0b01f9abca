/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-key.h"

G_BEGIN_DECLS

/**
 * HeedAuditUse:
 * @HEED_AUDIT_USE_RECORD: a record of the file
 * @HEED_AUDIT_USE_HEAD: what says where the chain ends
 * @HEED_AUDIT_USE_DOMAIN: a domain that is not to be read
 *
 * What a hash is for. The numbers are part of the files' form and never change.
 */
typedef enum
{
  HEED_AUDIT_USE_RECORD = 4,
  HEED_AUDIT_USE_HEAD = 5,
  HEED_AUDIT_USE_DOMAIN = 6,
} HeedAuditUse;

/**
 * HeedAuditKey:
 *
 * The hashes of the audit, which nobody can make without the key in the keyring. Immutable.
 */
typedef struct _HeedAuditKey HeedAuditKey;

/** heed_audit_key_new: Returns: (transfer full): the hashes under @key */
HeedAuditKey *heed_audit_key_new (const HeedKey *key);
void heed_audit_key_free (HeedAuditKey *self);

/** heed_audit_key_get_id: Returns: (transfer none): tells in a record which key it is; says nothing
 * about the key */
const char *heed_audit_key_get_id (const HeedAuditKey *self);

/**
 * heed_audit_key_hash:
 * @self: (nullable): a key; without one, anybody can make the same hash
 * @use: what it is for
 * @text: (array length=length): what to hash
 * @length: bytes of @text
 *
 * Returns: (transfer full): BLAKE2b in 64 hexadecimal digits
 */
char *
heed_audit_key_hash (const HeedAuditKey *self, HeedAuditUse use, const char *text, gsize length);

/**
 * HeedAuditProof:
 * @HEED_AUDIT_PROOF_KEYED: it is as it was written
 * @HEED_AUDIT_PROOF_UNKEYED: it is whole, but anybody can have made it
 * @HEED_AUDIT_PROOF_UNKNOWN: nobody can tell without a key that is not there
 * @HEED_AUDIT_PROOF_WRONG: it is not as it was written
 *
 * What a hash proves.
 */
typedef enum
{
  HEED_AUDIT_PROOF_KEYED,
  HEED_AUDIT_PROOF_UNKEYED,
  HEED_AUDIT_PROOF_UNKNOWN,
  HEED_AUDIT_PROOF_WRONG,
} HeedAuditProof;

/**
 * heed_audit_key_prove:
 * @keys: (element-type HeedAuditKey): the keys there are
 * @id: (nullable): which of them it should be; %NULL for none
 * @use: what it is for
 * @text: (array length=length): what was hashed
 * @length: bytes of @text
 * @hash: the hash that it should have
 *
 * Returns: what @hash proves
 */
HeedAuditProof heed_audit_key_prove (GPtrArray *keys,
                                     const char *id,
                                     HeedAuditUse use,
                                     const char *text,
                                     gsize length,
                                     const char *hash);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedAuditKey, heed_audit_key_free)

G_END_DECLS
