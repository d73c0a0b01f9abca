/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row is written whole: the sums are made in memory, where all of it is anyway, so that SQLite
 * only has to keep rows. They are sealed (heed-sealed-rows.c).
 *
 * WAL with synchronous FULL: a commit that returned survives a power cut. The lock is exclusive,
 * since two processes that keep sums in memory would overwrite each other's; it also saves the
 * shared memory file. The second process of a home (another session) works from memory.
 *
 * A file that SQLite cannot read, or that no key opens, is renamed, never overwritten: somebody may
 * still get something out of it. Before damaged rows are removed, the file is copied. */

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
#include "heed-history-schema.h"
#include "heed-sealed-rows.h"

struct _HeedHistoryFile
{
  char *path;           /* (owned) */
  sqlite3 *database;    /* (owned) (nullable): only while it is open */
  HeedSealedRows *rows; /* (owned) (nullable): the same */
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
  g_clear_pointer (&self->rows, heed_sealed_rows_free);
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
heed_history_file_connect (HeedHistoryFile *self, GError **error)
{
  if (sqlite3_open_v2 (self->path, &self->database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    return heed_history_file_fail (self, "could not be opened", error);
  return heed_history_file_execute (self,
                                    "PRAGMA locking_mode = EXCLUSIVE;"
                                    "PRAGMA journal_mode = WAL;"
                                    "PRAGMA synchronous = FULL;"
                                    "PRAGMA secure_delete = ON;"
                                    "PRAGMA trusted_schema = OFF",
                                    error);
}

/* Where nothing is yet: the path, why it is kept and when. */
static char *
heed_history_file_make_dated_path (HeedHistoryFile *self, const char *why)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H-%M-%S");
  char *path = g_strdup_printf ("%s.%s-%s", self->path, why, date);

  for (guint i = 1; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s.%s-%s-%u", self->path, why, date, i);
    }
  return path;
}

/* Keeps a copy of everything, then goes on with the rows that open. */
static gboolean
heed_history_file_repair (HeedHistoryFile *self, char **set_aside, GError **error)
{
  g_autofree char *copy = heed_history_file_make_dated_path (self, "damaged");
  char *sql = sqlite3_mprintf ("VACUUM INTO %Q", copy);
  gboolean ok = sql != NULL && sqlite3_exec (self->database, sql, NULL, NULL, NULL) == SQLITE_OK &&
                g_chmod (copy, 0600) == 0;

  sqlite3_free (sql);

  ok = ok && sqlite3_exec (self->database, "BEGIN", NULL, NULL, NULL) == SQLITE_OK &&
       heed_sealed_rows_repair (self->rows) == SQLITE_OK &&
       sqlite3_exec (self->database, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
  if (!ok)
    return heed_history_file_fail (self, "is damaged and could not be repaired", error);
  *set_aside = g_steal_pointer (&copy);
  return TRUE;
}

static GPtrArray *
heed_history_file_try (
    HeedHistoryFile *self, GPtrArray *keys, char **set_aside, gboolean *foreign, GError **error)
{
  g_autoptr (GPtrArray) all =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_correspondent_unref);
  gboolean whole = TRUE;

  if (!heed_history_file_connect (self, error) ||
      !heed_history_schema_migrate (self->database, self->path, keys->pdata[0], error))
    return NULL;
  for (guint i = 0; self->rows == NULL && i < keys->len; i++)
    self->rows = heed_sealed_rows_new (self->database, keys->pdata[i]);
  *foreign = self->rows == NULL;
  if (*foreign || heed_sealed_rows_read (self->rows, all, &whole) != SQLITE_OK)
    {
      heed_history_file_fail (self, "could not be read", error);
      return NULL;
    }
  if (!whole && !heed_history_file_repair (self, set_aside, error))
    return NULL;
  return g_steal_pointer (&all);
}

/* Moves the file, and what SQLite keeps beside it, where nothing else is. */
static char *
heed_history_file_set_aside (HeedHistoryFile *self, const char *why, GError **error)
{
  static const char *const companions[] = { "", "-wal", "-journal" };
  g_autofree char *target = heed_history_file_make_dated_path (self, why);

  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *from = g_strconcat (self->path, companions[i], NULL);
      g_autofree char *to = g_strconcat (target, companions[i], NULL);

      if (g_rename (from, to) == 0 || (i > 0 && errno == ENOENT))
        continue;
      heed_history_file_fail (self, "could not be set aside", error);
      return NULL;
    }
  return g_steal_pointer (&target);
}

GPtrArray *
heed_history_file_open (HeedHistoryFile *self, GPtrArray *keys, char **set_aside, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *kept = NULL;
  gboolean foreign = FALSE;

  g_return_val_if_fail (self->database == NULL && keys->len > 0, NULL);
  if (!heed_history_file_make (self, error))
    return NULL;
  all = heed_history_file_try (self, keys, &kept, &foreign, &local_error);
  if (all == NULL)
    {
      int code = self->database != NULL ? sqlite3_errcode (self->database) : SQLITE_OK;

      heed_history_file_close (self);
      if (!foreign && code != SQLITE_CORRUPT && code != SQLITE_NOTADB)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      kept = heed_history_file_set_aside (self, foreign ? "sealed" : "damaged", error);
      if (kept == NULL || !heed_history_file_make (self, error))
        return NULL;
      all = heed_history_file_try (self, keys, &kept, &foreign, error);
      if (all == NULL)
        heed_history_file_close (self);
    }
  if (all != NULL)
    *set_aside = g_steal_pointer (&kept);
  return g_steal_pointer (&all);
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
    ok = heed_sealed_rows_put (self->rows, correspondents->pdata[i]) == SQLITE_OK;
  ok = ok && heed_sealed_rows_finish (self->rows) == SQLITE_OK &&
       sqlite3_exec (self->database, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
  if (ok)
    return TRUE;
  heed_history_file_fail (self, "could not be written", error);
  if (!sqlite3_get_autocommit (self->database))
    sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
  heed_sealed_rows_reload (self->rows);
  return FALSE;
}
