/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "heed-sealed-reading.h"

G_BEGIN_DECLS

/**
 * HeedSealedRows:
 *
 * The sealed rows in a database that somebody else opened, and their imprint. Every function that
 * changes something belongs within a transaction of its caller's, which ends with
 * heed_sealed_rows_finish(). They return an SQLite result code.
 */
typedef struct _HeedSealedRows HeedSealedRows;

/** heed_sealed_rows_create: makes the first tables and the row about the others, sealed under @key
 */
int heed_sealed_rows_create (sqlite3 *database, const HeedKey *key);

/** heed_sealed_rows_create_decisions: makes the table that version 4 brought */
int heed_sealed_rows_create_decisions (sqlite3 *database);

/** heed_sealed_rows_create_trusts: makes the table that version 6 brought */
int heed_sealed_rows_create_trusts (sqlite3 *database);

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
 * heed_sealed_rows_read_all:
 * @self: the rows
 * @func: called for each row that opens
 * @whole: (out): whether every row opened and they are those that were written last
 */
int heed_sealed_rows_read_all (HeedSealedRows *self,
                               HeedSealedRowFunc func,
                               gpointer user_data,
                               gboolean *whole);

/** heed_sealed_rows_read: calls @func for each row of @kind that opens */
int heed_sealed_rows_read (HeedSealedRows *self,
                           HeedSealKind kind,
                           HeedSealedRowFunc func,
                           gpointer user_data);

/** heed_sealed_rows_repair: removes the rows that do not open or have no content that @func takes,
 * and vouches for the others */
int heed_sealed_rows_repair (HeedSealedRows *self, HeedSealedRowFunc func, gpointer user_data);

/** heed_sealed_rows_make_id: as heed_seal_make_id() does */
void heed_sealed_rows_make_id (HeedSealedRows *self, const char *text, guint8 *id);

/**
 * heed_sealed_rows_get:
 * @plain: (out) (transfer full) (nullable): the content; %NULL where there is none
 */
int
heed_sealed_rows_get (HeedSealedRows *self, HeedSealKind kind, const guint8 *id, GBytes **plain);

/** heed_sealed_rows_put: writes @plain in place of what has this id */
int heed_sealed_rows_put (HeedSealedRows *self, HeedSealKind kind, const guint8 *id, GBytes *plain);

/** heed_sealed_rows_remove: removes the row with this id, if there is one */
int heed_sealed_rows_remove (HeedSealedRows *self, HeedSealKind kind, const guint8 *id);

/** heed_sealed_rows_finish: writes the imprint; what follows is the commit */
int heed_sealed_rows_finish (HeedSealedRows *self);

/** heed_sealed_rows_reload: after a rollback, takes the imprint from the file again */
int heed_sealed_rows_reload (HeedSealedRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedSealedRows, heed_sealed_rows_free)

G_END_DECLS
