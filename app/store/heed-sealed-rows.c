/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The row "about" holds the imprint of the others. It is written in the transaction that changes
 * them, so after a kill both are of the same commit. */

#include "config.h"
#include "heed-sealed-rows.h"

#include <string.h>

#include "heed-sealed-table.h"

/* Rows that are tried for whether the key is right. */
#define TRIED_ROWS 8

static const HeedSealKind kinds[] = { HEED_SEAL_CORRESPONDENT, HEED_SEAL_DECISION,
                                      HEED_SEAL_TRUST };

struct _HeedSealedRows
{
  sqlite3 *database;
  HeedSeal *seal;                                /* (owned) */
  HeedSealedTable *tables[G_N_ELEMENTS (kinds)]; /* (owned) */
  guint8 imprint[HEED_SEAL_IMPRINT_BYTES];
};

static const guint8 about_id[HEED_SEAL_ID_BYTES] = { 0 };

static HeedSealedTable *
get_table (HeedSealedRows *self, HeedSealKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (kinds[i] == kind)
        return self->tables[i];
    }
  g_return_val_if_reached (NULL);
}

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
                             ") STRICT",
                             NULL, NULL, NULL);

  if (result == SQLITE_OK)
    result = heed_sealed_table_create (database, HEED_SEAL_CORRESPONDENT);
  return result == SQLITE_OK ? write_about (database, seal, none) : result;
}

int
heed_sealed_rows_create_decisions (sqlite3 *database)
{
  return heed_sealed_table_create (database, HEED_SEAL_DECISION);
}

int
heed_sealed_rows_create_trusts (sqlite3 *database)
{
  return heed_sealed_table_create (database, HEED_SEAL_TRUST);
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

/* When the row about the others is damaged, any other tells whether the key is right. */
static gboolean
opens_any_row (HeedSealedRows *self)
{
  sqlite3_stmt *rows = NULL;
  gboolean opened = FALSE;

  if (heed_sealed_table_read (get_table (self, HEED_SEAL_CORRESPONDENT), &rows) == SQLITE_OK)
    {
      for (guint i = 0; !opened && i < TRIED_ROWS && sqlite3_step (rows) == SQLITE_ROW; i++)
        {
          g_autoptr (GBytes) plain = NULL;

          if (sqlite3_column_bytes (rows, 0) == HEED_SEAL_ID_BYTES)
            plain = heed_seal_open (self->seal, HEED_SEAL_CORRESPONDENT,
                                    sqlite3_column_blob (rows, 0), sqlite3_column_blob (rows, 1),
                                    (gsize)sqlite3_column_bytes (rows, 1));
          opened = plain != NULL;
        }
    }
  sqlite3_finalize (rows);
  return opened;
}

HeedSealedRows *
heed_sealed_rows_new (sqlite3 *database, const HeedKey *key)
{
  g_autoptr (HeedSealedRows) self = g_new0 (HeedSealedRows, 1);
  gboolean opened = FALSE;

  self->database = database;
  self->seal = heed_seal_new (key);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    self->tables[i] = heed_sealed_table_new (database, kinds[i]);
  read_about (self, &opened);
  return opened || opens_any_row (self) ? g_steal_pointer (&self) : NULL;
}

void
heed_sealed_rows_free (HeedSealedRows *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    heed_sealed_table_free (self->tables[i]);
  heed_seal_free (self->seal);
  g_free (self);
}

/* Returns: an SQLite code; adds to @imprint that of the rows that opened */
static int
read_table (HeedSealedRows *self,
            HeedSealedTable *table,
            HeedSealedRowFunc func,
            gpointer user_data,
            guint8 *imprint,
            gboolean *whole)
{
  g_autoptr (HeedSealedReading) reading =
      heed_sealed_reading_new (self->seal, heed_sealed_table_get_kind (table), func, user_data);
  sqlite3_stmt *rows = NULL;
  int result = heed_sealed_table_read (table, &rows);

  if (result == SQLITE_OK)
    result = heed_sealed_reading_run (reading, rows);
  sqlite3_finalize (rows);
  for (gsize i = 0; i < HEED_SEAL_IMPRINT_BYTES; i++)
    imprint[i] ^= heed_sealed_reading_get_imprint (reading)[i];
  *whole = *whole && heed_sealed_reading_is_whole (reading);
  return result;
}

int
heed_sealed_rows_read_all (HeedSealedRows *self,
                           HeedSealedRowFunc func,
                           gpointer user_data,
                           gboolean *whole)
{
  guint8 imprint[HEED_SEAL_IMPRINT_BYTES] = { 0 };
  int result = SQLITE_OK;

  *whole = TRUE;
  for (gsize i = 0; result == SQLITE_OK && i < G_N_ELEMENTS (kinds); i++)
    result = read_table (self, self->tables[i], func, user_data, imprint, whole);
  *whole = *whole && memcmp (imprint, self->imprint, sizeof imprint) == 0;
  return result;
}

int
heed_sealed_rows_read (HeedSealedRows *self,
                       HeedSealKind kind,
                       HeedSealedRowFunc func,
                       gpointer user_data)
{
  guint8 imprint[HEED_SEAL_IMPRINT_BYTES] = { 0 };
  gboolean whole;

  return read_table (self, get_table (self, kind), func, user_data, imprint, &whole);
}

/* A row that is good, while the tables are made anew. */
typedef struct
{
  HeedSealKind kind;
  guint8 id[HEED_SEAL_ID_BYTES];
  GBytes *plain; /* (owned) */
} GoodRow;

typedef struct
{
  GArray *rows; /* (owned) (element-type GoodRow) */
  HeedSealedRowFunc func;
  gpointer user_data;
} GoodRows;

static void
good_row_clear (gpointer data)
{
  GoodRow *self = data;

  g_bytes_unref (self->plain);
}

static gboolean
keep_good_cb (HeedSealKind kind, const guint8 *id, GBytes *plain, gpointer user_data)
{
  GoodRows *good = user_data;
  GoodRow row = { kind, { 0 }, NULL };

  if (!good->func (kind, id, plain, good->user_data))
    return FALSE;
  memcpy (row.id, id, sizeof row.id);
  row.plain = g_bytes_new (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
  g_array_append_val (good->rows, row);
  return TRUE;
}

int
heed_sealed_rows_repair (HeedSealedRows *self, HeedSealedRowFunc func, gpointer user_data)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (GoodRow));
  GoodRows good = { rows, func, user_data };
  gboolean whole;

  g_array_set_clear_func (rows, good_row_clear);
  int result = heed_sealed_rows_read_all (self, keep_good_cb, &good, &whole);
  for (gsize i = 0; result == SQLITE_OK && i < G_N_ELEMENTS (kinds); i++)
    result = heed_sealed_table_clear (self->tables[i]);
  memset (self->imprint, 0, sizeof self->imprint);
  for (guint i = 0; result == SQLITE_OK && i < rows->len; i++)
    {
      const GoodRow *row = &g_array_index (rows, GoodRow, i);

      result = heed_sealed_rows_put (self, row->kind, row->id, row->plain);
    }
  return result == SQLITE_OK ? heed_sealed_rows_finish (self) : result;
}

