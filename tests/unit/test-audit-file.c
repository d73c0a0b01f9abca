/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chain of records: written, rotated, gone on with, and what somebody does to it. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit-fixture.h"
#include "heed-audit-check.h"
#include "heed-audit-file.h"
#include "heed-audit-folder.h"
#include "heed-audit-head.h"
#include "heed-audit-line.h"
#include "heed-error.h"
#include "heed-limits.h"

typedef struct
{
  char *folder;    /* (owned) */
  GPtrArray *keys; /* (owned) */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *home = g_dir_make_tmp ("heed-audit-XXXXXX", NULL);

  self->folder = g_build_filename (home, "audit", NULL);
  self->keys = audit_fixture_make_keys ("a");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *home = g_path_get_dirname (self->folder);

  audit_fixture_remove (self->folder);
  g_assert_no_errno (g_rmdir (home));
  g_free (self->folder);
  g_ptr_array_unref (self->keys);
}

static HeedAuditFile *
open_file (Fixture *self, GPtrArray *keys)
{
  HeedAuditFile *file = heed_audit_file_new (self->folder);

  heed_audit_file_set_keys (file, keys);
  return file;
}

static void
append (HeedAuditFile *file, guint n)
{
  g_autoptr (HeedAuditRecord) record =
      audit_fixture_make_record (HEED_AUDIT_HASHED, "ann@army.ml", "test");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) members = audit_fixture_append (file, record, 0, &error);

      g_assert_no_error (error);
      g_assert_nonnull (members);
    }
}

static void
write_records (Fixture *self, GPtrArray *keys, guint n)
{
  g_autoptr (HeedAuditFile) file = open_file (self, keys);

  append (file, n);
}

#define assert_check(self, keys, expected)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *said = audit_fixture_check ((self)->folder, keys);                            \
    g_assert_cmpstr (said, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

/* The lines of the file that begins with record @number. */
static GPtrArray *
read_lines (Fixture *self, guint64 number)
{
  g_autofree char *path = heed_audit_folder_make_path (self->folder, number);
  g_autofree char *text = NULL;
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) all = g_strsplit (text, "\n", -1);
  for (guint i = 0; all[i][0] != '\0'; i++)
    g_ptr_array_add (lines, g_strdup (all[i]));
  return lines;
}

static void
write_lines (Fixture *self, guint64 number, GPtrArray *lines)
{
  g_autofree char *path = heed_audit_folder_make_path (self->folder, number);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *)lines->pdata[i]);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

static void
test_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) none = audit_fixture_make_keys ("");
  g_autofree char *path = heed_audit_folder_make_path (self->folder, 1);
  struct stat status;

  assert_check (self, self->keys, "none");
  g_assert_cmpuint (audit_fixture_get_number (self->folder, self->keys, "records"), ==, 0);
  write_records (self, self->keys, 3);
  write_records (self, self->keys, 2);
  assert_check (self, self->keys, "none");
  g_assert_cmpuint (audit_fixture_get_number (self->folder, self->keys, "records"), ==, 5);
  g_assert_cmpuint (audit_fixture_get_number (self->folder, self->keys, "unkeyed"), ==, 0);
  g_assert_no_errno (g_stat (path, &status));
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_no_errno (g_stat (self->folder, &status));
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  /* Without the key, nothing is wrong, and nothing is known. */
  assert_check (self, none, "none");
  g_assert_cmpuint (audit_fixture_get_number (self->folder, none, "unknown-key"), ==, 5);
}

static void
test_record (Fixture *self, gconstpointer data)
{
  static const char *const wanted[] = {
    "{\"record\":1,\"time\":\"2",
    "\"reason\":\"declined\",\"severity\":\"danger\",\"kinds\":[\"suffix-swap\"]",
    "\"client\":\"test\",\"policy\":\"0123456789abcdef\",\"duration-ms\":1234,\"level\":\"hashed\"",
    "\"domains\":[\"",
    "\"previous\":\"0000000000000000000000000000000000000000000000000000000000000000\",\"hash\":\"",
  };
  g_autoptr (HeedAuditFile) file = open_file (self, self->keys);

  append (file, 1);
  g_autoptr (GPtrArray) lines = read_lines (self, 1);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      if (strstr (lines->pdata[0], wanted[i]) == NULL)
        g_error ("%s is not in %s", wanted[i], (char *)lines->pdata[0]);
    }
  g_assert_null (strstr (lines->pdata[0], "army"));
}

