/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* WAL with synchronous FULL: a commit that returned survives a power cut. The lock is exclusive,
 * since what a process knows of the others' writes would be old; it also saves the shared memory
 * file. The second process of a home (another session) works from memory.
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
#include "heed-kept-file.h"

/* How many records are added between two reports. */
#define PROGRESS_STEP 500

struct _HeedHistoryFile
{
  char *path;                  /* (owned) */
  sqlite3 *database;           /* (owned) (nullable): only while it is open */
  HeedHistoryRecords *records; /* (owned) (nullable): the same */
};

void
heed_history_content_free (HeedHistoryContent *self)
{
  heed_known_domains_unref (self->known);
  g_ptr_array_unref (self->trusts);
  g_free (self->set_aside);
  g_free (self);
}

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
  g_clear_pointer (&self->records, heed_history_records_free);
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

/* Keeps a copy of everything, then goes on with the rows that open. */
static gboolean
heed_history_file_repair (HeedHistoryFile *self, char **set_aside, GError **error)
{
  g_autofree char *copy = heed_kept_file_make_path (self->path, HEED_KEPT_DAMAGED);
  char *sql = sqlite3_mprintf ("VACUUM INTO %Q", copy);
  gboolean ok = sql != NULL && sqlite3_exec (self->database, sql, NULL, NULL, NULL) == SQLITE_OK &&
                g_chmod (copy, 0600) == 0;

  sqlite3_free (sql);

  ok = ok && sqlite3_exec (self->database, "BEGIN", NULL, NULL, NULL) == SQLITE_OK &&
       heed_history_records_repair (self->records) == SQLITE_OK &&
       sqlite3_exec (self->database, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
  if (!ok)
    return heed_history_file_fail (self, "is damaged and could not be repaired", error);
  *set_aside = g_steal_pointer (&copy);
  return TRUE;
}

/* Returns: (transfer full) (nullable): %NULL with %HEED_ERROR_FAILED */
static HeedHistoryContent *
heed_history_file_read (HeedHistoryFile *self, gboolean *whole, GError **error)
{
  g_autoptr (HeedHistoryContent) content = g_new0 (HeedHistoryContent, 1);

  content->known = heed_known_domains_new ();
  content->trusts = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_trust_unref);
  if (heed_history_records_read (self->records, content->known, content->trusts,
                                 &content->n_correspondents, whole) == SQLITE_OK)
    return g_steal_pointer (&content);
  heed_history_file_fail (self, "could not be read", error);
  return NULL;
}

static HeedHistoryContent *
heed_history_file_try (HeedHistoryFile *self, GPtrArray *keys, gboolean *foreign, GError **error)
{
  g_autoptr (HeedHistoryContent) content = NULL;
  gboolean whole = TRUE;

  if (!heed_history_file_connect (self, error) ||
      !heed_history_schema_migrate (self->database, self->path, keys->pdata[0], error))
    return NULL;
  for (guint i = 0; self->records == NULL && i < keys->len; i++)
    self->records = heed_history_records_new (self->database, keys->pdata[i]);
  *foreign = self->records == NULL;
  if (*foreign)
    {
      heed_history_file_fail (self, "no key opens it", error);
      return NULL;
    }
  content = heed_history_file_read (self, &whole, error);
  if (content == NULL || (!whole && !heed_history_file_repair (self, &content->set_aside, error)))
    return NULL;
  return g_steal_pointer (&content);
}

/* What could not be opened is kept, where it is damaged or sealed under another key; an error that
 * may pass leaves it where it is. */
static HeedHistoryContent *
heed_history_file_begin_anew (HeedHistoryFile *self,
                              GPtrArray *keys,
                              gboolean foreign,
                              GError **error)
{
  g_autofree char *kept =
      heed_kept_file_set_aside (self->path, foreign ? HEED_KEPT_SEALED : HEED_KEPT_DAMAGED);
  HeedHistoryContent *content;
  gboolean still_foreign = FALSE;

  if (kept == NULL)
    {
      heed_history_file_fail (self, "could not be set aside", error);
      return NULL;
    }
  if (!heed_history_file_make (self, error))
    return NULL;
  content = heed_history_file_try (self, keys, &still_foreign, error);
  if (content == NULL)
    {
      heed_history_file_close (self);
      return NULL;
    }
  content->set_aside = g_steal_pointer (&kept);
  content->key_gone = foreign;
  return content;
}

