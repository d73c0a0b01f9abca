/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "heed-seal.h"

G_BEGIN_DECLS

/**
 * HeedSealedRowFunc:
 * @kind: what the row is
 * @id: (array fixed-size=16): its id
 * @plain: its content, which stays for the call only
 *
 * Returns: whether this is the content of such a row
 */
typedef gboolean (*HeedSealedRowFunc) (HeedSealKind kind,
                                       const guint8 *id,
                                       GBytes *plain,
                                       gpointer user_data);

/**
 * HeedSealedReading:
 *
 * One reading of a table of sealed rows from its beginning to its end.
 */
typedef struct _HeedSealedReading HeedSealedReading;

/**
 * heed_sealed_reading_new:
 * @seal: what the rows are sealed under; has to stay
 * @kind: what they are
 * @func: (scope notified): called for each row that opens, in no order, on the thread that reads
 */
HeedSealedReading *heed_sealed_reading_new (const HeedSeal *seal,
                                            HeedSealKind kind,
                                            HeedSealedRowFunc func,
                                            gpointer user_data);
void heed_sealed_reading_free (HeedSealedReading *self);

/**
 * heed_sealed_reading_run:
 * @self: a reading
 * @rows: a statement that gives the id and the sealed content of each row
 *
 * Returns: an SQLite result code
 */
int heed_sealed_reading_run (HeedSealedReading *self, sqlite3_stmt *rows);

/** heed_sealed_reading_is_whole: Returns: whether every row opened and was taken by the function */
gboolean heed_sealed_reading_is_whole (const HeedSealedReading *self);

/** heed_sealed_reading_get_imprint: Returns: (transfer none) (array fixed-size=32): that of the
 * rows that opened */
const guint8 *heed_sealed_reading_get_imprint (const HeedSealedReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedSealedReading, heed_sealed_reading_free)

G_END_DECLS
