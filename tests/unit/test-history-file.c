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

static HeedHistoryContent *
read_all (Fixture *self)
{
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (GError) error = NULL;
  HeedHistoryContent *content = heed_history_file_open (file, self->keys, &error);

  g_assert_no_error (error);
  return content;
}

static void
write_to (HeedHistoryFile *file, const char *address, guint count)
{
  g_autoptr (HeedHistoryBatch) batch = heed_history_batch_new ();
  g_autoptr (HeedCorrespondent) lesson =
      heed_correspondent_new (address, "Ann Lee", count, 1, 2, 1);
  g_autoptr (GError) error = NULL;

  heed_history_batch_add_lesson (batch, lesson);
  heed_history_file_write (file, batch, &error);
  g_assert_no_error (error);
}

static void
write_one (Fixture *self, const char *address, guint count)
{
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedHistoryContent) content = heed_history_file_open (file, self->keys, &error);

  g_assert_no_error (error);
  g_assert_null (content->set_aside);
  write_to (file, address, count);
}

static guint
count_of (const HeedHistoryContent *content, const char *address)
{
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (address, NULL);

  return heed_known_domains_get_mailbox_count (content->known, mailbox);
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

  write_one (self, "ann@army.mil", 3);
  write_one (self, "bob@navy.mil", 1);
  write_one (self, "ann@army.mil", 4);
  g_autoptr (HeedHistoryContent) all = read_all (self);
  g_assert_null (all->set_aside);
  g_assert_cmpuint (all->n_correspondents, ==, 2);
  g_assert_cmpuint (count_of (all, "ann@army.mil"), ==, 7);
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
  gsize n = 0;

  g_assert_true (g_file_get_contents (fixture, &content, &n, NULL));
  g_assert_nonnull (memmem (content, n, "ann@army.mil", 12));
  g_assert_true (g_file_set_contents (self->path, content, (gssize)n, NULL));
  /* One row that is only in the write-ahead log until it is checkpointed. */
  tamper (self, "INSERT INTO correspondent VALUES ('eve@late.example', 'Late Eve', 5, 1, 2, 1)");
  g_autoptr (HeedHistoryContent) all = read_all (self);
  g_assert_null (all->set_aside);
  g_assert_cmpuint (all->n_correspondents, ==, 5);
  g_assert_cmpuint (count_of (all, "ann@army.mil"), ==, 214);
  g_assert_cmpuint (count_of (all, "eve@late.example"), ==, 5);
  assert_no_text (self, "army.mil");
  assert_no_text (self, "Ann Lee");
  assert_no_text (self, "Late Eve");
  assert_no_text (self, "Quoted Local");
  g_autoptr (HeedHistoryContent) again = read_all (self);
  g_assert_cmpuint (again->n_correspondents, ==, 5);
}

/* The form without past decisions, sealed under a key that is known here. */
static void
test_third_form (Fixture *self, gconstpointer data)
{
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "history", "version-3.db", NULL);
  g_autofree char *content = NULL;
  gsize n = 0;

  g_ptr_array_add (self->keys, heed_key_new_from_text ("000102030405060708090a0b0c0d0e0f"
                                                       "101112131415161718191a1b1c1d1e1f"));
  g_assert_true (g_file_get_contents (fixture, &content, &n, NULL));
  g_assert_true (g_file_set_contents (self->path, content, (gssize)n, NULL));
  g_autoptr (HeedHistoryContent) all = read_all (self);
  g_assert_null (all->set_aside);
  g_assert_cmpuint (all->n_correspondents, ==, 2);
  g_assert_cmpuint (count_of (all, "ann@army.mil"), ==, 4);
  write_one (self, "ann@army.mil", 1);
  g_autoptr (HeedHistoryContent) again = read_all (self);
  g_assert_cmpuint (count_of (again, "ann@army.mil"), ==, 5);
}

static void
test_key_gone (Fixture *self, gconstpointer data)
{
  write_one (self, "ann@army.mil", 3);
  HeedKey *old = heed_key_ref (self->keys->pdata[0]);
  g_ptr_array_set_size (self->keys, 0);
  g_ptr_array_add (self->keys, heed_key_new_random ());
  g_autoptr (HeedHistoryContent) none = read_all (self);
  g_assert_cmpuint (none->n_correspondents, ==, 0);
  g_assert_true (none->key_gone);
  g_assert_nonnull (strstr (none->set_aside, "history.db.sealed-"));
  /* What was set aside still opens with the key it was sealed under, among others. */
  g_ptr_array_add (self->keys, old);
  g_assert_no_errno (g_rename (none->set_aside, self->path));
  g_autoptr (HeedHistoryContent) all = read_all (self);
  g_assert_null (all->set_aside);
  g_assert_cmpuint (count_of (all, "ann@army.mil"), ==, 3);
}