static void
test_levels (Fixture *self, gconstpointer data)
{
  static const struct
  {
    HeedAuditLevel level;
    const char *keys;
    gboolean has_domains;
    gboolean has_words; /* that somebody could read */
  } levels[] = {
    { HEED_AUDIT_REASONS, "a", FALSE, FALSE }, { HEED_AUDIT_HASHED, "a", TRUE, FALSE },
    { HEED_AUDIT_HASHED, "", FALSE, FALSE },   { HEED_AUDIT_FULL, "a", TRUE, TRUE },
    { HEED_AUDIT_FULL, "", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (GPtrArray) keys = audit_fixture_make_keys (levels[i].keys);
      g_autoptr (HeedAuditFile) file = open_file (self, keys);
      g_autoptr (HeedAuditRecord) record =
          audit_fixture_make_record (levels[i].level, "ann@army.ml", "test");
      g_autoptr (GVariant) members = audit_fixture_append (file, record, 0, NULL);
      g_autofree char *text = g_variant_print (members, FALSE);

      g_assert_cmpint (strstr (text, "'domains'") != NULL, ==, levels[i].has_domains);
      g_assert_cmpint (strstr (text, "ann@army.ml") != NULL, ==, levels[i].has_words);
      g_assert_cmpint (strstr (text, "They moved") != NULL, ==, levels[i].has_words);
    }
  assert_check (self, self->keys, "none");
}

static void
test_changed (Fixture *self, gconstpointer data)
{
  write_records (self, self->keys, 5);
  g_autoptr (GPtrArray) lines = read_lines (self, 1);
  char *reason = strstr (lines->pdata[2], "declined");
  memcpy (reason, "observed", strlen ("observed"));
  write_lines (self, 1, lines);
  assert_check (self, self->keys, "changed 3");
  g_assert_cmpuint (audit_fixture_get_number (self->folder, self->keys, "last"), ==, 2);
}

static void
test_every_byte (Fixture *self, gconstpointer data)
{
  g_autofree char *path = heed_audit_folder_make_path (self->folder, 1);
  g_autofree char *head_path = heed_audit_folder_get_head_path (self->folder);
  g_autofree char *text = NULL;
  g_autofree char *head = NULL;
  gsize length;

  write_records (self, self->keys, 2);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_true (g_file_get_contents (head_path, &head, NULL, NULL));
  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (HeedAuditCheck) check = heed_audit_check_new (self->keys);
      const char *fault = NULL;
      guint64 first_unknown = 0;

      text[i] ^= 1;
      heed_audit_check_take_head (check, head);
      heed_audit_check_take_file (check, path, text, length);
      text[i] ^= 1;
      g_autoptr (GVariant) report = g_variant_ref_sink (heed_audit_check_end (check));
      g_assert_true (g_variant_lookup (report, "fault", "&s", &fault));
      /* Where it is the name of the key, it is one that is not there. */
      if (g_str_equal (fault, "none"))
        g_assert_true (g_variant_lookup (report, "first-unknown", "t", &first_unknown));
    }
  assert_check (self, self->keys, "none");
}

static void
test_removed (Fixture *self, gconstpointer data)
{
  write_records (self, self->keys, 6);
  g_autoptr (GPtrArray) lines = read_lines (self, 1);
  g_ptr_array_remove_range (lines, 2, 2);
  write_lines (self, 1, lines);
  assert_check (self, self->keys, "removed 3-4");
  g_ptr_array_remove_range (lines, 0, 2);
  write_lines (self, 1, lines);
  assert_check (self, self->keys, "removed 1-4");
}

