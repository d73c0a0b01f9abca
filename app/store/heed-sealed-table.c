/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The id of a row is what it is looked up by, so one B-tree holds all, and no index can disagree
 * with its table. A statement is prepared when it is needed first, and kept: an import runs three
 * of them for each of a hundred thousand rows. */

#include "config.h"
#include "heed-sealed-table.h"

typedef enum
{
  STATEMENT_GET,
  STATEMENT_PUT,
  STATEMENT_REMOVE,
  N_STATEMENTS,
} Statement;

/* What a table is called, and what is asked of it. */
typedef struct
{
  HeedSealKind kind;
  const char *create;
  const char *read;
  const char *clear;
  const char *kept[N_STATEMENTS];
} Words;

struct _HeedSealedTable
{
  sqlite3 *database;
  const Words *words;
  sqlite3_stmt *kept[N_STATEMENTS]; /* (owned) (nullable) */
};

#define WORDS(kind, name)                                                                          \
  {                                                                                                \
    kind,                                                                                          \
        "CREATE TABLE " name " (id BLOB NOT NULL PRIMARY KEY, sealed BLOB NOT NULL)"               \
        " STRICT, WITHOUT ROWID",                                                                  \
        "SELECT id, sealed FROM " name, "DELETE FROM " name,                                       \
    {                                                                                              \
      "SELECT sealed FROM " name " WHERE id = ?",                                                  \
          "INSERT OR REPLACE INTO " name " (id, sealed) VALUES (?, ?)",                            \
          "DELETE FROM " name " WHERE id = ?"                                                      \
    }                                                                                              \
  }

static const Words all_words[] = {
  WORDS (HEED_SEAL_CORRESPONDENT, "sealed_correspondent"),
  WORDS (HEED_SEAL_DECISION, "sealed_decision"),
  WORDS (HEED_SEAL_TRUST, "sealed_trust"),
};

static const Words *
find_words (HeedSealKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_words); i++)
    {
      if (all_words[i].kind == kind)
        return &all_words[i];
    }
  g_return_val_if_reached (NULL);
}

int
heed_sealed_table_create (sqlite3 *database, HeedSealKind kind)
{
  return sqlite3_exec (database, find_words (kind)->create, NULL, NULL, NULL);
}

HeedSealedTable *
heed_sealed_table_new (sqlite3 *database, HeedSealKind kind)
{
  HeedSealedTable *self = g_new0 (HeedSealedTable, 1);

  self->database = database;
  self->words = find_words (kind);
  return self;
}

void
heed_sealed_table_free (HeedSealedTable *self)
{
  for (gsize i = 0; i < N_STATEMENTS; i++)
    sqlite3_finalize (self->kept[i]);
  g_free (self);
}

HeedSealKind
heed_sealed_table_get_kind (const HeedSealedTable *self)
{
  return self->words->kind;
}

int
heed_sealed_table_read (HeedSealedTable *self, sqlite3_stmt **rows)
{
  return sqlite3_prepare_v2 (self->database, self->words->read, -1, rows, NULL);
}

/* Runs a kept statement up to its first row. Returns: %SQLITE_ROW, %SQLITE_DONE or an error; to be
 * followed by end() in each case */
static int
begin (HeedSealedTable *self, Statement which, const guint8 *id, GBytes *sealed)
{
  sqlite3_stmt **statement = &self->kept[which];
  int result = SQLITE_OK;

  if (*statement == NULL)
    result = sqlite3_prepare_v3 (self->database, self->words->kept[which], -1,
                                 SQLITE_PREPARE_PERSISTENT, statement, NULL);
  if (result != SQLITE_OK)
    return result;
  sqlite3_bind_blob (*statement, 1, id, HEED_SEAL_ID_BYTES, SQLITE_STATIC);
  if (sealed != NULL)
    sqlite3_bind_blob (*statement, 2, g_bytes_get_data (sealed, NULL),
                       (int)g_bytes_get_size (sealed), SQLITE_STATIC);
  return sqlite3_step (*statement);
}

/* A statement that is not reset would hold the transaction open, and what it was given. */
static int
end (HeedSealedTable *self, Statement which, int result)
{
  sqlite3_stmt *statement = self->kept[which];

  sqlite3_reset (statement);
  if (statement != NULL)
    sqlite3_clear_bindings (statement);
  return result == SQLITE_ROW || result == SQLITE_DONE ? SQLITE_OK : result;
}

int
heed_sealed_table_get (HeedSealedTable *self, const guint8 *id, GBytes **sealed)
{
  int result = begin (self, STATEMENT_GET, id, NULL);
  sqlite3_stmt *row = self->kept[STATEMENT_GET];

  *sealed = result == SQLITE_ROW
                ? g_bytes_new (sqlite3_column_blob (row, 0), (gsize)sqlite3_column_bytes (row, 0))
                : NULL;
  return end (self, STATEMENT_GET, result);
}

int
heed_sealed_table_put (HeedSealedTable *self, const guint8 *id, GBytes *sealed)
{
  return end (self, STATEMENT_PUT, begin (self, STATEMENT_PUT, id, sealed));
}

int
heed_sealed_table_remove (HeedSealedTable *self, const guint8 *id)
{
  return end (self, STATEMENT_REMOVE, begin (self, STATEMENT_REMOVE, id, NULL));
}

int
heed_sealed_table_clear (HeedSealedTable *self)
{
  return sqlite3_exec (self->database, self->words->clear, NULL, NULL, NULL);
}
