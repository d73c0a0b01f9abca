/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The id of a row is what it is looked up by, so one B-tree holds all, and no index can disagree
 * with its table. The row "about" holds the imprint of the others. It is written in the transaction
 * that changes them, so after a kill both are of the same commit. */

#include "config.h"
#include "heed-sealed-rows.h"

#include <string.h>

struct _HeedSealedRows
{
  sqlite3 *database;
  HeedSeal *seal; /* (owned) */
  guint8 imprint[HEED_SEAL_IMPRINT_BYTES];
};

static const guint8 about_id[HEED_SEAL_ID_BYTES] = { 0 };

static int
write_about (sqlite3 *database, const HeedSeal *seal, const guint8 *imprint)
{
  sqlite3_stmt *statement = NULL;
  g_autoptr (GBytes) plain = g_bytes_new (imprint, HEED_SEAL_IMPRINT_BYTES);
  g_autoptr (GBytes) sealed = heed_seal_close (seal, HEED_SEAL_ABOUT, about_id, plain);
  int result =
      sqlite3_prepare_v2 (database, "INSERT OR REPLACE INTO about (id, sealed) VALUES (1, ?)", -1,
                          &statement, NULL);

  if (result == SQLITE_OK)
    {
      sqlite3_bind_blob (statement, 1, g_bytes_get_data (sealed, NULL),
                         (int)g_bytes_get_size (sealed), SQLITE_STATIC);
      result = sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  return result == SQLITE_DONE ? SQLITE_OK : result;
}

int
heed_sealed_rows_create (sqlite3 *database, const HeedKey *key)
{
  g_autoptr (HeedSeal) seal = heed_seal_new (key);
  const guint8 none[HEED_SEAL_IMPRINT_BYTES] = { 0 };
  int result = sqlite3_exec (database,
                             "CREATE TABLE about ("
                             "  id INTEGER PRIMARY KEY CHECK (id = 1),"
                             "  sealed BLOB NOT NULL"
                             ") STRICT;"
                             "CREATE TABLE sealed_correspondent ("
                             "  id BLOB NOT NULL PRIMARY KEY,"
                             "  sealed BLOB NOT NULL"
                             ") STRICT, WITHOUT ROWID",
                             NULL, NULL, NULL);

  return result == SQLITE_OK ? write_about (database, seal, none) : result;
}

/* Returns: an SQLite code, and with %SQLITE_OK whether the row opened */
static int
read_about (HeedSealedRows *self, gboolean *opened)
{
  sqlite3_stmt *row = NULL;
  int result = sqlite3_prepare_v2 (self->database, "SELECT sealed FROM about", -1, &row, NULL);

  *opened = FALSE;
  if (result == SQLITE_OK)
    result = sqlite3_step (row);
  if (result == SQLITE_ROW)
    {
      g_autoptr (GBytes) plain =
          heed_seal_open (self->seal, HEED_SEAL_ABOUT, about_id, sqlite3_column_blob (row, 0),
                          (gsize)sqlite3_column_bytes (row, 0));

      if (plain != NULL && g_bytes_get_size (plain) == sizeof self->imprint)
        {
          memcpy (self->imprint, g_bytes_get_data (plain, NULL), sizeof self->imprint);
          *opened = TRUE;
        }
    }
  sqlite3_finalize (row);
  return result == SQLITE_ROW || result == SQLITE_DONE ? SQLITE_OK : result;
}

/* Returns: (transfer full) (nullable): %NULL for a row that does not open */
static HeedCorrespondent *
open_row (HeedSealedRows *self, sqlite3_stmt *row)
{
  if (sqlite3_column_bytes (row, 0) != HEED_SEAL_ID_BYTES)
    return NULL;
  g_autoptr (GBytes) plain =
      heed_seal_open (self->seal, HEED_SEAL_CORRESPONDENT, sqlite3_column_blob (row, 0),
                      sqlite3_column_blob (row, 1), (gsize)sqlite3_column_bytes (row, 1));
  return plain != NULL ? heed_correspondent_new_from_bytes (plain) : NULL;
}

/* When the row about the others is damaged, any other tells whether the key is right. */
static gboolean
opens_any_row (HeedSealedRows *self)
{
  sqlite3_stmt *rows = NULL;
  g_autoptr (HeedCorrespondent) one = NULL;

  if (sqlite3_prepare_v2 (self->database, "SELECT id, sealed FROM sealed_correspondent LIMIT 8", -1,
                          &rows, NULL) == SQLITE_OK)
    {
      while (one == NULL && sqlite3_step (rows) == SQLITE_ROW)
        one = open_row (self, rows);
    }
  sqlite3_finalize (rows);
  return one != NULL;
}

HeedSealedRows *
heed_sealed_rows_new (sqlite3 *database, const HeedKey *key)
{
  g_autoptr (HeedSealedRows) self = g_new0 (HeedSealedRows, 1);
  gboolean opened = FALSE;

  self->database = database;
  self->seal = heed_seal_new (key);
  read_about (self, &opened);
  return opened || opens_any_row (self) ? g_steal_pointer (&self) : NULL;
}

void
heed_sealed_rows_free (HeedSealedRows *self)
{
  heed_seal_free (self->seal);
  g_free (self);
}

int
heed_sealed_rows_read (HeedSealedRows *self, GPtrArray *all, gboolean *whole)
{
  guint8 imprint[HEED_SEAL_IMPRINT_BYTES] = { 0 };
  sqlite3_stmt *rows = NULL;
  int result = sqlite3_prepare_v2 (self->database, "SELECT id, sealed FROM sealed_correspondent",
                                   -1, &rows, NULL);

  *whole = TRUE;
  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      result = sqlite3_step (rows);
      HeedCorrespondent *one = result == SQLITE_ROW ? open_row (self, rows) : NULL;

      if (one == NULL)
        {
          *whole = *whole && result != SQLITE_ROW;
          continue;
        }
      g_ptr_array_add (all, one);
      heed_seal_add_imprint (self->seal, imprint, HEED_SEAL_CORRESPONDENT,
                             sqlite3_column_blob (rows, 0), sqlite3_column_blob (rows, 1),
                             (gsize)sqlite3_column_bytes (rows, 1));
    }
  sqlite3_finalize (rows);
  *whole = *whole && memcmp (imprint, self->imprint, sizeof imprint) == 0;
  return result == SQLITE_DONE ? SQLITE_OK : result;
}