HeedHistoryContent *
heed_history_file_open (HeedHistoryFile *self, GPtrArray *keys, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean foreign = FALSE;

  g_return_val_if_fail (self->database == NULL && keys->len > 0, NULL);
  if (!heed_history_file_make (self, error))
    return NULL;
  HeedHistoryContent *content = heed_history_file_try (self, keys, &foreign, &local_error);
  if (content != NULL)
    return content;

  int code = self->database != NULL ? sqlite3_errcode (self->database) : SQLITE_OK;
  heed_history_file_close (self);
  if (foreign || code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
    return heed_history_file_begin_anew (self, keys, foreign, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
heed_history_file_check_open (HeedHistoryFile *self, GError **error)
{
  if (self->database != NULL)
    return TRUE;
  g_set_error (error, HEED_ERROR, HEED_ERROR_FAILED, "%s: it is not open", self->path);
  return FALSE;
}

static void
heed_history_file_roll_back (HeedHistoryFile *self)
{
  if (!sqlite3_get_autocommit (self->database))
    sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
  heed_history_records_reload (self->records);
}

typedef int (*Add) (HeedHistoryRecords *records, const HeedCorrespondent *correspondent);

/* Whoever waits for an addition: nobody, for what is learned. */
typedef struct
{
  HeedHistoryProgressFunc progress; /* (nullable) */
  gpointer user_data;
  GCancellable *cancellable; /* (nullable) */
  guint done;
  guint total;
} Waiting;

static int
pass_one (Waiting *waiting)
{
  if (waiting->progress != NULL && waiting->done % PROGRESS_STEP == 0)
    waiting->progress (waiting->done, waiting->total, waiting->user_data);
  waiting->done++;
  return g_cancellable_is_cancelled (waiting->cancellable) ? SQLITE_INTERRUPT : SQLITE_OK;
}

static gboolean
heed_history_file_add (
    HeedHistoryFile *self, const HeedHistoryBatch *batch, Add add, Waiting *waiting, GError **error)
{
  g_autoptr (GList) lessons = heed_history_batch_get_lessons (batch);
  g_autoptr (GList) trusts = heed_history_batch_get_trusts (batch);
  GList *decisions = heed_history_batch_get_decisions (batch);
  int result;

  if (!heed_history_file_check_open (self, error))
    return FALSE;
  waiting->total = g_list_length (lessons) + g_list_length (decisions);
  result = sqlite3_exec (self->database, "BEGIN", NULL, NULL, NULL);
  for (GList *item = lessons; result == SQLITE_OK && item != NULL; item = item->next)
    {
      result = pass_one (waiting);
      if (result == SQLITE_OK)
        result = add (self->records, item->data);
    }
  for (GList *item = decisions; result == SQLITE_OK && item != NULL; item = item->next)
    {
      result = pass_one (waiting);
      if (result == SQLITE_OK)
        result = heed_history_records_remember (self->records, item->data);
    }
  for (GList *item = trusts; result == SQLITE_OK && item != NULL; item = item->next)
    result = heed_history_records_trust (self->records, item->data);
  if (result == SQLITE_OK)
    result = heed_history_records_finish (self->records);
  if (result == SQLITE_OK)
    result = sqlite3_exec (self->database, "COMMIT", NULL, NULL, NULL);
  if (result == SQLITE_OK)
    return TRUE;
  if (!g_cancellable_set_error_if_cancelled (waiting->cancellable, error))
    heed_history_file_fail (self, "could not be written", error);
  heed_history_file_roll_back (self);
  return FALSE;
}

gboolean
heed_history_file_write (HeedHistoryFile *self, const HeedHistoryBatch *batch, GError **error)
{
  Waiting nobody = { 0 };

  return heed_history_file_add (self, batch, heed_history_records_learn, &nobody, error);
}

gboolean
heed_history_file_import (HeedHistoryFile *self,
                          const HeedHistoryBatch *batch,
                          HeedHistoryProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          HeedHistoryContent **content,
                          GError **error)
{
  g_autoptr (GList) lessons = heed_history_batch_get_lessons (batch);
  g_autoptr (GList) trusts = heed_history_batch_get_trusts (batch);
  Waiting waiting = { .progress = progress, .user_data = user_data, .cancellable = cancellable };
  gboolean whole;

  *content = NULL;
  if (!heed_history_file_add (self, batch, heed_history_records_import, &waiting, error))
    return FALSE;
  if (lessons == NULL && trusts == NULL)
    return TRUE;
  *content = heed_history_file_read (self, &whole, error);
  return *content != NULL;
}

gboolean
heed_history_file_list (HeedHistoryFile *self,
                        const HeedHistoryQuery *query,
                        GPtrArray *correspondents,
                        GPtrArray *decisions,
                        GError **error)
{
  if (!heed_history_file_check_open (self, error))
    return FALSE;
  if (heed_history_records_list (self->records, query, correspondents, decisions) == SQLITE_OK)
    return TRUE;
  return heed_history_file_fail (self, "could not be read", error);
}

/* Every free page is overwritten, and the log that has the old ones is emptied. Where nothing went,
 * nothing of it can be left, and a rewrite of the whole file is spared. */
static int
heed_history_file_end_erasing (HeedHistoryFile *self, gboolean something_went)
{
  if (!something_went)
    return sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
  int result = heed_history_records_finish (self->records);

  if (result == SQLITE_OK)
    result = sqlite3_exec (self->database, "COMMIT", NULL, NULL, NULL);
  if (result == SQLITE_OK)
    result =
        sqlite3_exec (self->database, "VACUUM; PRAGMA wal_checkpoint (TRUNCATE)", NULL, NULL, NULL);
  return result;
}

gboolean
heed_history_file_erase (HeedHistoryFile *self,
                         const HeedHistoryQuery *query,
                         HeedHistoryProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         guint *n_correspondents,
                         guint *n_decisions,
                         HeedHistoryContent **content,
                         GError **error)
{
  gboolean whole;

  *content = NULL;
  *n_correspondents = 0;
  *n_decisions = 0;
  if (!heed_history_file_check_open (self, error))
    return FALSE;
  int result = sqlite3_exec (self->database, "BEGIN", NULL, NULL, NULL);
  if (result == SQLITE_OK)
    result = heed_history_records_erase (self->records, query, progress, user_data, cancellable,
                                         n_correspondents, n_decisions);
  gboolean something_went = *n_correspondents + *n_decisions > 0;
  if (result == SQLITE_OK)
    result = heed_history_file_end_erasing (self, something_went);
  if (result != SQLITE_OK)
    {
      if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        heed_history_file_fail (self, "could not be erased from", error);
      heed_history_file_roll_back (self);
      return FALSE;
    }
  /* The files that were set aside hold what whoever wants everything gone wants gone. */
  if (heed_history_query_is_everything (query))
    heed_kept_file_remove_all (self->path);
  if (something_went)
    *content = heed_history_file_read (self, &whole, error);
  return !something_went || *content != NULL;
}