/* Also after the service has gone on writing. */
static void
test_removed_from_the_end (Fixture *self, gconstpointer data)
{
  write_records (self, self->keys, 6);
  g_autoptr (GPtrArray) lines = read_lines (self, 1);
  g_ptr_array_set_size (lines, 4);
  write_lines (self, 1, lines);
  assert_check (self, self->keys, "removed 5-6");
  write_records (self, self->keys, 2);
  assert_check (self, self->keys, "removed 5-6");
  g_autofree char *path = heed_audit_folder_make_path (self->folder, 1);
  g_assert_no_errno (g_unlink (path));
  assert_check (self, self->keys, "removed 1-6");
}

static void
test_everything_removed (Fixture *self, gconstpointer data)
{
  g_autofree char *path = heed_audit_folder_make_path (self->folder, 1);

  write_records (self, self->keys, 6);
  g_assert_no_errno (g_unlink (path));
  assert_check (self, self->keys, "removed 1-6");
  write_records (self, self->keys, 1);
  assert_check (self, self->keys, "removed 1-6");
}

static void
test_misplaced (Fixture *self, gconstpointer data)
{
  write_records (self, self->keys, 6);
  g_autoptr (GPtrArray) lines = read_lines (self, 1);
  gpointer second = lines->pdata[1];
  lines->pdata[1] = lines->pdata[3];
  lines->pdata[3] = second;
  write_lines (self, 1, lines);
  assert_check (self, self->keys, "misplaced 2");
}

static void
test_twice (Fixture *self, gconstpointer data)
{
  write_records (self, self->keys, 4);
  g_autoptr (GPtrArray) lines = read_lines (self, 1);
  g_ptr_array_insert (lines, 3, g_strdup (lines->pdata[1]));
  write_lines (self, 1, lines);
  assert_check (self, self->keys, "misplaced 2");
}

/* A line that ends too early is a record that was being written, or one that was cut off. */
static void
test_cut (Fixture *self, gconstpointer data)
{
  g_autofree char *path = heed_audit_folder_make_path (self->folder, 1);
  g_autofree char *text = NULL;
  gsize length;

  write_records (self, self->keys, 3);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_true (g_file_set_contents (path, text, (gssize)length - 10, NULL));
  assert_check (self, self->keys, "cut 3");
  write_records (self, self->keys, 1);
  assert_check (self, self->keys, "cut 3");

  g_autofree char *torn = g_strconcat (text, "{\"record\":4,\"ti", NULL);
  g_autofree char *later = heed_audit_folder_make_path (self->folder, 4);
  g_unlink (later);
  g_assert_true (g_file_set_contents (path, torn, -1, NULL));
  g_autofree char *head = heed_audit_folder_get_head_path (self->folder);
  g_unlink (head);
  assert_check (self, self->keys, "head 3");
}

static void
test_torn (Fixture *self, gconstpointer data)
{
  g_autofree char *path = heed_audit_folder_make_path (self->folder, 1);
  g_autofree char *text = NULL;

  write_records (self, self->keys, 3);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_autofree char *torn = g_strconcat (text, "{\"record\":4,\"ti", NULL);
  g_assert_true (g_file_set_contents (path, torn, -1, NULL));
  assert_check (self, self->keys, "none");
  write_records (self, self->keys, 1);
  assert_check (self, self->keys, "none");
  g_assert_cmpuint (audit_fixture_get_number (self->folder, self->keys, "records"), ==, 4);
}

static void
test_head_gone (Fixture *self, gconstpointer data)
{
  g_autofree char *head = heed_audit_folder_get_head_path (self->folder);

  write_records (self, self->keys, 4);
  g_autoptr (GPtrArray) lines = read_lines (self, 1);
  g_ptr_array_set_size (lines, 2);
  write_lines (self, 1, lines);
  g_assert_no_errno (g_unlink (head));
  assert_check (self, self->keys, "head 2");
  /* The service goes on, and does not make it look well. */
  write_records (self, self->keys, 2);
  assert_check (self, self->keys, "head 3");
}

