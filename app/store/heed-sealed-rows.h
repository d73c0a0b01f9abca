/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "heed-correspondent.h"
#include "heed-seal.h"

G_BEGIN_DECLS

/**
 * HeedSealedRows:
 *
 * The sealed rows in a database that somebody else opened, and their imprint. Every function that
 * changes something belongs within a transaction of its caller's, which ends with
 * heed_sealed_rows_finish(). They return an SQLite result code.
 */
typedef struct _HeedSealedRows HeedSealedRows;

/** heed_sealed_rows_create: makes the tables and the row about the others, sealed under @key */
int heed_sealed_rows_create (sqlite3 *database, const HeedKey *key);

/**
 * heed_sealed_rows_new:
 * @database: a database with the tables; has to stay
 * @key: a key that may be the right one
 *
 * Returns: (transfer full) (nullable): the rows; %NULL when they were sealed under another key
 */
HeedSealedRows *heed_sealed_rows_new (sqlite3 *database, const HeedKey *key);
void heed_sealed_rows_free (HeedSealedRows *self);

/**
 * heed_sealed_rows_read:
 * @self: the rows
 * @all: (element-type HeedCorrespondent): where to add everybody
 * @whole: (out): whether every row opened and they are those that were written last
 */
int heed_sealed_rows_read (HeedSealedRows *self, GPtrArray *all, gboolean *whole);

/** heed_sealed_rows_repair: removes the rows that do not open, and vouches for the others */
int heed_sealed_rows_repair (HeedSealedRows *self);

/** heed_sealed_rows_put: writes @correspondent in place of what was known of the address */
int heed_sealed_rows_put (HeedSealedRows *self, const HeedCorrespondent *correspondent);

/** heed_sealed_rows_finish: writes the imprint; what follows is the commit */
int heed_sealed_rows_finish (HeedSealedRows *self);

/** heed_sealed_rows_reload: after a rollback, takes the imprint from the file again */
int heed_sealed_rows_reload (HeedSealedRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedSealedRows, heed_sealed_rows_free)

G_END_DECLS
