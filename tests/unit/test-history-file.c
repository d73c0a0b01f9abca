/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "heed-error.h"
#include "history-fixture.h"

static void
assert_no_text (HistoryFixture *self, const char *text)
{
  history_fixture_assert_without (self, text, strlen (text));
}

static void
test_kept (HistoryFixture *self, gconstpointer data)
{
  GStatBuf status;

  history_fixture_write (self, "ann@army.mil", 3);
  history_fixture_write (self, "bob@navy.mil", 1);
  history_fixture_write (self, "ann@army.mil", 4);
  g_autoptr (HeedHistoryContent) all = history_fixture_read (self);
  g_assert_null (all->set_aside);
  g_assert_cmpuint (all->n_correspondents, ==, 2);
  g_assert_cmpuint (history_fixture_count (all, "ann@army.mil"), ==, 7);
  g_assert_cmpint (g_stat (self->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  assert_no_text (self, "army.mil");
  assert_no_text (self, "Ann Lee");
}

static void
test_first_form (HistoryFixture *self, gconstpointer data)
{
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "history", "version-1.db", NULL);
  g_autofree char *content = NULL;
  gsize n = 0;

  g_assert_true (g_file_get_contents (fixture, &content, &n, NULL));
  g_assert_nonnull (memmem (content, n, "ann@army.mil", 12));
  g_assert_true (g_file_set_contents (self->path, content, (gssize)n, NULL));
  /* One row that is only in the write-ahead log until it is checkpointed. */
  history_fixture_tamper (
      self, "INSERT INTO correspondent VALUES ('eve@late.example', 'Late Eve', 5, 1, 2, 1)");
  g_autoptr (HeedHistoryContent) all = history_fixture_read (self);
  g_assert_null (all->set_aside);
  g_assert_cmpuint (all->n_correspondents, ==, 5);
  g_assert_cmpuint (history_fixture_count (all, "ann@army.mil"), ==, 214);
  g_assert_cmpuint (history_fixture_count (all, "eve@late.example"), ==, 5);
  assert_no_text (self, "army.mil");
  assert_no_text (self, "Ann Lee");
  assert_no_text (self, "Late Eve");
  assert_no_text (self, "Quoted Local");
  g_autoptr (HeedHistoryContent) again = history_fixture_read (self);
  g_assert_cmpuint (again->n_correspondents, ==, 5);
}

/* The form without past decisions, sealed under a key that is known here. */
static void
test_third_form (HistoryFixture *self, gconstpointer data)
{
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "history", "version-3.db", NULL);
  g_autofree char *content = NULL;
  gsize n = 0;

  g_ptr_array_add (self->keys, heed_key_new_from_text ("000102030405060708090a0b0c0d0e0f"
                                                       "101112131415161718191a1b1c1d1e1f"));
  g_assert_true (g_file_get_contents (fixture, &content, &n, NULL));
  g_assert_true (g_file_set_contents (self->path, content, (gssize)n, NULL));
  g_autoptr (HeedHistoryContent) all = history_fixture_read (self);
  g_assert_null (all->set_aside);
  g_assert_cmpuint (all->n_correspondents, ==, 2);
  g_assert_cmpuint (history_fixture_count (all, "ann@army.mil"), ==, 4);
  history_fixture_write (self, "ann@army.mil", 1);
  g_autoptr (HeedHistoryContent) again = history_fixture_read (self);
  g_assert_cmpuint (history_fixture_count (again, "ann@army.mil"), ==, 5);
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

/* The form whose decisions do not say what was asked about. */
static void
test_fourth_form (HistoryFixture *self, gconstpointer data)
{
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "history", "version-4.db", NULL);
  g_autofree char *content = NULL;
  gsize n = 0;

  g_ptr_array_add (self->keys, heed_key_new_from_text ("000102030405060708090a0b0c0d0e0f"
                                                       "101112131415161718191a1b1c1d1e1f"));
  g_assert_true (g_file_get_contents (fixture, &content, &n, NULL));
  g_assert_true (g_file_set_contents (self->path, content, (gssize)n, NULL));
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (HeedHistoryContent) all = heed_history_file_open (file, self->keys, NULL);
  g_assert_null (all->set_aside);
  g_assert_cmpuint (all->n_correspondents, ==, 2);
  g_autoptr (GPtrArray) decisions = list_decisions (file);
  g_assert_cmpuint (decisions->len, ==, 2);
  for (guint i = 0; i < decisions->len; i++)
    {
      const HeedPastDecision *one = decisions->pdata[i];
      gboolean is_declined = heed_past_decision_get_reason (one) == HEED_REASON_DECLINED;

      g_assert_null (heed_past_decision_get_request (one));
      g_assert_cmpstr (heed_past_decision_get_recipients (one)[0], ==,
                       is_declined ? "ann@army.ml" : "ann@army.mil");
    }
  /* The same again, in the present form, is no other. */
  remember (file, 5 * G_USEC_PER_SEC, "ann@army.ml");
  g_autoptr (GPtrArray) again = list_decisions (file);
  g_assert_cmpuint (again->len, ==, 2);
}

