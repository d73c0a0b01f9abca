/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Bytes of a key: 256 bits, as XChaCha20-Poly1305 and keyed BLAKE2b take them. */
#define HEED_KEY_BYTES 32

#define HEED_TYPE_KEY (heed_key_get_type ())

/**
 * HeedKey:
 *
 * A secret of 256 bits, from which a key for each use is derived. It lies in memory that is not
 * swapped out where the system allows it, and is wiped when nobody needs it. Immutable,
 * ref-counted, safe to hand to another thread.
 */
typedef struct _HeedKey HeedKey;

GType heed_key_get_type (void) G_GNUC_CONST;

/** heed_key_new_random: Returns: (transfer full): a fresh key */
HeedKey *heed_key_new_random (void);

/**
 * heed_key_new_from_text:
 * @text: what heed_key_to_text() gave
 *
 * Returns: (transfer full) (nullable): the key; %NULL when @text is none
 */
HeedKey *heed_key_new_from_text (const char *text);

HeedKey *heed_key_ref (HeedKey *self);
void heed_key_unref (HeedKey *self);

/** heed_key_to_text: Returns: (transfer full): the key in hexadecimal, in memory of its own; to be
 * freed with sodium_free() */
char *heed_key_to_text (const HeedKey *self);

/**
 * heed_key_derive:
 * @self: a key
 * @use: what the derived key is for; one number for each use, never used for another
 * @derived: (out caller-allocates) (array fixed-size=32): where to put it
 */
void heed_key_derive (const HeedKey *self, guint64 use, guint8 *derived);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedKey, heed_key_unref)

G_END_DECLS
