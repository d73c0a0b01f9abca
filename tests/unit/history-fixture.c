/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "history-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

void
history_fixture_set_up (HistoryFixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("heed-history-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "history.db", NULL);
  self->keys = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_key_unref);
  g_ptr_array_add (self->keys, heed_key_new_random ());
}

void
history_fixture_tear_down (HistoryFixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_no_errno (g_unlink (path));
    }
  g_assert_no_errno (g_rmdir (self->folder));
  g_free (self->folder);
  g_free (self->path);
  g_ptr_array_unref (self->keys);
}

HeedHistoryContent *
history_fixture_read (HistoryFixture *self)
{
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (GError) error = NULL;
  HeedHistoryContent *content = heed_history_file_open (file, self->keys, &error);

  g_assert_no_error (error);
  return content;
}

void
history_fixture_write_to (HeedHistoryFile *file, const char *address, guint count)
{
  g_autoptr (HeedHistoryBatch) batch = heed_history_batch_new ();
  g_autoptr (HeedCorrespondent) lesson =
      heed_correspondent_new (address, "Ann Lee", count, 1, 2, 1);
  g_autoptr (GError) error = NULL;

  heed_history_batch_add_lesson (batch, lesson);
  heed_history_file_write (file, batch, &error);
  g_assert_no_error (error);
}

void
history_fixture_write (HistoryFixture *self, const char *address, guint count)
{
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedHistoryContent) content = heed_history_file_open (file, self->keys, &error);

  g_assert_no_error (error);
  g_assert_null (content->set_aside);
  history_fixture_write_to (file, address, count);
}

guint
history_fixture_count (const HeedHistoryContent *content, const char *address)
{
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (address, NULL);

  return heed_known_domains_get_mailbox_count (content->known, mailbox);
}

void
history_fixture_assert_without (HistoryFixture *self, gconstpointer bytes, gsize n_bytes)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autofree char *data = NULL;
      gsize n = 0;

      g_assert_true (g_file_get_contents (path, &data, &n, NULL));
      g_assert_null (memmem (data, n, bytes, n_bytes));
    }
}

void
history_fixture_tamper (HistoryFixture *self, const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}