/* Who has no key can make a head that fits a shorter chain, but not one with the key. */
static void
test_head_forged (Fixture *self, gconstpointer data)
{
  g_autofree char *path = heed_audit_folder_get_head_path (self->folder);
  g_autoptr (GPtrArray) own = audit_fixture_make_keys ("z");
  const HeedAuditKey *const forgers[] = { NULL, own->pdata[0] };

  write_records (self, self->keys, 3);
  g_autoptr (GPtrArray) lines = read_lines (self, 1);
  g_ptr_array_set_size (lines, 2);
  write_lines (self, 1, lines);
  g_autoptr (HeedAuditLine) last =
      heed_audit_line_parse (lines->pdata[1], strlen (lines->pdata[1]));
  HeedAuditHead head = { 1, 2, last->hash, NULL };
  for (guint i = 0; i < G_N_ELEMENTS (forgers); i++)
    {
      g_autofree char *forged = heed_audit_head_format (&head, forgers[i]);

      g_assert_true (g_file_set_contents (path, forged, -1, NULL));
      assert_check (self, self->keys, "head 2");
    }
  /* With the key, it is what Heed itself would have written. */
  g_autofree char *genuine = heed_audit_head_format (&head, self->keys->pdata[0]);
  g_assert_true (g_file_set_contents (path, genuine, -1, NULL));
  assert_check (self, self->keys, "none");
}

/* Nor can a record be added that is taken for one with the key. */
static void
test_record_forged (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) own = audit_fixture_make_keys ("z");

  write_records (self, self->keys, 2);
  write_records (self, own, 1);
  assert_check (self, self->keys, "none");
  g_assert_cmpuint (audit_fixture_get_number (self->folder, self->keys, "unknown-key"), ==, 1);
}

static void
test_rotation (Fixture *self, gconstpointer data)
{
  g_autoptr (HeedAuditFile) file = open_file (self, self->keys);

  heed_audit_file_set_limits (file, 2000, 3);
  append (file, 20);
  g_autoptr (GPtrArray) paths = heed_audit_folder_list (self->folder);
  g_assert_cmpuint (paths->len, ==, 3);
  guint64 first = heed_audit_folder_get_number (paths->pdata[0]);
  g_assert_cmpuint (first, >, 1);
  assert_check (self, self->keys, "none");
  g_assert_cmpuint (audit_fixture_get_number (self->folder, self->keys, "first"), ==, first);
  g_assert_cmpuint (audit_fixture_get_number (self->folder, self->keys, "last"), ==, 20);

  /* What the rotation lets go is not missing; what somebody else removes is. */
  g_assert_no_errno (g_unlink (paths->pdata[1]));
  g_autofree char *expected = g_strdup_printf ("removed %" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT,
                                               heed_audit_folder_get_number (paths->pdata[1]),
                                               heed_audit_folder_get_number (paths->pdata[2]) - 1);
  assert_check (self, self->keys, expected);
}

/* A kill between the head and the removal leaves a file too many. */
static void
test_rotation_killed (Fixture *self, gconstpointer data)
{
  g_autoptr (HeedAuditFile) file = open_file (self, self->keys);
  g_autofree char *oldest = heed_audit_folder_make_path (self->folder, 1);
  g_autofree char *text = NULL;

  heed_audit_file_set_limits (file, 2000, 3);
  append (file, 4);
  g_assert_true (g_file_get_contents (oldest, &text, NULL, NULL));
  while (g_file_test (oldest, G_FILE_TEST_EXISTS))
    append (file, 1);
  g_assert_true (g_file_set_contents (oldest, text, -1, NULL));
  assert_check (self, self->keys, "none");
  append (file, 8);
  g_assert_false (g_file_test (oldest, G_FILE_TEST_EXISTS));
  assert_check (self, self->keys, "none");
}

