/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One table, one row for each mailbox. A row is written whole: the sums are made in memory, where
 * all of it is anyway, so that SQLite only has to keep rows.
 *
 * WAL with synchronous FULL: a commit that returned survives a power cut. The lock is exclusive,
 * since two processes that keep sums in memory would overwrite each other's; it also saves the
 * shared memory file. The second process of a home (another session) works from memory.
 *
 * A row that makes no sense is passed over and stays. A file that SQLite cannot read is renamed,
 * never overwritten: somebody may still get something out of it. */

#include "config.h"
#include "heed-history-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "heed-error.h"

/* The steps from one schema version (PRAGMA user_version) to the next, oldest first. Steps are
 * added, never changed: files of every version are out there. */
static const char *const migrations[] = {
  "CREATE TABLE correspondent ("
  "  address TEXT NOT NULL PRIMARY KEY,"
  "  name TEXT,"
  "  count INTEGER NOT NULL,"
  "  first INTEGER NOT NULL,"
  "  last INTEGER NOT NULL,"
  "  days INTEGER NOT NULL"
  ") STRICT, WITHOUT ROWID",
};

struct _HeedHistoryFile
{
  char *path;           /* (owned) */
  sqlite3 *database;    /* (owned) (nullable): only while it is open */
  sqlite3_stmt *insert; /* (owned) (nullable) */
};

HeedHistoryFile *
heed_history_file_new (const char *path)
{
  HeedHistoryFile *self = g_new0 (HeedHistoryFile, 1);

  self->path = g_strdup (path);
  return self;
}

static void
heed_history_file_close (HeedHistoryFile *self)
{
  g_clear_pointer (&self->insert, sqlite3_finalize);
  g_clear_pointer (&self->database, sqlite3_close);
}

void
heed_history_file_free (HeedHistoryFile *self)
{
  heed_history_file_close (self);
  g_free (self->path);
  g_free (self);
}

static gboolean
heed_history_file_fail (HeedHistoryFile *self, const char *what, GError **error)
{
  g_set_error (error, HEED_ERROR, HEED_ERROR_FAILED, "%s: %s: %s", self->path, what,
               self->database != NULL ? sqlite3_errmsg (self->database) : g_strerror (errno));
  return FALSE;
}

static gboolean
heed_history_file_execute (HeedHistoryFile *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->database, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return heed_history_file_fail (self, "could not be prepared", error);
}

/* SQLite makes its files with the permissions of the process; ours are nobody else's business. */
static gboolean
heed_history_file_make (HeedHistoryFile *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (g_mkdir_with_parents (folder, 0700) != 0 || g_chmod (folder, 0700) != 0)
    return heed_history_file_fail (self, "its folder could not be made", error);

  int fd = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    return heed_history_file_fail (self, "could not be opened", error);
  gboolean private = fchmod (fd, 0600) == 0;
  if (!private)
    heed_history_file_fail (self, "could not be made private", error);
  close (fd);
  return private;
}

static gboolean
heed_history_file_get_version (HeedHistoryFile *self, guint *version, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean ok = sqlite3_prepare_v2 (self->database, "PRAGMA user_version", -1, &statement, NULL) ==
                    SQLITE_OK &&
                sqlite3_step (statement) == SQLITE_ROW;

  if (ok)
    *version = (guint)sqlite3_column_int (statement, 0);
  else
    heed_history_file_fail (self, "its version could not be read", error);
  sqlite3_finalize (statement);
  return ok;
}

