/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "heed-seal.h"

G_BEGIN_DECLS

/**
 * HeedSealedTable:
 *
 * A table of rows of one kind, each an id and what is sealed. Every function that may fail returns
 * an SQLite result code.
 */
typedef struct _HeedSealedTable HeedSealedTable;

/** heed_sealed_table_create: makes the table in @database */
int heed_sealed_table_create (sqlite3 *database, HeedSealKind kind);

/** heed_sealed_table_new: Returns: (transfer full): the table in @database, which has to stay */
HeedSealedTable *heed_sealed_table_new (sqlite3 *database, HeedSealKind kind);
void heed_sealed_table_free (HeedSealedTable *self);

HeedSealKind heed_sealed_table_get_kind (const HeedSealedTable *self);

/**
 * heed_sealed_table_read:
 * @rows: (out): a statement that gives the id and the sealed content of each row; to be finalised
 */
int heed_sealed_table_read (HeedSealedTable *self, sqlite3_stmt **rows);

/**
 * heed_sealed_table_get:
 * @id: (array fixed-size=16): the id of a row
 * @sealed: (out) (transfer full) (nullable): its sealed content; %NULL where there is none
 */
int heed_sealed_table_get (HeedSealedTable *self, const guint8 *id, GBytes **sealed);

/** heed_sealed_table_put: writes @sealed in place of what has this id */
int heed_sealed_table_put (HeedSealedTable *self, const guint8 *id, GBytes *sealed);

/** heed_sealed_table_remove: removes the row with this id, if there is one */
int heed_sealed_table_remove (HeedSealedTable *self, const guint8 *id);

/** heed_sealed_table_clear: removes every row */
int heed_sealed_table_clear (HeedSealedTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedSealedTable, heed_sealed_table_free)

G_END_DECLS
