/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A disk that is full, and one that is read-only: a small file system of its own, which only root
 * can mount, seen by this process alone. */

#include "config.h"

#include <glib/gstdio.h>
#include <sched.h>
#include <sys/mount.h>

#include "heed-error.h"
#include "heed-history-file.h"

typedef struct
{
  char *folder;    /* (owned) */
  char *path;      /* (owned) */
  GPtrArray *keys; /* (owned) (element-type HeedKey) */
  gboolean mounted;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("heed-disk-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "heed", "history.db", NULL);
  self->keys = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_key_unref);
  g_ptr_array_add (self->keys, heed_key_new_random ());
  self->mounted = unshare (CLONE_NEWNS) == 0 &&
                  mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
                  mount ("heed", self->folder, "tmpfs", 0, "size=256k") == 0;
  if (!self->mounted)
    g_test_skip ("Only root can mount a file system");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->mounted)
    g_assert_no_errno (umount (self->folder));
  g_assert_no_errno (g_rmdir (self->folder));
  g_free (self->folder);
  g_free (self->path);
  g_ptr_array_unref (self->keys);
}

static gboolean
add (HeedHistoryFile *file, guint n, GError **error)
{
  g_autoptr (HeedHistoryBatch) batch = heed_history_batch_new ();
  g_autofree char *address = g_strdup_printf ("n%u@army.mil", n);
  g_autoptr (HeedCorrespondent) lesson = heed_correspondent_new (address, NULL, 1, 1, 1, 1);

  heed_history_batch_add_lesson (batch, lesson);
  return heed_history_file_write (file, batch, error);
}

static void
test_full (Fixture *self, gconstpointer data)
{
  guint n = 0;

  if (!self->mounted)
    return;
  {
    g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
    g_autoptr (GError) error = NULL;
    g_autoptr (HeedHistoryContent) content = heed_history_file_open (file, self->keys, &error);

    g_assert_no_error (error);
    while (add (file, n, &error))
      n++;
    g_assert_error (error, HEED_ERROR, HEED_ERROR_FAILED);
    g_assert_cmpuint (n, >, 0);
    g_clear_error (&error);
    g_assert_false (add (file, n, &error));
    g_clear_error (&error);
    /* There is room again, and it goes on. */
    g_assert_no_errno (mount (NULL, self->folder, NULL, MS_REMOUNT, "size=4m"));
    add (file, n, &error);
    g_assert_no_error (error);
  }
  g_autoptr (HeedHistoryFile) again = heed_history_file_new (self->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedHistoryContent) content = heed_history_file_open (again, self->keys, &error);
  g_assert_no_error (error);
  g_assert_null (content->set_aside);
  g_assert_cmpuint (content->n_correspondents, ==, n + 1);
}

static void
test_read_only (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0;
  gsize n_after = 0;

  if (!self->mounted)
    return;
  {
    g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
    g_autoptr (GError) error = NULL;
    g_autoptr (HeedHistoryContent) content = heed_history_file_open (file, self->keys, &error);

    g_assert_no_error (error);
    g_assert_true (add (file, 1, &error));
  }
  g_assert_true (g_file_get_contents (self->path, &before, &n_before, NULL));
  g_assert_no_errno (mount (NULL, self->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL));
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (GError) error = NULL;
  g_assert_null (heed_history_file_open (file, self->keys, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_FAILED);
  g_assert_true (g_file_get_contents (self->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  /* It can be written again, and the same file object opens. */
  g_assert_no_errno (mount (NULL, self->folder, NULL, MS_REMOUNT, NULL));
  g_clear_error (&error);
  g_autoptr (HeedHistoryContent) content = heed_history_file_open (file, self->keys, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (content->n_correspondents, ==, 1);
  g_clear_pointer (&file, heed_history_file_free);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/disk/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add ("/disk/read-only", Fixture, NULL, set_up, test_read_only, tear_down);
  return g_test_run ();
}
