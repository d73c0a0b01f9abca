/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "heed-error.h"
#include "heed-history-file.h"

typedef struct
{
  char *folder;    /* (owned) */
  char *path;      /* (owned) */
  GPtrArray *keys; /* (owned) */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("heed-history-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "history.db", NULL);
  self->keys = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_key_unref);
  g_ptr_array_add (self->keys, heed_key_new_random ());
}

static void
tear_down (Fixture *self, gconstpointer data)
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

/* Opens, hands over everybody and closes again. */
static GPtrArray *
read_all (Fixture *self, char **set_aside)
{
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (GError) error = NULL;
  GPtrArray *all = heed_history_file_open (file, self->keys, set_aside, &error);

  g_assert_no_error (error);
  return all;
}

static void
write_one (Fixture *self, const char *address, guint count)
{
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *set_aside = NULL;
  g_autoptr (GPtrArray) all = heed_history_file_open (file, self->keys, &set_aside, &error);
  g_autoptr (GPtrArray) batch =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_correspondent_unref);

  g_assert_no_error (error);
  g_assert_null (set_aside);
  g_ptr_array_add (batch, heed_correspondent_new (address, "Ann Lee", count, 1, 2, 1));
  heed_history_file_write (file, batch, &error);
  g_assert_no_error (error);
}

static guint
count_of (GPtrArray *all, const char *address)
{
  for (guint i = 0; i < all->len; i++)
    {
      if (g_str_equal (heed_correspondent_get_address (all->pdata[i]), address))
        return heed_correspondent_get_count (all->pdata[i]);
    }
  return 0;
}

static void
assert_no_text (Fixture *self, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autofree char *data = NULL;
      gsize n = 0;

      g_assert_true (g_file_get_contents (path, &data, &n, NULL));
      g_assert_null (memmem (data, n, text, strlen (text)));
    }
}

