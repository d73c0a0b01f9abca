/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A process that writes the history is killed at random points: nothing that it has acknowledged is
 * lost, and the file always opens. The writer is this program with other arguments; it acknowledges
 * on its standard output. Between commits it erases, so that it is killed while it compacts the
 * file, too. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "heed-history-file.h"

#define KILLS 200

/* Commits of one writer, at most, and microseconds after the last one; about what one commit takes.
 */
#define MAX_COMMITS 12
#define MAX_DELAY 3000

#define KEY "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

static HeedHistoryContent *
open_file (HeedHistoryFile *file)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_key_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (keys, heed_key_new_from_text (KEY));
  HeedHistoryContent *content = heed_history_file_open (file, keys, &error);
  g_assert_no_error (error);
  return content;
}

static void
add (HeedHistoryFile *file, const char *address, guint64 n)
{
  g_autoptr (HeedHistoryBatch) batch = heed_history_batch_new ();
  g_autoptr (HeedCorrespondent) lesson =
      heed_correspondent_new (address, "Ann Lee", 1, (gint64)n, (gint64)n, 1);
  const char *recipients[] = { address, NULL };
  const char *kinds[] = { "suffix-swap", NULL };
  g_autoptr (HeedPastDecision) decision =
      heed_past_decision_new_from_parts ((gint64)n, "writer", "confirmed", "danger", recipients,
                                         kinds);
  g_autoptr (GError) error = NULL;

  heed_history_batch_add_lesson (batch, lesson);
  heed_history_batch_add_decision (batch, decision);
  heed_history_file_write (file, batch, &error);
  g_assert_no_error (error);
}

static void
erase (HeedHistoryFile *file)
{
  g_autoptr (HeedDomain) domain = heed_domain_new ("gone.example", NULL);
  g_autoptr (HeedHistoryQuery) query = heed_history_query_new (NULL, domain, NULL, 0);
  g_autoptr (GError) error = NULL;
  guint n_correspondents;
  guint n_decisions;
  g_autoptr (HeedHistoryContent) content = NULL;

  heed_history_file_erase (file, query, NULL, NULL, NULL, &n_correspondents, &n_decisions, &content,
                           &error);
  g_assert_no_error (error);
}

static G_NORETURN void
write_until_killed (const char *path, guint64 n)
{
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (path);
  g_autoptr (HeedHistoryContent) content = open_file (file);

  g_assert_null (content->set_aside);
  for (;; n++)
    {
      g_autofree char *address = g_strdup_printf ("n%" G_GUINT64_FORMAT "@army.mil", n);

      add (file, address, n);
      printf ("%" G_GUINT64_FORMAT "\n", n);
      fflush (stdout);
      if (n % 8 == 0)
        {
          add (file, "bob@gone.example", n);
          erase (file);
        }
    }
}

/* Returns: the number of the first commit that is not acknowledged */
static guint64
run_writer (const char *program, const char *path, guint64 n)
{
  g_autofree char *from = g_strdup_printf ("%" G_GUINT64_FORMAT, n);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) writer = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                                     program, "--write", path, from, NULL);
  gint commits = g_test_rand_int_range (0, MAX_COMMITS);

  g_assert_no_error (error);
  g_autoptr (GDataInputStream) lines =
      g_data_input_stream_new (g_subprocess_get_stdout_pipe (writer));
  for (gint i = 0; i < commits; i++)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (line);
      g_assert_cmpuint (g_ascii_strtoull (line, NULL, 10), ==, n);
      n++;
    }
  /* Not waiting for anything: a point within the next commit. */
  g_usleep ((gulong)g_test_rand_int_range (0, MAX_DELAY));
  g_subprocess_force_exit (writer);
  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);

      g_assert_no_error (error);
      if (line == NULL)
        break;
      n++;
    }
  g_assert_true (g_subprocess_wait (writer, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (writer));
  return n;
}

static guint
count_decisions (HeedHistoryFile *file)
{
  g_autoptr (HeedHistoryQuery) everything = heed_history_query_new (NULL, NULL, NULL, 0);
  g_autoptr (GPtrArray) correspondents =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_correspondent_unref);
  g_autoptr (GPtrArray) decisions =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_past_decision_unref);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  heed_history_file_list (file, everything, correspondents, decisions, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < decisions->len; i++)
    n += !g_str_equal (heed_past_decision_get_recipients (decisions->pdata[i])[0],
                       "bob@gone.example");
  return n;
}

/* Returns: the number of commits that are there */
static guint64
check (const char *path, guint64 acknowledged)
{
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (path);
  g_autoptr (HeedHistoryContent) content = open_file (file);
  guint64 n = 0;

  g_assert_null (content->set_aside);
  for (;; n++)
    {
      g_autofree char *address = g_strdup_printf ("n%" G_GUINT64_FORMAT "@army.mil", n);
      g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (address, NULL);
      guint count = heed_known_domains_get_mailbox_count (content->known, mailbox);

      if (count == 0)
        break;
      g_assert_cmpuint (count, ==, 1);
    }
  /* One may be on the disk whose acknowledgement was cut off. */
  g_assert_cmpuint (n, >=, acknowledged);
  g_assert_cmpuint (n, <=, acknowledged + 1);
  g_assert_cmpuint (count_decisions (file), ==, n);
  return n;
}

static void
test_killed (gconstpointer program)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-kill-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "history.db", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  guint64 n = 0;

  for (guint i = 0; i < KILLS; i++)
    n = check (path, run_writer (program, path, n));
  g_test_message ("%d kills survived, %" G_GUINT64_FORMAT " commits", KILLS, n);
  g_assert_cmpuint (n, >, KILLS);
  g_unlink (wal);
  g_assert_no_errno (g_unlink (path));
  g_assert_no_errno (g_rmdir (folder));
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--write"))
    write_until_killed (argv[2], g_ascii_strtoull (argv[3], NULL, 10));
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/kill/no-acknowledged-record-lost", argv[0], test_killed);
  return g_test_run ();
}