int
heed_sealed_rows_repair (HeedSealedRows *self)
{
  g_autoptr (GPtrArray) good =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_correspondent_unref);
  gboolean whole;
  int result = heed_sealed_rows_read (self, good, &whole);

  if (result == SQLITE_OK)
    result = sqlite3_exec (self->database, "DELETE FROM sealed_correspondent", NULL, NULL, NULL);
  memset (self->imprint, 0, sizeof self->imprint);
  for (guint i = 0; result == SQLITE_OK && i < good->len; i++)
    result = heed_sealed_rows_put (self, good->pdata[i]);
  return result == SQLITE_OK ? heed_sealed_rows_finish (self) : result;
}

/* Takes the row that is about to be replaced out of the imprint. */
static int
take_out (HeedSealedRows *self, const guint8 *id)
{
  sqlite3_stmt *row = NULL;
  int result =
      sqlite3_prepare_v2 (self->database, "SELECT sealed FROM sealed_correspondent WHERE id = ?",
                          -1, &row, NULL);

  if (result == SQLITE_OK)
    {
      sqlite3_bind_blob (row, 1, id, HEED_SEAL_ID_BYTES, SQLITE_STATIC);
      result = sqlite3_step (row);
    }
  if (result == SQLITE_ROW)
    heed_seal_add_imprint (self->seal, self->imprint, HEED_SEAL_CORRESPONDENT, id,
                           sqlite3_column_blob (row, 0), (gsize)sqlite3_column_bytes (row, 0));
  sqlite3_finalize (row);
  return result == SQLITE_ROW || result == SQLITE_DONE ? SQLITE_OK : result;
}

int
heed_sealed_rows_put (HeedSealedRows *self, const HeedCorrespondent *correspondent)
{
  guint8 id[HEED_SEAL_ID_BYTES];
  sqlite3_stmt *insert = NULL;
  int result;

  heed_seal_make_id (self->seal, heed_correspondent_get_address (correspondent), id);
  result = take_out (self, id);
  if (result != SQLITE_OK)
    return result;
  g_autoptr (GBytes) plain = heed_correspondent_to_bytes (correspondent);
  g_autoptr (GBytes) sealed = heed_seal_close (self->seal, HEED_SEAL_CORRESPONDENT, id, plain);
  gsize n = 0;
  const guint8 *data = g_bytes_get_data (sealed, &n);
  result =
      sqlite3_prepare_v2 (self->database,
                          "INSERT OR REPLACE INTO sealed_correspondent (id, sealed) VALUES (?, ?)",
                          -1, &insert, NULL);
  if (result == SQLITE_OK)
    {
      sqlite3_bind_blob (insert, 1, id, sizeof id, SQLITE_STATIC);
      sqlite3_bind_blob (insert, 2, data, (int)n, SQLITE_STATIC);
      result = sqlite3_step (insert);
    }
  sqlite3_finalize (insert);
  if (result != SQLITE_DONE)
    return result;
  heed_seal_add_imprint (self->seal, self->imprint, HEED_SEAL_CORRESPONDENT, id, data, n);
  return SQLITE_OK;
}

int
heed_sealed_rows_finish (HeedSealedRows *self)
{
  return write_about (self->database, self->seal, self->imprint);
}

int
heed_sealed_rows_reload (HeedSealedRows *self)
{
  gboolean opened;

  return read_about (self, &opened);
}