void
heed_sealed_rows_make_id (HeedSealedRows *self, const char *text, guint8 *id)
{
  heed_seal_make_id (self->seal, text, id);
}

int
heed_sealed_rows_get (HeedSealedRows *self, HeedSealKind kind, const guint8 *id, GBytes **plain)
{
  g_autoptr (GBytes) sealed = NULL;
  int result = heed_sealed_table_get (get_table (self, kind), id, &sealed);
  gsize n = 0;
  const guint8 *data = sealed != NULL ? g_bytes_get_data (sealed, &n) : NULL;

  *plain = data != NULL ? heed_seal_open (self->seal, kind, id, data, n) : NULL;
  return result;
}

static void
change_imprint (HeedSealedRows *self, HeedSealKind kind, const guint8 *id, GBytes *sealed)
{
  gsize n = 0;
  const guint8 *data = g_bytes_get_data (sealed, &n);

  heed_seal_add_imprint (self->seal, self->imprint, kind, id, data, n);
}

/* Takes the row that is about to be replaced out of the imprint. */
static int
take_out (HeedSealedRows *self, HeedSealKind kind, const guint8 *id)
{
  g_autoptr (GBytes) sealed = NULL;
  int result = heed_sealed_table_get (get_table (self, kind), id, &sealed);

  if (sealed != NULL)
    change_imprint (self, kind, id, sealed);
  return result;
}

int
heed_sealed_rows_put (HeedSealedRows *self, HeedSealKind kind, const guint8 *id, GBytes *plain)
{
  int result = take_out (self, kind, id);

  if (result != SQLITE_OK)
    return result;
  g_autoptr (GBytes) sealed = heed_seal_close (self->seal, kind, id, plain);
  result = heed_sealed_table_put (get_table (self, kind), id, sealed);
  if (result == SQLITE_OK)
    change_imprint (self, kind, id, sealed);
  return result;
}

int
heed_sealed_rows_remove (HeedSealedRows *self, HeedSealKind kind, const guint8 *id)
{
  int result = take_out (self, kind, id);

  return result == SQLITE_OK ? heed_sealed_table_remove (get_table (self, kind), id) : result;
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
