/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-key.h"

#include <sodium.h>
#include <string.h>

/* Separates what is derived here from what another program may derive from the same bytes. */
#define CONTEXT "HeedKey1"

G_STATIC_ASSERT (HEED_KEY_BYTES == crypto_kdf_KEYBYTES);

struct _HeedKey
{
  guint8 *bytes; /* (owned): guarded memory */
};

G_DEFINE_BOXED_TYPE (HeedKey, heed_key, heed_key_ref, heed_key_unref)

static HeedKey *
heed_key_new (void)
{
  HeedKey *self;

  /* Fails only where the system gives no random numbers, and there nothing can be secret. */
  if (sodium_init () < 0)
    g_error ("libsodium could not be initialised");
  self = g_atomic_rc_box_new0 (HeedKey);
  self->bytes = sodium_malloc (HEED_KEY_BYTES);
  if (self->bytes == NULL)
    g_error ("No memory for a key");
  return self;
}

HeedKey *
heed_key_new_random (void)
{
  HeedKey *self = heed_key_new ();

  crypto_kdf_keygen (self->bytes);
  return self;
}

HeedKey *
heed_key_new_from_text (const char *text)
{
  g_autoptr (HeedKey) self = heed_key_new ();
  size_t n = 0;
  const char *end = NULL;

  if (sodium_hex2bin (self->bytes, HEED_KEY_BYTES, text, strlen (text), NULL, &n, &end) != 0 ||
      n != HEED_KEY_BYTES || *end != '\0')
    return NULL;
  return g_steal_pointer (&self);
}

HeedKey *
heed_key_ref (HeedKey *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
heed_key_clear (gpointer data)
{
  HeedKey *self = data;

  sodium_free (self->bytes);
}

void
heed_key_unref (HeedKey *self)
{
  g_atomic_rc_box_release_full (self, heed_key_clear);
}

char *
heed_key_to_text (const HeedKey *self)
{
  char *text = sodium_malloc (HEED_KEY_BYTES * 2 + 1);

  if (text == NULL)
    g_error ("No memory for a key");
  return sodium_bin2hex (text, HEED_KEY_BYTES * 2 + 1, self->bytes, HEED_KEY_BYTES);
}

void
heed_key_derive (const HeedKey *self, guint64 use, guint8 *derived)
{
  crypto_kdf_derive_from_key (derived, HEED_KEY_BYTES, use, CONTEXT, self->bytes);
}
