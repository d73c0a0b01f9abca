/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A history file that somebody without the key has changed, or the disk: the rest goes on, and what
 * it was is kept. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "heed-error.h"
#include "history-fixture.h"

/* SQLite takes a file of one byte for an empty one (unixFileSize() in its os_unix.c says why). */
#define MOST_BYTES_OF_NOTHING 1

static void
assert_repaired (HistoryFixture *self, guint n)
{
  g_autoptr (HeedHistoryContent) all = history_fixture_read (self);

  g_assert_cmpuint (all->n_correspondents, ==, n);
  g_assert_nonnull (all->set_aside);
  g_assert_false (all->key_gone);
  g_assert_nonnull (strstr (all->set_aside, "history.db.damaged-"));
  g_assert_true (g_file_test (all->set_aside, G_FILE_TEST_IS_REGULAR));
  g_autoptr (HeedHistoryContent) again = history_fixture_read (self);
  g_assert_null (again->set_aside);
  g_assert_cmpuint (again->n_correspondents, ==, n);
}

static void
test_tampered (HistoryFixture *self, gconstpointer data)
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
      history_fixture_write (self, "ann@army.mil", 3);
      history_fixture_write (self, "bob@navy.mil", 1);
      history_fixture_tamper (self, tests[i].sql);
      g_test_message ("%s", tests[i].sql);
      assert_repaired (self, tests[i].n);
    }
}

static void
test_replayed (HistoryFixture *self, gconstpointer data)
{
  history_fixture_write (self, "ann@army.mil", 3);
  history_fixture_tamper (self, "CREATE TABLE old AS SELECT * FROM sealed_correspondent");
  history_fixture_write (self, "ann@army.mil", 4);
  history_fixture_tamper (self,
                          "DELETE FROM sealed_correspondent;"
                          "INSERT INTO sealed_correspondent SELECT * FROM old; DROP TABLE old");
  assert_repaired (self, 1);
}

/* Wherever the file ends or a bit flips, it opens, or is set aside; never a crash. */
static void
test_damaged_anywhere (HistoryFixture *self, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize n = 0;

  history_fixture_write (self, "ann@army.mil", 3);
  g_assert_true (g_file_get_contents (self->path, &content, &n, NULL));
  for (gsize i = 0; i < 150; i++)
    {
      g_autofree char *damaged = g_memdup2 (content, n);
      gsize place = (gsize)g_test_rand_int_range (MOST_BYTES_OF_NOTHING + 1, (int)n);

      if (i % 3 > 0)
        damaged[place] ^= (char)(1 << (i % 8));
      g_assert_true (
          g_file_set_contents (self->path, damaged, (gssize)(i % 3 > 0 ? n : place), NULL));
      g_test_message ("%s at %zu", i % 3 > 0 ? "a bit flips" : "it ends", place);
      g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedHistoryContent) all = heed_history_file_open (file, self->keys, &error);
      g_assert_true (all != NULL || g_error_matches (error, HEED_ERROR, HEED_ERROR_FAILED));
      if (all != NULL && all->set_aside == NULL)
        g_assert_cmpuint (history_fixture_count (all, "ann@army.mil"), ==, 3);
    }
}

/* What is left of it may be so little that there is nothing to keep. */
static void
test_cut_short (HistoryFixture *self, gconstpointer data)
{
  history_fixture_write (self, "ann@army.mil", 3);
  for (gssize n = MOST_BYTES_OF_NOTHING + 1; n >= 0; n--)
    {
      g_autofree char *content = NULL;

      g_assert_true (g_file_get_contents (self->path, &content, NULL, NULL));
      g_assert_true (g_file_set_contents (self->path, content, n, NULL));
      g_autoptr (HeedHistoryContent) all = history_fixture_read (self);
      g_assert_cmpuint (all->n_correspondents, ==, 0);
      g_assert_cmpint (all->set_aside != NULL, ==, n > MOST_BYTES_OF_NOTHING);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  HISTORY_TEST ("tampered", test_tampered);
  HISTORY_TEST ("replayed", test_replayed);
  HISTORY_TEST ("damaged-anywhere", test_damaged_anywhere);
  HISTORY_TEST ("cut-short", test_cut_short);
  return g_test_run ();
}