/* Written while the keyring was closed, and vouched for once it opens. */
static void
test_without_key (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) none = audit_fixture_make_keys ("");
  g_autofree char *path = heed_audit_folder_make_path (self->folder, 1);

  write_records (self, self->keys, 2);
  write_records (self, none, 3);
  assert_check (self, self->keys, "none");
  g_assert_cmpuint (audit_fixture_get_number (self->folder, self->keys, "unkeyed"), ==, 3);
  write_records (self, self->keys, 1);
  assert_check (self, self->keys, "none");
  g_assert_cmpuint (audit_fixture_get_number (self->folder, self->keys, "unkeyed"), ==, 0);
  g_autoptr (GPtrArray) lines = read_lines (self, 1);
  g_ptr_array_remove_index (lines, 3);
  write_lines (self, 1, lines);
  assert_check (self, self->keys, "removed 4-4");
}

static void
test_other_key (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) both = audit_fixture_make_keys ("ba");
  g_autoptr (GPtrArray) newer = audit_fixture_make_keys ("b");

  write_records (self, self->keys, 2);
  write_records (self, newer, 2);
  assert_check (self, both, "none");
  g_assert_cmpuint (audit_fixture_get_number (self->folder, both, "unknown-key"), ==, 0);
  assert_check (self, newer, "none");
  g_assert_cmpuint (audit_fixture_get_number (self->folder, newer, "unknown-key"), ==, 2);
}

/* A record of another chain under the same key, such as one from before the folder was removed. */
static void
test_replayed (Fixture *self, gconstpointer data)
{
  write_records (self, self->keys, 3);
  g_autoptr (GPtrArray) before = read_lines (self, 1);
  audit_fixture_remove (self->folder);
  write_records (self, self->keys, 3);
  g_autoptr (GPtrArray) lines = read_lines (self, 1);
  g_free (lines->pdata[1]);
  lines->pdata[1] = g_strdup (before->pdata[1]);
  write_lines (self, 1, lines);
  assert_check (self, self->keys, "changed 2");
}

static void
test_lost (Fixture *self, gconstpointer data)
{
  g_autoptr (HeedAuditFile) file = open_file (self, self->keys);
  g_autoptr (HeedAuditRecord) record =
      audit_fixture_make_record (HEED_AUDIT_REASONS, "ann@army.ml", NULL);
  g_autoptr (GVariant) members = audit_fixture_append (file, record, 7, NULL);
  guint lost = 0;

  g_assert_true (g_variant_lookup (members, "lost", "u", &lost));
  g_assert_cmpuint (lost, ==, 7);
  assert_check (self, self->keys, "none");
}

/* Those that wait are written together, as one after the other. */
static void
test_batch (Fixture *self, gconstpointer data)
{
  g_autoptr (HeedAuditFile) file = open_file (self, self->keys);
  g_autoptr (HeedAuditRecord) record =
      audit_fixture_make_record (HEED_AUDIT_HASHED, "ann@army.ml", NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autofree char *head_path = heed_audit_folder_get_head_path (self->folder);
  g_autofree char *head = NULL;

  append (file, 1);
  g_assert_true (g_file_get_contents (head_path, &head, NULL, NULL));
  for (guint i = 0; i < HEED_LIMIT_AUDIT_BATCH; i++)
    g_ptr_array_add (records, record);
  g_autoptr (GPtrArray) placed = heed_audit_file_append (file, records, 0, NULL);
  g_assert_cmpuint (placed->len, ==, HEED_LIMIT_AUDIT_BATCH);
  for (guint i = 0; i < placed->len; i++)
    {
      guint64 number = 0;

      g_assert_true (g_variant_lookup (placed->pdata[i], "record", "t", &number));
      g_assert_cmpuint (number, ==, 2 + i);
    }
  assert_check (self, self->keys, "none");
  /* A kill leaves the head where it was before all of them. */
  g_assert_true (g_file_set_contents (head_path, head, -1, NULL));
  assert_check (self, self->keys, "none");
  g_clear_pointer (&file, heed_audit_file_free);
  write_records (self, self->keys, 1);
  assert_check (self, self->keys, "none");
  g_assert_cmpuint (audit_fixture_get_number (self->folder, self->keys, "records"), ==,
                    HEED_LIMIT_AUDIT_BATCH + 2);
}

static void
test_two_writers (Fixture *self, gconstpointer data)
{
  g_autoptr (HeedAuditFile) first = open_file (self, self->keys);
  g_autoptr (HeedAuditFile) second = open_file (self, self->keys);
  g_autoptr (HeedAuditRecord) record =
      audit_fixture_make_record (HEED_AUDIT_REASONS, "ann@army.ml", NULL);
  g_autoptr (GError) error = NULL;

  append (first, 1);
  g_assert_null (audit_fixture_append (second, record, 0, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_FAILED);
  g_clear_pointer (&first, heed_audit_file_free);
  append (second, 1);
  assert_check (self, self->keys, "none");
  g_assert_cmpuint (audit_fixture_get_number (self->folder, self->keys, "records"), ==, 2);
}

/* Its folder cannot be made, and then it can. */
static void
test_no_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (HeedAuditFile) file = open_file (self, self->keys);
  g_autoptr (HeedAuditRecord) record =
      audit_fixture_make_record (HEED_AUDIT_REASONS, "ann@army.ml", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->folder, "", 0, NULL));
  g_assert_null (audit_fixture_append (file, record, 0, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, self->folder));
  g_assert_no_errno (g_unlink (self->folder));
  append (file, 1);
  assert_check (self, self->keys, "none");
}

