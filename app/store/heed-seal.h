/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-key.h"

G_BEGIN_DECLS

/* Bytes of a row's id. */
#define HEED_SEAL_ID_BYTES 16

/* Bytes of an imprint. */
#define HEED_SEAL_IMPRINT_BYTES 32

/**
 * HeedSealKind:
 *
 * What a row is. The numbers are part of the file's form and never change.
 */
typedef enum
{
  HEED_SEAL_ABOUT = 1,
  HEED_SEAL_CORRESPONDENT = 2,
  HEED_SEAL_DECISION = 3,
  HEED_SEAL_TRUST = 4,
} HeedSealKind;

/**
 * HeedSeal:
 *
 * Closes and opens the rows of the history under one key, and makes their ids. Several threads may
 * do so at once.
 */
typedef struct _HeedSeal HeedSeal;

/** heed_seal_new: Returns: (transfer full): the seal under @key */
HeedSeal *heed_seal_new (const HeedKey *key);
void heed_seal_free (HeedSeal *self);

/**
 * heed_seal_make_id:
 * @self: a seal
 * @text: what a row is looked up by, such as an address
 * @id: (out caller-allocates) (array fixed-size=16): where to put the id
 *
 * Keyed, so that nobody without the key can try whether an address is in the file.
 */
void heed_seal_make_id (const HeedSeal *self, const char *text, guint8 *id);

/**
 * heed_seal_close:
 * @self: a seal
 * @kind: what the row is
 * @id: (array fixed-size=16): its id
 * @plain: its content
 *
 * Returns: (transfer full): the sealed content; its size tells only roughly that of @plain
 */
GBytes *heed_seal_close (const HeedSeal *self, HeedSealKind kind, const guint8 *id, GBytes *plain);

/**
 * heed_seal_open:
 * @self: a seal
 * @kind: what the row should be
 * @id: (array fixed-size=16): its id
 * @sealed: (array length=length): its sealed content
 * @length: bytes of @sealed
 *
 * Returns: (transfer full) (nullable): the content; %NULL when this was not sealed under this key
 *   for this kind and id
 */
GBytes *heed_seal_open (
    const HeedSeal *self, HeedSealKind kind, const guint8 *id, const guint8 *sealed, gsize length);

/**
 * heed_seal_open_to:
 * @plain: (out caller-allocates) (array length=plain_length): where to put the content; room for
 *   @length bytes
 * @plain_length: (out): how many it has
 *
 * The same for many rows, which need no memory of their own.
 *
 * Returns: whether it was sealed under this key for this kind and id
 */
gboolean heed_seal_open_to (const HeedSeal *self,
                            HeedSealKind kind,
                            const guint8 *id,
                            const guint8 *sealed,
                            gsize length,
                            guint8 *plain,
                            gsize *plain_length);

/**
 * heed_seal_add_imprint:
 * @self: a seal
 * @imprint: (inout) (array fixed-size=32): the imprint of a set of rows; zero for none
 * @kind: what the row is
 * @id: (array fixed-size=16): its id
 * @sealed: (array length=length): its sealed content
 * @length: bytes of @sealed
 *
 * Adds a row to the set, or takes it out when it is in it.
 */
void heed_seal_add_imprint (const HeedSeal *self,
                            guint8 *imprint,
                            HeedSealKind kind,
                            const guint8 *id,
                            const guint8 *sealed,
                            gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedSeal, heed_seal_free)

G_END_DECLS
