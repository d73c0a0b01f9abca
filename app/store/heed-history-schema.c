/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Versions (PRAGMA user_version): 0 is empty, 1 was plain, 2 is sealed but may still hold plain
 * text in free pages or in the write-ahead log, 3 is sealed and clean, 4 has past decisions, 5 may
 * have rows of decisions with what was asked about, 6 says whom the person trusts and why, where
 * version 4 has a mark without a reason. Files of every version are out there, so steps are added,
 * never changed.
 *
 * Cleaning cannot be part of the transaction that seals, since VACUUM makes its own. Hence the
 * version between them: a kill after the one repeats the other. */

#include "config.h"
#include "heed-history-schema.h"

#include "heed-error.h"
#include "heed-history-records.h"
#include "heed-sealed-rows.h"

#define CURRENT_VERSION 6

static int
get_version (sqlite3 *database, int *version)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (database, "PRAGMA user_version", -1, &statement, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    *version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return result == SQLITE_ROW ? SQLITE_OK : result;
}

static int
execute (sqlite3 *database, const char *sql)
{
  return sqlite3_exec (database, sql, NULL, NULL, NULL);
}

/* Returns: (transfer full) (nullable): %NULL for a row that nobody of us wrote */
static HeedCorrespondent *
read_plain_row (sqlite3_stmt *row)
{
  const char *address = (const char *)sqlite3_column_text (row, 0);
  const char *name = (const char *)sqlite3_column_text (row, 1);
  gint64 count = sqlite3_column_int64 (row, 2);
  gint64 days = sqlite3_column_int64 (row, 5);

  if (address == NULL || !g_utf8_validate (address, -1, NULL) ||
      (name != NULL && !g_utf8_validate (name, -1, NULL)) || count < 1 || days < 1)
    return NULL;
  return heed_correspondent_new (address, name, (guint)MIN (count, G_MAXUINT),
                                 sqlite3_column_int64 (row, 3), sqlite3_column_int64 (row, 4),
                                 (guint)MIN (days, G_MAXUINT));
}

static int
seal_plain_rows (sqlite3 *database, const HeedKey *key)
{
  g_autoptr (HeedHistoryRecords) records = heed_history_records_new (database, key);
  sqlite3_stmt *plain = NULL;
  int result = sqlite3_prepare_v2 (database,
                                   "SELECT address, name, count, first, last, days"
                                   " FROM correspondent",
                                   -1, &plain, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      result = sqlite3_step (plain);
      g_autoptr (HeedCorrespondent) one = result == SQLITE_ROW ? read_plain_row (plain) : NULL;
      int put = one != NULL ? heed_history_records_learn (records, one) : SQLITE_OK;

      if (put != SQLITE_OK)
        result = put;
    }
  sqlite3_finalize (plain);
  return result == SQLITE_DONE ? heed_history_records_finish (records) : result;
}

static int
make_new (sqlite3 *database, const HeedKey *key)
{
  int result = execute (database, "BEGIN");

  if (result == SQLITE_OK)
    result = heed_sealed_rows_create (database, key);
  if (result == SQLITE_OK)
    result = execute (database, "PRAGMA user_version = 3; COMMIT");
  return result;
}

static int
seal (sqlite3 *database, const HeedKey *key)
{
  int result = execute (database, "BEGIN");

  if (result == SQLITE_OK)
    result = heed_sealed_rows_create (database, key);
  if (result == SQLITE_OK)
    result = seal_plain_rows (database, key);
  if (result == SQLITE_OK)
    result = execute (database, "DROP TABLE correspondent; PRAGMA user_version = 2; COMMIT");
  return result;
}

static int
clean (sqlite3 *database, const HeedKey *key)
{
  return execute (database, "VACUUM; PRAGMA wal_checkpoint (TRUNCATE); PRAGMA user_version = 3");
}

/* Rows of correspondents are read in both forms, so they stay as they are. */
static int
add_decisions (sqlite3 *database, const HeedKey *key)
{
  int result = execute (database, "BEGIN");

  if (result == SQLITE_OK)
    result = heed_sealed_rows_create_decisions (database);
  if (result == SQLITE_OK)
    result = execute (database, "PRAGMA user_version = 4; COMMIT");
  return result;
}

/* Rows of decisions are read in both forms, too. What is new is that an older Heed must not take
 * those with a request for damaged ones. */
static int
add_requests (sqlite3 *database, const HeedKey *key)
{
  return execute (database, "PRAGMA user_version = 5");
}

static int
add_trusts (sqlite3 *database, const HeedKey *key)
{
  int result = execute (database, "BEGIN");

  if (result == SQLITE_OK)
    result = heed_sealed_rows_create_trusts (database);
  if (result == SQLITE_OK)
    result = execute (database, "PRAGMA user_version = 6; COMMIT");
  return result;
}

gboolean
heed_history_schema_migrate (sqlite3 *database,
                             const char *path,
                             const HeedKey *key,
                             GError **error)
{
  static int (*const steps[CURRENT_VERSION]) (sqlite3 * database, const HeedKey *key) = {
    make_new, seal, clean, add_decisions, add_requests, add_trusts,
  };
  int version = -1;
  int result = get_version (database, &version);

  while (result == SQLITE_OK && version >= 0 && version < CURRENT_VERSION)
    {
      result = steps[version](database, key);
      if (result == SQLITE_OK)
        result = get_version (database, &version);
    }
  if (result == SQLITE_OK && version == CURRENT_VERSION)
    return TRUE;
  if (result == SQLITE_OK)
    g_set_error (error, HEED_ERROR, HEED_ERROR_FAILED,
                 "%s: it has version %d, and this version of Heed knows versions up to %d", path,
                 version, CURRENT_VERSION);
  else
    g_set_error (error, HEED_ERROR, HEED_ERROR_FAILED, "%s: could not be prepared: %s", path,
                 sqlite3_errmsg (database));
  return FALSE;
}