static void
test_key_gone (HistoryFixture *self, gconstpointer data)
{
  history_fixture_write (self, "ann@army.mil", 3);
  HeedKey *old = heed_key_ref (self->keys->pdata[0]);
  g_ptr_array_set_size (self->keys, 0);
  g_ptr_array_add (self->keys, heed_key_new_random ());
  g_autoptr (HeedHistoryContent) none = history_fixture_read (self);
  g_assert_cmpuint (none->n_correspondents, ==, 0);
  g_assert_true (none->key_gone);
  g_assert_nonnull (strstr (none->set_aside, "history.db.sealed-"));
  /* What was set aside still opens with the key it was sealed under, among others. */
  g_ptr_array_add (self->keys, old);
  g_assert_no_errno (g_rename (none->set_aside, self->path));
  g_autoptr (HeedHistoryContent) all = history_fixture_read (self);
  g_assert_null (all->set_aside);
  g_assert_cmpuint (history_fixture_count (all, "ann@army.mil"), ==, 3);
}

/* Rows of one person in the file, which is closed. */
static GBytes *
read_row (HistoryFixture *self)
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
  HeedHistoryContent *content = NULL;

  heed_history_file_erase (file, query, NULL, NULL, cancellable, &n_correspondents, &n_decisions,
                           &content, error);
  return content;
}

static void
test_decisions (HistoryFixture *self, gconstpointer data)
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

static HeedPastDecision *
make_decision (void)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (HeedMailbox) sender = heed_mailbox_new ("me@example.org", NULL);
  g_autoptr (HeedMailbox) eve = heed_mailbox_new ("Eve <eve@thread.example>", NULL);
  const char *const lists[] = { "Everybody", NULL };

  heed_message_builder_add_recipient (builder, HEED_ROLE_TO, "Ann Lee <ann@army.ml>", NULL);
  heed_message_builder_add_recipient (builder, HEED_ROLE_BCC, "bob@navy.mil", NULL);
  heed_message_builder_set_sender (builder, sender);
  heed_message_builder_add_thread (builder, eve);
  heed_message_builder_set_lists (builder, lists);
  g_autoptr (HeedMessage) message = heed_message_builder_end (builder);
  g_autoptr (HeedReview) review = heed_review_new (message, g_ptr_array_new ());
  g_autoptr (HeedVerdict) verdict = heed_verdict_new (HEED_REASON_CLEAR, review);
  return heed_past_decision_new (7 * G_USEC_PER_SEC, "test", verdict);
}

/* Rows are read into memory that is used again. */
static void
test_request (HistoryFixture *self, gconstpointer data)
{
  g_autoptr (HeedPastDecision) decision = make_decision ();
  g_autoptr (GBytes) bytes = heed_past_decision_to_bytes (decision);
  gsize n = g_bytes_get_size (bytes);
  g_autofree guint8 *memory = g_memdup2 (g_bytes_get_data (bytes, NULL), n);
  g_autoptr (GBytes) row = g_bytes_new_static (memory, n);
  g_autoptr (HeedPastDecision) again = heed_past_decision_new_from_bytes (row);

  memset (memory, 'x', n);
  g_autofree char *text =
      g_variant_print (heed_past_request_get_variant (heed_past_decision_get_request (again)),
                       FALSE);
  g_assert_cmpstr (text, ==,
                   "([('to', 'Ann Lee <ann@army.ml>'), ('bcc', 'bob@navy.mil')], "
                   "{'sender': <'me@example.org'>, 'thread': <['eve@thread.example']>, "
                   "'lists': <['Everybody']>})");
}

/* Whoever is erased is gone from the threads, too. */
static void
test_thread_erased (HistoryFixture *self, gconstpointer data)
{
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (HeedHistoryContent) empty = heed_history_file_open (file, self->keys, NULL);
  g_autoptr (HeedPastDecision) decision = make_decision ();
  g_autoptr (HeedHistoryBatch) batch = heed_history_batch_new ();
  g_autoptr (GError) error = NULL;

  heed_history_batch_add_decision (batch, decision);
  g_assert_true (heed_history_file_write (file, batch, NULL));
  g_autoptr (HeedHistoryContent) others = erase (file, NULL, "other.example", 0, NULL, &error);
  g_autoptr (GPtrArray) before = list_decisions (file);
  g_assert_cmpuint (before->len, ==, 1);
  g_autoptr (HeedHistoryContent) left = erase (file, "eve@thread.example", NULL, 0, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) after = list_decisions (file);
  g_assert_cmpuint (after->len, ==, 0);
}