/* The rest goes on, and the whole is kept. */
static void
assert_repaired (Fixture *self, guint n)
{
  g_autoptr (HeedHistoryContent) all = read_all (self);

  g_assert_cmpuint (all->n_correspondents, ==, n);
  g_assert_nonnull (all->set_aside);
  g_assert_false (all->key_gone);
  g_assert_nonnull (strstr (all->set_aside, "history.db.damaged-"));
  g_assert_true (g_file_test (all->set_aside, G_FILE_TEST_IS_REGULAR));
  g_autoptr (HeedHistoryContent) again = read_all (self);
  g_assert_null (again->set_aside);
  g_assert_cmpuint (again->n_correspondents, ==, n);
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
      g_autofree char *damaged = g_memdup2 (content, n);
      gsize place = (gsize)g_test_rand_int_range (0, (int)n);

      if (i % 3 > 0)
        damaged[place] ^= (char)(1 << (i % 8));
      g_assert_true (
          g_file_set_contents (self->path, damaged, (gssize)(i % 3 > 0 ? n : place), NULL));
      g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedHistoryContent) all = heed_history_file_open (file, self->keys, &error);
      g_assert_true (all != NULL || g_error_matches (error, HEED_ERROR, HEED_ERROR_FAILED));
      if (all != NULL && all->set_aside == NULL && place > 0)
        g_assert_cmpuint (count_of (all, "ann@army.mil"), ==, 3);
    }
}

/* Rows of one person in the file, which is closed. */
static GBytes *
read_row (Fixture *self)
{
  sqlite3 *database = NULL;
  sqlite3_stmt *row = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, "SELECT sealed FROM sealed_correspondent", -1,
                                       &row, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  GBytes *sealed = g_bytes_new (sqlite3_column_blob (row, 0), (gsize)sqlite3_column_bytes (row, 0));
  sqlite3_finalize (row);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
  return sealed;
}

