/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "heed-sealed-reading.h"

#include <string.h>

typedef struct
{
  sqlite3 *database; /* (owned) */
  HeedSeal *seal;    /* (owned) */
  guint8 imprint[HEED_SEAL_IMPRINT_BYTES];
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (HeedKey) key = heed_key_new_random ();

  self->seal = heed_seal_new (key);
  g_assert_cmpint (sqlite3_open (":memory:", &self->database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (self->database,
                                 "CREATE TABLE row (number INTEGER PRIMARY KEY, id, sealed)", NULL,
                                 NULL, NULL),
                   ==, SQLITE_OK);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  sqlite3_close (self->database);
  heed_seal_free (self->seal);
}

/* Fills the table with rows, each of which holds its number as text. */
static void
fill (Fixture *self, guint n)
{
  sqlite3_stmt *insert = NULL;

  sqlite3_exec (self->database, "BEGIN", NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_prepare_v2 (self->database,
                                       "INSERT INTO row (number, id, sealed) VALUES (?, ?, ?)", -1,
                                       &insert, NULL),
                   ==, SQLITE_OK);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autoptr (GBytes) plain = g_bytes_new (text, strlen (text));
      guint8 id[HEED_SEAL_ID_BYTES];

      heed_seal_make_id (self->seal, text, id);
      g_autoptr (GBytes) sealed = heed_seal_close (self->seal, HEED_SEAL_CORRESPONDENT, id, plain);
      gsize size = 0;
      gconstpointer bytes = g_bytes_get_data (sealed, &size);
      heed_seal_add_imprint (self->seal, self->imprint, HEED_SEAL_CORRESPONDENT, id, bytes, size);
      sqlite3_bind_int (insert, 1, (int)i);
      sqlite3_bind_blob (insert, 2, id, sizeof id, SQLITE_STATIC);
      sqlite3_bind_blob (insert, 3, bytes, (int)size, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  sqlite3_exec (self->database, "COMMIT", NULL, NULL, NULL);
}

typedef struct
{
  GThread *reader;
  GHashTable *seen;    /* (owned): the numbers */
  const char *refused; /* (nullable): the number that is not taken */
} Seen;

static gboolean
see_cb (HeedSealKind kind, const guint8 *id, GBytes *plain, gpointer user_data)
{
  Seen *seen = user_data;
  gsize size = 0;
  const char *data = g_bytes_get_data (plain, &size);
  char *text = g_strndup (data, size);

  g_assert_true (g_thread_self () == seen->reader);
  g_assert_cmpint (kind, ==, HEED_SEAL_CORRESPONDENT);
  if (g_strcmp0 (text, seen->refused) == 0)
    {
      g_free (text);
      return FALSE;
    }
  /* Each once. */
  g_assert_true (g_hash_table_add (seen->seen, text));
  return TRUE;
}

static void
assert_read (Fixture *self, const char *refused, guint n, gboolean whole, gboolean same_imprint)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Seen seen = { g_thread_self (), numbers, refused };
  g_autoptr (HeedSealedReading) reading =
      heed_sealed_reading_new (self->seal, HEED_SEAL_CORRESPONDENT, see_cb, &seen);
  sqlite3_stmt *rows = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (self->database, "SELECT id, sealed FROM row", -1, &rows,
                                       NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (heed_sealed_reading_run (reading, rows), ==, SQLITE_OK);
  sqlite3_finalize (rows);
  g_assert_cmpuint (g_hash_table_size (numbers), ==, n);
  g_assert_cmpint (heed_sealed_reading_is_whole (reading), ==, whole);
  g_assert_cmpint (memcmp (heed_sealed_reading_get_imprint (reading), self->imprint,
                           sizeof self->imprint) == 0,
                   ==, same_imprint);
}

static void
test_sizes (Fixture *self, gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);

  fill (self, n);
  assert_read (self, NULL, n, TRUE, TRUE);
}

/* One row of many thousand, wherever it is. */
static void
test_damaged (Fixture *self, gconstpointer data)
{
  const guint n = 5000;
  static const char *const damages[] = {
    "sealed = zeroblob (length (sealed))",
    "sealed = substr (sealed, 1, 20)",
    "sealed = NULL",
    "sealed = ''",
    "sealed = (SELECT sealed FROM row WHERE number = 4)",
    "id = substr (id, 1, 15)",
    "id = NULL",
    "id = randomblob (16)",
  };
  static const guint places[] = { 0, 511, 512, 2500, 4999 };

  fill (self, n);
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      for (gsize place = 0; place < G_N_ELEMENTS (places); place++)
        {
          g_autofree char *sql = g_strdup_printf ("BEGIN; UPDATE row SET %s WHERE number = %u",
                                                  damages[i], places[place]);

          g_assert_cmpint (sqlite3_exec (self->database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
          assert_read (self, NULL, n - 1, FALSE, FALSE);
          sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
        }
    }
  assert_read (self, NULL, n, TRUE, TRUE);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  fill (self, 3000);
  assert_read (self, "1234", 2999, FALSE, TRUE);
}

/* A whole row that is gone is told by the imprint alone. */
static void
test_removed (Fixture *self, gconstpointer data)
{
  fill (self, 3000);
  sqlite3_exec (self->database, "DELETE FROM row WHERE number = 2999", NULL, NULL, NULL);
  assert_read (self, NULL, 2999, TRUE, FALSE);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 0, 1, 511, 512, 513, 2048, 2049, 2560, 2561, 20000 };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sealed-reading/rows/%u", sizes[i]);

      g_test_add (path, Fixture, GUINT_TO_POINTER (sizes[i]), set_up, test_sizes, tear_down);
    }
  g_test_add ("/sealed-reading/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/sealed-reading/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/sealed-reading/removed", Fixture, NULL, set_up, test_removed, tear_down);
  return g_test_run ();
}