static void
test_erased (HistoryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  history_fixture_write (self, "ann@army.mil", 3);
  g_autoptr (GBytes) sealed = read_row (self);
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (HeedHistoryContent) content = heed_history_file_open (file, self->keys, &error);
  history_fixture_write_to (file, "bob@navy.mil", 1);
  history_fixture_write_to (file, "eve@navy.mil", 1);
  remember (file, 100 * G_USEC_PER_SEC, "ann@army.mil");
  remember (file, 1 * G_USEC_PER_SEC, "eve@navy.mil");

  g_cancellable_cancel (cancelled);
  g_assert_null (erase (file, "ann@army.mil", NULL, 0, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_autoptr (HeedHistoryContent) person = erase (file, "ann@army.mil", NULL, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (person->n_correspondents, ==, 2);
  g_assert_cmpuint (history_fixture_count (person, "ann@army.mil"), ==, 0);
  history_fixture_assert_without (self, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));
  g_autoptr (GPtrArray) decisions = list_decisions (file);
  g_assert_cmpuint (decisions->len, ==, 1);

  /* Everybody was last written to at second 2. */
  g_autoptr (HeedHistoryContent) old = erase (file, NULL, NULL, 2, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (old->n_correspondents, ==, 2);
  g_autoptr (GPtrArray) no_decisions = list_decisions (file);
  g_assert_cmpuint (no_decisions->len, ==, 0);

  /* Nobody is left who could go. */
  g_assert_null (erase (file, NULL, NULL, 2, NULL, &error));
  g_assert_no_error (error);

  g_autoptr (HeedHistoryContent) domain = erase (file, NULL, "navy.mil", 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (domain->n_correspondents, ==, 0);

  g_autofree char *kept = g_strconcat (self->path, ".damaged-2026", NULL);
  g_assert_true (g_file_set_contents (kept, "old", -1, NULL));
  g_autoptr (HeedHistoryContent) all = erase (file, NULL, NULL, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_clear_pointer (&file, heed_history_file_free);
  g_autoptr (HeedHistoryContent) again = history_fixture_read (self);
  g_assert_null (again->set_aside);
}

static void
test_imported (HistoryFixture *self, gconstpointer data)
{
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (HeedHistoryContent) empty = heed_history_file_open (file, self->keys, NULL);
  g_autoptr (HeedHistoryBatch) batch = heed_history_batch_new ();
  g_autoptr (HeedCorrespondent) one = heed_correspondent_new ("ann@army.mil", NULL, 5, 1, 9, 2);
  g_autoptr (GError) error = NULL;

  history_fixture_write_to (file, "ann@army.mil", 3);
  heed_history_batch_add_lesson (batch, one);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HeedHistoryContent) content = NULL;

      heed_history_file_import (file, batch, NULL, NULL, NULL, &content, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (content->n_correspondents, ==, 1);
      g_assert_cmpuint (history_fixture_count (content, "ann@army.mil"), ==, 5);
    }
}

static void
cancel_cb (guint done, guint total, gpointer user_data)
{
  g_assert_cmpuint (total, ==, 1);
  g_cancellable_cancel (user_data);
}

static void
test_import_cancelled (HistoryFixture *self, gconstpointer data)
{
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (HeedHistoryContent) empty = heed_history_file_open (file, self->keys, NULL);
  g_autoptr (HeedHistoryBatch) batch = heed_history_batch_new ();
  g_autoptr (HeedCorrespondent) one = heed_correspondent_new ("ann@army.mil", NULL, 5, 1, 9, 2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HeedHistoryContent) content = NULL;
  g_autoptr (GError) error = NULL;

  heed_history_batch_add_lesson (batch, one);
  heed_history_file_import (file, batch, cancel_cb, cancellable, cancellable, &content, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (content);
  g_clear_error (&error);
  heed_history_file_import (file, batch, NULL, NULL, NULL, &content, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (content->n_correspondents, ==, 1);
}

static void
test_two_instances (HistoryFixture *self, gconstpointer data)
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
  g_test_init (&argc, &argv, NULL);
  HISTORY_TEST ("kept", test_kept);
  HISTORY_TEST ("first-form", test_first_form);
  HISTORY_TEST ("third-form", test_third_form);
  HISTORY_TEST ("fourth-form", test_fourth_form);
  HISTORY_TEST ("request", test_request);
  HISTORY_TEST ("thread-erased", test_thread_erased);
  HISTORY_TEST ("key-gone", test_key_gone);
  HISTORY_TEST ("decisions", test_decisions);
  HISTORY_TEST ("erased", test_erased);
  HISTORY_TEST ("imported", test_imported);
  HISTORY_TEST ("import-cancelled", test_import_cancelled);
  HISTORY_TEST ("two-instances", test_two_instances);
  return g_test_run ();
}
