/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-audit-key.h"

#include <sodium.h>

#define USE_ID 7
#define FIRST_USE HEED_AUDIT_USE_RECORD
#define N_USES (USE_ID - FIRST_USE + 1)

#define HASH_BYTES 32
#define ID_BYTES crypto_generichash_BYTES_MIN

typedef struct
{
  guint8 of[N_USES][HEED_KEY_BYTES];
} Keys;

struct _HeedAuditKey
{
  Keys *keys; /* (owned): guarded memory */
  char *id;   /* (owned) */
};

static char *
to_text (const guint8 *bytes, gsize n)
{
  char *text = g_malloc (2 * n + 1);

  return sodium_bin2hex (text, 2 * n + 1, bytes, n);
}

HeedAuditKey *
heed_audit_key_new (const HeedKey *key)
{
  HeedAuditKey *self = g_new0 (HeedAuditKey, 1);
  guint8 id[ID_BYTES];

  self->keys = sodium_malloc (sizeof (Keys));
  if (self->keys == NULL)
    g_error ("No memory for a key");
  for (guint i = 0; i < N_USES; i++)
    heed_key_derive (key, FIRST_USE + i, self->keys->of[i]);
  crypto_generichash (id, sizeof id, NULL, 0, self->keys->of[USE_ID - FIRST_USE], HEED_KEY_BYTES);
  self->id = to_text (id, sizeof id);
  return self;
}

void
heed_audit_key_free (HeedAuditKey *self)
{
  sodium_free (self->keys);
  g_free (self->id);
  g_free (self);
}

const char *
heed_audit_key_get_id (const HeedAuditKey *self)
{
  return self->id;
}

char *
heed_audit_key_hash (const HeedAuditKey *self, HeedAuditUse use, const char *text, gsize length)
{
  const guint8 *key = self != NULL ? self->keys->of[use - FIRST_USE] : NULL;
  guint8 hash[HASH_BYTES];

  crypto_generichash (hash, sizeof hash, (const guint8 *)text, length, key,
                      key != NULL ? HEED_KEY_BYTES : 0);
  return to_text (hash, sizeof hash);
}

static const HeedAuditKey *
find (GPtrArray *keys, const char *id)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const HeedAuditKey *key = keys->pdata[i];

      if (g_str_equal (key->id, id))
        return key;
    }
  return NULL;
}

HeedAuditProof
heed_audit_key_prove (GPtrArray *keys,
                      const char *id,
                      HeedAuditUse use,
                      const char *text,
                      gsize length,
                      const char *hash)
{
  const HeedAuditKey *key = id != NULL ? find (keys, id) : NULL;

  if (id != NULL && key == NULL)
    return HEED_AUDIT_PROOF_UNKNOWN;
  g_autofree char *right = heed_audit_key_hash (key, use, text, length);
  if (!g_str_equal (hash, right))
    return HEED_AUDIT_PROOF_WRONG;
  return key != NULL ? HEED_AUDIT_PROOF_KEYED : HEED_AUDIT_PROOF_UNKEYED;
}