static void
assert_no_bytes (Fixture *self, GBytes *bytes)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autofree char *data = NULL;
      gsize n = 0;

      g_assert_true (g_file_get_contents (path, &data, &n, NULL));
      g_assert_null (memmem (data, n, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
}

static HeedHistoryContent *
erase (HeedHistoryFile *file,
       const char *mailbox,
       const char *domain,
       gint64 before,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (HeedMailbox) person = mailbox != NULL ? heed_mailbox_new (mailbox, NULL) : NULL;
  g_autoptr (HeedDomain) of = domain != NULL ? heed_domain_new (domain, NULL) : NULL;
  g_autoptr (HeedHistoryQuery) query = heed_history_query_new (person, of, NULL, before);
  guint n_correspondents;
  guint n_decisions;

  return heed_history_file_erase (file, query, NULL, NULL, cancellable, &n_correspondents,
                                  &n_decisions, error);
}

static void
remember (HeedHistoryFile *file, gint64 time, const char *recipient)
{
  const char *recipients[] = { recipient, NULL };
  const char *kinds[] = { "suffix-swap", "first-contact", NULL };
  g_autoptr (HeedPastDecision) decision =
      heed_past_decision_new_from_parts (time, "Thunderbird", "declined", "danger", recipients,
                                         kinds);
  g_autoptr (HeedHistoryBatch) batch = heed_history_batch_new ();
  g_autoptr (GError) error = NULL;

  heed_history_batch_add_decision (batch, decision);
  heed_history_file_write (file, batch, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list_decisions (HeedHistoryFile *file)
{
  g_autoptr (HeedHistoryQuery) everything = heed_history_query_new (NULL, NULL, NULL, 0);
  g_autoptr (GPtrArray) correspondents =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_correspondent_unref);
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_past_decision_unref);
  g_autoptr (GError) error = NULL;

  heed_history_file_list (file, everything, correspondents, decisions, &error);
  g_assert_no_error (error);
  return decisions;
}

static void
test_decisions (Fixture *self, gconstpointer data)
{
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (HeedHistoryContent) empty = heed_history_file_open (file, self->keys, NULL);

  remember (file, 5 * G_USEC_PER_SEC, "ann@army.ml");
  remember (file, 5 * G_USEC_PER_SEC, "ann@army.ml");
  remember (file, 5 * G_USEC_PER_SEC + 1, "ann@army.ml");
  g_clear_pointer (&file, heed_history_file_free);
  assert_no_text (self, "army.ml");
  assert_no_text (self, "Thunderbird");
  file = heed_history_file_new (self->path);
  g_autoptr (HeedHistoryContent) content = heed_history_file_open (file, self->keys, NULL);
  g_assert_null (content->set_aside);
  g_autoptr (GPtrArray) decisions = list_decisions (file);
  g_assert_cmpuint (decisions->len, ==, 2);
  const HeedPastDecision *one = decisions->pdata[0];
  g_assert_cmpstr (heed_past_decision_get_client (one), ==, "Thunderbird");
  g_assert_cmpint (heed_past_decision_get_reason (one), ==, HEED_REASON_DECLINED);
  g_assert_false (heed_past_decision_is_allow (one));
  g_assert_cmpint (heed_past_decision_get_severity (one), ==, HEED_SEVERITY_DANGER);
  g_assert_cmpstr (heed_past_decision_get_recipients (one)[0], ==, "ann@army.ml");
  g_assert_cmpstr (heed_past_decision_get_kinds (one)[1], ==, "first-contact");
}

static void
test_erased (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  write_one (self, "ann@army.mil", 3);
  g_autoptr (GBytes) sealed = read_row (self);
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (HeedHistoryContent) content = heed_history_file_open (file, self->keys, &error);
  write_to (file, "bob@navy.mil", 1);
  write_to (file, "eve@navy.mil", 1);
  remember (file, 100 * G_USEC_PER_SEC, "ann@army.mil");
  remember (file, 1 * G_USEC_PER_SEC, "eve@navy.mil");

  g_cancellable_cancel (cancelled);
  g_assert_null (erase (file, "ann@army.mil", NULL, 0, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_autoptr (HeedHistoryContent) person = erase (file, "ann@army.mil", NULL, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (person->n_correspondents, ==, 2);
  g_assert_cmpuint (count_of (person, "ann@army.mil"), ==, 0);
  assert_no_bytes (self, sealed);
  g_autoptr (GPtrArray) decisions = list_decisions (file);
  g_assert_cmpuint (decisions->len, ==, 1);

  /* Everybody was last written to at second 2. */
  g_autoptr (HeedHistoryContent) old = erase (file, NULL, NULL, 2, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (old->n_correspondents, ==, 2);
  g_autoptr (GPtrArray) no_decisions = list_decisions (file);
  g_assert_cmpuint (no_decisions->len, ==, 0);

  g_autoptr (HeedHistoryContent) domain = erase (file, NULL, "navy.mil", 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (domain->n_correspondents, ==, 0);

  g_autofree char *kept = g_strconcat (self->path, ".damaged-2026", NULL);
  g_assert_true (g_file_set_contents (kept, "old", -1, NULL));
  g_autoptr (HeedHistoryContent) all = erase (file, NULL, NULL, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_clear_pointer (&file, heed_history_file_free);
  g_autoptr (HeedHistoryContent) again = read_all (self);
  g_assert_null (again->set_aside);
}

static void
test_imported (Fixture *self, gconstpointer data)
{
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (HeedHistoryContent) empty = heed_history_file_open (file, self->keys, NULL);
  g_autoptr (HeedHistoryBatch) batch = heed_history_batch_new ();
  g_autoptr (HeedCorrespondent) one = heed_correspondent_new ("ann@army.mil", NULL, 5, 1, 9, 2);
  g_autoptr (GError) error = NULL;

  write_to (file, "ann@army.mil", 3);
  heed_history_batch_add_lesson (batch, one);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HeedHistoryContent) content = heed_history_file_import (file, batch, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (content->n_correspondents, ==, 1);
      g_assert_cmpuint (count_of (content, "ann@army.mil"), ==, 5);
    }
}

static void
test_two_instances (Fixture *self, gconstpointer data)
{
  g_autoptr (HeedHistoryFile) first = heed_history_file_new (self->path);
  g_autoptr (HeedHistoryFile) second = heed_history_file_new (self->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedHistoryContent) all = heed_history_file_open (first, self->keys, &error);

  g_assert_no_error (error);
  g_assert_null (heed_history_file_open (second, self->keys, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_FAILED);
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
    { "/history-file/third-form", test_third_form },
    { "/history-file/key-gone", test_key_gone },
    { "/history-file/tampered", test_tampered },
    { "/history-file/replayed", test_replayed },
    { "/history-file/damaged-anywhere", test_damaged_anywhere },
    { "/history-file/decisions", test_decisions },
    { "/history-file/erased", test_erased },
    { "/history-file/imported", test_imported },
    { "/history-file/two-instances", test_two_instances },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
