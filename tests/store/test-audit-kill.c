/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A process that writes the audit file, and rotates it, is killed at random points: the chain
 * verifies each time, and every record that was acknowledged is there. The writer is this program
 * with other arguments; it acknowledges on its standard output. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "audit-fixture.h"
#include "heed-audit-file.h"
#include "heed-audit-folder.h"

#define KILLS 200

/* Records of one writer, at most, and microseconds after the last one; about what one takes. */
#define MAX_RECORDS 8
#define MAX_DELAY 3000

/* So small that most writers rotate. */
#define FILE_BYTES 3000

/* Records that are written at once, at most. */
#define BATCH 3

#define FILES 3

static G_NORETURN void
write_until_killed (const char *folder)
{
  g_autoptr (GPtrArray) keys = audit_fixture_make_keys ("a");
  g_autoptr (HeedAuditFile) file = heed_audit_file_new (folder);
  g_autoptr (HeedAuditRecord) record =
      audit_fixture_make_record (HEED_AUDIT_HASHED, "ann@army.ml", "writer");

  heed_audit_file_set_keys (file, keys);
  heed_audit_file_set_limits (file, FILE_BYTES, FILES);
  for (guint i = 0;; i++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new ();
      g_autoptr (GError) error = NULL;
      guint64 number = 0;

      for (guint j = 0; j <= i % BATCH; j++)
        g_ptr_array_add (records, record);
      g_autoptr (GPtrArray) placed = heed_audit_file_append (file, records, 0, &error);
      g_assert_no_error (error);
      g_assert_true (g_variant_lookup (placed->pdata[placed->len - 1], "record", "t", &number));
      printf ("%" G_GUINT64_FORMAT "\n", number);
      fflush (stdout);
    }
}

/* Returns: the last record that was acknowledged */
static guint64
run_writer (const char *program, const char *folder, guint64 last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) writer =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--write", folder, NULL);
  gint records = g_test_rand_int_range (0, MAX_RECORDS);
  gboolean is_killed = FALSE;

  g_assert_no_error (error);
  g_autoptr (GDataInputStream) lines =
      g_data_input_stream_new (g_subprocess_get_stdout_pipe (writer));
  for (gint i = 0;; i++)
    {
      if (i >= records && !is_killed)
        {
          /* Not waiting for anything: a point within the next record. */
          g_usleep ((gulong)g_test_rand_int_range (0, MAX_DELAY));
          g_subprocess_force_exit (writer);
          is_killed = TRUE;
        }
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
      g_assert_no_error (error);
      if (line == NULL)
        break;
      guint64 number = g_ascii_strtoull (line, NULL, 10);
      g_assert_cmpuint (number, >, last);
      last = number;
    }
  g_assert_true (g_subprocess_wait (writer, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (writer));
  return last;
}

static void
test_killed (gconstpointer program)
{
  g_autofree char *home = g_dir_make_tmp ("heed-audit-kill-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (home, "audit", NULL);
  g_autoptr (GPtrArray) keys = audit_fixture_make_keys ("a");
  guint64 last = 0;

  for (guint i = 0; i < KILLS; i++)
    {
      guint64 acknowledged = run_writer (program, folder, last);
      g_autofree char *said = audit_fixture_check (folder, keys);

      g_assert_cmpstr (said, ==, "none");
      if (acknowledged == 0)
        continue;
      last = audit_fixture_get_number (folder, keys, "last");
      /* Some may be on the disk whose acknowledgement was cut off. */
      g_assert_cmpuint (last, >=, acknowledged);
      g_assert_cmpuint (last, <=, acknowledged + BATCH);
    }
  g_autoptr (GPtrArray) paths = heed_audit_folder_list (folder);
  /* And one that a kill left behind. */
  g_assert_cmpuint (paths->len, >=, FILES);
  g_assert_cmpuint (paths->len, <=, FILES + 1);
  g_test_message ("%d kills survived, %" G_GUINT64_FORMAT " records", KILLS, last);
  g_assert_cmpuint (last, >, KILLS);
  audit_fixture_remove (folder);
  g_assert_no_errno (g_rmdir (home));
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    write_until_killed (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/audit-kill/chain-verifies", argv[0], test_killed);
  return g_test_run ();
}
