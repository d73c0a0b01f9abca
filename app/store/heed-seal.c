/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A sealed row is a random nonce of 24 bytes and the XChaCha20-Poly1305 of its padded content, with
 * what the row is, the version of this form and the row's id as associated data. So a row that is
 * changed, put in another's place or brought from another file does not open. The nonce is long
 * enough to be random for every write there will ever be.
 *
 * The id is the keyed BLAKE2b of what the row is looked up by. The padding hides how long a name
 * is.
 *
 * A seal cannot tell an old row that is put back from the present one. The imprint can: it is the
 * exclusive or of a keyed BLAKE2b over every row, kept in a sealed row of its own and changed in
 * the same transaction. Nobody without the key can compute the parts, and so make a set with the
 * same sum. What it cannot tell is a whole file of last week, which is what a backup gives back. */

#include "config.h"
#include "heed-seal.h"

#include <sodium.h>
#include <string.h>

/* The form of sealed rows, which is the schema version that brought it. */
#define FORM 2

/* Content is padded to a multiple of this many bytes. */
#define BLOCK 64

#define NONCE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG crypto_aead_xchacha20poly1305_ietf_ABYTES

enum
{
  USE_SEAL = 1,
  USE_ID = 2,
  USE_IMPRINT = 3,
};

typedef struct
{
  guint8 seal[HEED_KEY_BYTES];
  guint8 id[HEED_KEY_BYTES];
  guint8 imprint[HEED_KEY_BYTES];
} Keys;

struct _HeedSeal
{
  Keys *keys; /* (owned): guarded memory */
};

/* What a row is sealed to. Bytes, so that it is the same on every machine. */
typedef struct
{
  guint8 kind;
  guint8 form;
  guint8 id[HEED_SEAL_ID_BYTES];
} Place;

G_STATIC_ASSERT (sizeof (Place) == 2 + HEED_SEAL_ID_BYTES);

HeedSeal *
heed_seal_new (const HeedKey *key)
{
  HeedSeal *self = g_new0 (HeedSeal, 1);

  self->keys = sodium_malloc (sizeof (Keys));
  if (self->keys == NULL)
    g_error ("No memory for a key");
  heed_key_derive (key, USE_SEAL, self->keys->seal);
  heed_key_derive (key, USE_ID, self->keys->id);
  heed_key_derive (key, USE_IMPRINT, self->keys->imprint);
  return self;
}

void
heed_seal_free (HeedSeal *self)
{
  sodium_free (self->keys);
  g_free (self);
}

static Place
place_new (HeedSealKind kind, const guint8 *id)
{
  Place place = { (guint8)kind, FORM, { 0 } };

  memcpy (place.id, id, sizeof place.id);
  return place;
}

void
heed_seal_make_id (const HeedSeal *self, const char *text, guint8 *id)
{
  crypto_generichash (id, HEED_SEAL_ID_BYTES, (const guint8 *)text, strlen (text), self->keys->id,
                      sizeof self->keys->id);
}

GBytes *
heed_seal_close (const HeedSeal *self, HeedSealKind kind, const guint8 *id, GBytes *plain)
{
  Place place = place_new (kind, id);
  gsize n = 0;
  const guint8 *data = g_bytes_get_data (plain, &n);
  gsize room = (n / BLOCK + 1) * BLOCK;
  g_autofree guint8 *padded = g_malloc (room);
  guint8 *sealed = g_malloc (NONCE + room + TAG);
  size_t padded_n = 0;

  if (n > 0)
    memcpy (padded, data, n);
  sodium_pad (&padded_n, padded, n, BLOCK, room);
  randombytes_buf (sealed, NONCE);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + NONCE, NULL, padded, padded_n,
                                              (const guint8 *)&place, sizeof place, NULL, sealed,
                                              self->keys->seal);
  sodium_memzero (padded, room);
  return g_bytes_new_take (sealed, NONCE + room + TAG);
}

/* Where the padding begins, which is 0x80 and zeros (ISO/IEC 7816-4). sodium_unpad() looks at every
 * byte in the same time, a fifth of what opening a row takes; but this is authentic already, so
 * there is nothing to be learned from how long it takes. */
static const guint8 *
find_end (const guint8 *padded, gsize length)
{
  const guint8 *last = padded + length - 1;

  while (last > padded + length - BLOCK && *last == 0)
    last--;
  return *last == 0x80 ? last : NULL;
}

gboolean
heed_seal_open_to (const HeedSeal *self,
                   HeedSealKind kind,
                   const guint8 *id,
                   const guint8 *sealed,
                   gsize length,
                   guint8 *plain,
                   gsize *plain_length)
{
  Place place = place_new (kind, id);

  if (sealed == NULL || length < NONCE + BLOCK + TAG ||
      crypto_aead_xchacha20poly1305_ietf_decrypt (plain, NULL, NULL, sealed + NONCE, length - NONCE,
                                                  (const guint8 *)&place, sizeof place, sealed,
                                                  self->keys->seal) != 0)
    return FALSE;
  const guint8 *end = find_end (plain, length - NONCE - TAG);
  if (end == NULL)
    return FALSE;
  *plain_length = end - plain;
  return TRUE;
}

GBytes *
heed_seal_open (
    const HeedSeal *self, HeedSealKind kind, const guint8 *id, const guint8 *sealed, gsize length)
{
  g_autofree guint8 *plain = g_malloc (length);
  gsize n = 0;

  if (!heed_seal_open_to (self, kind, id, sealed, length, plain, &n))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&plain), n);
}

void
heed_seal_add_imprint (const HeedSeal *self,
                       guint8 *imprint,
                       HeedSealKind kind,
                       const guint8 *id,
                       const guint8 *sealed,
                       gsize length)
{
  Place place = place_new (kind, id);
  guint8 one[HEED_SEAL_IMPRINT_BYTES];
  crypto_generichash_state state;

  crypto_generichash_init (&state, self->keys->imprint, sizeof self->keys->imprint, sizeof one);
  crypto_generichash_update (&state, (const guint8 *)&place, sizeof place);
  crypto_generichash_update (&state, sealed, length);
  crypto_generichash_final (&state, one, sizeof one);
  for (gsize i = 0; i < sizeof one; i++)
    imprint[i] ^= one[i];
}