static gboolean
heed_history_file_migrate (HeedHistoryFile *self, GError **error)
{
  guint version = 0;

  if (!heed_history_file_get_version (self, &version, error))
    return FALSE;
  if (version > G_N_ELEMENTS (migrations))
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_FAILED,
                   "%s: it has version %u, and this version of Heed knows versions up to %u",
                   self->path, version, (guint)G_N_ELEMENTS (migrations));
      return FALSE;
    }
  for (; version < G_N_ELEMENTS (migrations); version++)
    {
      g_autofree char *sql = g_strdup_printf ("BEGIN; %s; PRAGMA user_version = %u; COMMIT",
                                              migrations[version], version + 1);

      if (!heed_history_file_execute (self, sql, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
heed_history_file_connect (HeedHistoryFile *self, GError **error)
{
  if (sqlite3_open_v2 (self->path, &self->database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    return heed_history_file_fail (self, "could not be opened", error);
  return heed_history_file_execute (self,
                                    "PRAGMA locking_mode = EXCLUSIVE;"
                                    "PRAGMA journal_mode = WAL;"
                                    "PRAGMA synchronous = FULL;"
                                    "PRAGMA trusted_schema = OFF",
                                    error) &&
         heed_history_file_migrate (self, error);
}

/* Returns: (transfer full) (nullable): %NULL for a row that nobody of us wrote */
static HeedCorrespondent *
heed_history_file_read_row (sqlite3_stmt *row)
{
  const char *address = (const char *)sqlite3_column_text (row, 0);
  const char *name = (const char *)sqlite3_column_text (row, 1);
  gint64 count = sqlite3_column_int64 (row, 2);
  gint64 days = sqlite3_column_int64 (row, 5);

  if (address == NULL || strchr (address, '@') == NULL || !g_utf8_validate (address, -1, NULL) ||
      (name != NULL && !g_utf8_validate (name, -1, NULL)) || count < 1 || days < 1)
    return NULL;
  return heed_correspondent_new (address, name, (guint)MIN (count, G_MAXUINT),
                                 sqlite3_column_int64 (row, 3), sqlite3_column_int64 (row, 4),
                                 (guint)MIN (days, G_MAXUINT));
}

static GPtrArray *
heed_history_file_read (HeedHistoryFile *self, GError **error)
{
  g_autoptr (GPtrArray) all =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_correspondent_unref);
  sqlite3_stmt *rows = NULL;
  int result = sqlite3_prepare_v2 (self->database,
                                   "SELECT address, name, count, first, last, days"
                                   " FROM correspondent",
                                   -1, &rows, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      result = sqlite3_step (rows);
      HeedCorrespondent *one = result == SQLITE_ROW ? heed_history_file_read_row (rows) : NULL;
      if (one != NULL)
        g_ptr_array_add (all, one);
    }
  if (result != SQLITE_DONE)
    heed_history_file_fail (self, "could not be read", error);
  sqlite3_finalize (rows);
  return result == SQLITE_DONE ? g_steal_pointer (&all) : NULL;
}

static GPtrArray *
heed_history_file_try (HeedHistoryFile *self, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;

  if (!heed_history_file_connect (self, error))
    return NULL;
  all = heed_history_file_read (self, error);
  if (all == NULL)
    return NULL;
  if (sqlite3_prepare_v3 (self->database,
                          "INSERT OR REPLACE INTO correspondent"
                          " (address, name, count, first, last, days) VALUES (?, ?, ?, ?, ?, ?)",
                          -1, SQLITE_PREPARE_PERSISTENT, &self->insert, NULL) != SQLITE_OK)
    {
      heed_history_file_fail (self, "could not be prepared", error);
      return NULL;
    }
  return g_steal_pointer (&all);
}

/* Moves the file, and what SQLite keeps beside it, where nothing else is. */
static char *
heed_history_file_set_aside (HeedHistoryFile *self, GError **error)
{
  static const char *const companions[] = { "", "-wal", "-journal" };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H-%M-%S");
  g_autofree char *target = g_strdup_printf ("%s.damaged-%s", self->path, date);

  for (guint i = 1; g_file_test (target, G_FILE_TEST_EXISTS); i++)
    {
      g_free (target);
      target = g_strdup_printf ("%s.damaged-%s-%u", self->path, date, i);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *from = g_strconcat (self->path, companions[i], NULL);
      g_autofree char *to = g_strconcat (target, companions[i], NULL);

      if (g_rename (from, to) == 0 || (i > 0 && errno == ENOENT))
        continue;
      heed_history_file_fail (self, "is damaged and could not be set aside", error);
      return NULL;
    }
  return g_steal_pointer (&target);
}

GPtrArray *
heed_history_file_open (HeedHistoryFile *self, char **set_aside, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *moved = NULL;

  g_return_val_if_fail (self->database == NULL, NULL);
  if (!heed_history_file_make (self, error))
    return NULL;
  all = heed_history_file_try (self, &local_error);
  if (all == NULL)
    {
      int code = self->database != NULL ? sqlite3_errcode (self->database) : SQLITE_OK;

      heed_history_file_close (self);
      if (code != SQLITE_CORRUPT && code != SQLITE_NOTADB)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      moved = heed_history_file_set_aside (self, error);
      if (moved == NULL || !heed_history_file_make (self, error))
        return NULL;
      all = heed_history_file_try (self, error);
      if (all == NULL)
        heed_history_file_close (self);
    }
  if (all != NULL)
    *set_aside = g_steal_pointer (&moved);
  return g_steal_pointer (&all);
}

static gboolean
heed_history_file_insert (HeedHistoryFile *self, const HeedCorrespondent *one)
{
  sqlite3_stmt *insert = self->insert;

  sqlite3_bind_text (insert, 1, heed_correspondent_get_address (one), -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 2, heed_correspondent_get_name (one), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (insert, 3, heed_correspondent_get_count (one));
  sqlite3_bind_int64 (insert, 4, heed_correspondent_get_first (one));
  sqlite3_bind_int64 (insert, 5, heed_correspondent_get_last (one));
  sqlite3_bind_int64 (insert, 6, heed_correspondent_get_days (one));
  gboolean ok = sqlite3_step (insert) == SQLITE_DONE;
  sqlite3_reset (insert);
  sqlite3_clear_bindings (insert);
  return ok;
}

gboolean
heed_history_file_write (HeedHistoryFile *self, GPtrArray *correspondents, GError **error)
{
  gboolean ok;

  if (self->database == NULL)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_FAILED, "%s: it is not open", self->path);
      return FALSE;
    }
  ok = sqlite3_exec (self->database, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
  for (guint i = 0; ok && i < correspondents->len; i++)
    ok = heed_history_file_insert (self, correspondents->pdata[i]);
  ok = ok && sqlite3_exec (self->database, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
  if (ok)
    return TRUE;
  heed_history_file_fail (self, "could not be written", error);
  if (!sqlite3_get_autocommit (self->database))
    sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}