/* Nobody waits for a pipe, follows a link or reads a terabyte. */
static void
test_no_file (Fixture *self, gconstpointer data)
{
  g_autofree char *path = heed_audit_folder_make_path (self->folder, 1);

  for (guint i = 0; i < 4; i++)
    {
      write_records (self, self->keys, 2);
      g_assert_no_errno (g_unlink (path));
      if (i == 0)
        g_assert_no_errno (mkfifo (path, 0600));
      else if (i == 1)
        g_assert_no_errno (symlink ("/dev/zero", path));
      else if (i == 2)
        g_assert_no_errno (g_mkdir (path, 0700));
      else
        {
          g_assert_true (g_file_set_contents (path, "", 0, NULL));
          g_assert_no_errno (truncate (path, (goffset)1 << 40));
        }
      assert_check (self, self->keys, "changed 1");
      /* The service goes on beside it. */
      write_records (self, self->keys, 1);
      assert_check (self, self->keys, "changed 1");
      g_assert_no_errno (i == 2 ? g_rmdir (path) : g_unlink (path));
      audit_fixture_remove (self->folder);
    }
}

#define AUDIT_TEST(name, function)                                                                 \
  g_test_add ("/audit-file/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  AUDIT_TEST ("whole", test_whole);
  AUDIT_TEST ("record", test_record);
  AUDIT_TEST ("levels", test_levels);
  AUDIT_TEST ("changed", test_changed);
  AUDIT_TEST ("every-byte", test_every_byte);
  AUDIT_TEST ("removed", test_removed);
  AUDIT_TEST ("removed-from-the-end", test_removed_from_the_end);
  AUDIT_TEST ("everything-removed", test_everything_removed);
  AUDIT_TEST ("misplaced", test_misplaced);
  AUDIT_TEST ("twice", test_twice);
  AUDIT_TEST ("cut", test_cut);
  AUDIT_TEST ("torn", test_torn);
  AUDIT_TEST ("head-gone", test_head_gone);
  AUDIT_TEST ("head-forged", test_head_forged);
  AUDIT_TEST ("record-forged", test_record_forged);
  AUDIT_TEST ("rotation", test_rotation);
  AUDIT_TEST ("rotation-killed", test_rotation_killed);
  AUDIT_TEST ("without-key", test_without_key);
  AUDIT_TEST ("other-key", test_other_key);
  AUDIT_TEST ("replayed", test_replayed);
  AUDIT_TEST ("lost", test_lost);
  AUDIT_TEST ("batch", test_batch);
  AUDIT_TEST ("two-writers", test_two_writers);
  AUDIT_TEST ("no-file", test_no_file);
  AUDIT_TEST ("no-folder", test_no_folder);
  return g_test_run ();
}