/* What somebody with the file but without the key can do. */
static void
tamper (Fixture *self, const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static void
test_kept (Fixture *self, gconstpointer data)
{
  GStatBuf status;
  g_autofree char *set_aside = NULL;

  write_one (self, "ann@army.mil", 3);
  write_one (self, "bob@navy.mil", 1);
  write_one (self, "ann@army.mil", 4);
  g_autoptr (GPtrArray) all = read_all (self, &set_aside);
  g_assert_null (set_aside);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (count_of (all, "ann@army.mil"), ==, 4);
  g_assert_cmpint (g_stat (self->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  assert_no_text (self, "army.mil");
  assert_no_text (self, "Ann Lee");
}

static void
test_first_form (Fixture *self, gconstpointer data)
{
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "history", "version-1.db", NULL);
  g_autofree char *content = NULL;
  g_autofree char *set_aside = NULL;
  gsize n = 0;

  g_assert_true (g_file_get_contents (fixture, &content, &n, NULL));
  g_assert_nonnull (memmem (content, n, "ann@army.mil", 12));
  g_assert_true (g_file_set_contents (self->path, content, (gssize)n, NULL));
  /* One row that is only in the write-ahead log until it is checkpointed. */
  tamper (self, "INSERT INTO correspondent VALUES ('eve@late.example', 'Late Eve', 5, 1, 2, 1)");
  g_autoptr (GPtrArray) all = read_all (self, &set_aside);
  g_assert_null (set_aside);
  g_assert_cmpuint (all->len, ==, 5);
  g_assert_cmpuint (count_of (all, "ann@army.mil"), ==, 214);
  g_assert_cmpuint (count_of (all, "eve@late.example"), ==, 5);
  assert_no_text (self, "army.mil");
  assert_no_text (self, "Ann Lee");
  assert_no_text (self, "Late Eve");
  assert_no_text (self, "Quoted Local");
  g_autoptr (GPtrArray) again = read_all (self, &set_aside);
  g_assert_cmpuint (again->len, ==, 5);
}

static void
test_key_gone (Fixture *self, gconstpointer data)
{
  g_autofree char *set_aside = NULL;
  g_autofree char *kept = NULL;

  write_one (self, "ann@army.mil", 3);
  HeedKey *old = heed_key_ref (self->keys->pdata[0]);
  g_ptr_array_set_size (self->keys, 0);
  g_ptr_array_add (self->keys, heed_key_new_random ());
  g_autoptr (GPtrArray) none = read_all (self, &set_aside);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_nonnull (strstr (set_aside, "history.db.sealed-"));
  /* What was set aside still opens with the key it was sealed under, among others. */
  g_ptr_array_add (self->keys, old);
  g_assert_no_errno (g_rename (set_aside, self->path));
  g_autoptr (GPtrArray) all = read_all (self, &kept);
  g_assert_null (kept);
  g_assert_cmpuint (count_of (all, "ann@army.mil"), ==, 3);
}

/* The rest goes on, and the whole is kept. */
static void
assert_repaired (Fixture *self, guint n)
{
  g_autofree char *set_aside = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) all = read_all (self, &set_aside);

  g_assert_cmpuint (all->len, ==, n);
  g_assert_nonnull (set_aside);
  g_assert_nonnull (strstr (set_aside, "history.db.damaged-"));
  g_assert_true (g_file_test (set_aside, G_FILE_TEST_IS_REGULAR));
  g_autoptr (GPtrArray) again = read_all (self, &second);
  g_assert_null (second);
  g_assert_cmpuint (again->len, ==, n);
}

static void
test_tampered (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    guint n;
  } tests[] = {
    /* other bytes in a row */
    { "UPDATE sealed_correspondent SET sealed = CAST (substr (sealed, 1, 40) ||"
      " randomblob (length (sealed) - 40) AS BLOB)"
      " WHERE id = (SELECT min (id) FROM sealed_correspondent)",
      1 },
    /* a row that is too short to be one */
    { "UPDATE sealed_correspondent SET sealed = x'00'"
      " WHERE id = (SELECT min (id) FROM sealed_correspondent)",
      1 },
    /* each in the other's place */
    { "CREATE TEMP TABLE t AS SELECT * FROM sealed_correspondent;"
      "UPDATE sealed_correspondent SET sealed ="
      " (SELECT t.sealed FROM t WHERE t.id != sealed_correspondent.id)",
      0 },
    /* a row that is removed: all others open, and the imprint tells */
    { "DELETE FROM sealed_correspondent WHERE id = (SELECT min (id) FROM sealed_correspondent)",
      1 },
    /* the row about the others */
    { "DELETE FROM about", 2 },
    { "UPDATE about SET sealed = x'00'", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_unlink (self->path);
      write_one (self, "ann@army.mil", 3);
      write_one (self, "bob@navy.mil", 1);
      tamper (self, tests[i].sql);
      g_test_message ("%s", tests[i].sql);
      assert_repaired (self, tests[i].n);
    }
}

static void
test_replayed (Fixture *self, gconstpointer data)
{
  write_one (self, "ann@army.mil", 3);
  tamper (self, "CREATE TABLE old AS SELECT * FROM sealed_correspondent");
  write_one (self, "ann@army.mil", 4);
  tamper (self, "DELETE FROM sealed_correspondent;"
                "INSERT INTO sealed_correspondent SELECT * FROM old; DROP TABLE old");
  assert_repaired (self, 1);
}

/* Wherever the file ends or a bit flips, it opens, or is set aside; never a crash. */
static void
test_damaged_anywhere (Fixture *self, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize n = 0;

  write_one (self, "ann@army.mil", 3);
  g_assert_true (g_file_get_contents (self->path, &content, &n, NULL));
  for (gsize i = 0; i < 150; i++)
    {
      g_autofree char *set_aside = NULL;
      g_autofree char *damaged = g_memdup2 (content, n);
      gsize place = (gsize)g_test_rand_int_range (0, (int)n);

      if (i % 3 > 0)
        damaged[place] ^= (char)(1 << (i % 8));
      g_assert_true (
          g_file_set_contents (self->path, damaged, (gssize)(i % 3 > 0 ? n : place), NULL));
      g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) all = heed_history_file_open (file, self->keys, &set_aside, &error);
      g_assert_true (all != NULL || g_error_matches (error, HEED_ERROR, HEED_ERROR_FAILED));
      if (set_aside == NULL && all != NULL && place > 0)
        g_assert_cmpuint (count_of (all, "ann@army.mil"), ==, 3);
    }
}

static void
test_two_instances (Fixture *self, gconstpointer data)
{
  g_autoptr (HeedHistoryFile) first = heed_history_file_new (self->path);
  g_autoptr (HeedHistoryFile) second = heed_history_file_new (self->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *set_aside = NULL;
  g_autoptr (GPtrArray) all = heed_history_file_open (first, self->keys, &set_aside, &error);

  g_assert_no_error (error);
  g_assert_null (heed_history_file_open (second, self->keys, &set_aside, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_FAILED);
  g_assert_null (set_aside);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/history-file/kept", test_kept },
    { "/history-file/first-form", test_first_form },
    { "/history-file/key-gone", test_key_gone },
    { "/history-file/tampered", test_tampered },
    { "/history-file/replayed", test_replayed },
    { "/history-file/damaged-anywhere", test_damaged_anywhere },
    { "/history-file/two-instances", test_two_instances },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
