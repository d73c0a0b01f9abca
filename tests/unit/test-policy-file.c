/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-error.h"
#include "heed-limits.h"
#include "heed-policy-file.h"
#include "heed-policy-folders.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("heed-policy-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static char *
write_policy (Fixture *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
assert_error_ends (const char *path, HeedError code, const char *message)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (heed_policy_file_read (path, builder, &error));
  g_assert_error (error, HEED_ERROR, (int)code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_whole_policy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      write_policy (fixture, "a.json",
                    "{\"protected-domains\": [\"army.mil\", \"münchen.de\"], \"mode\": \"observe\","
                    " \"trusted-domains\": [\"army.nl\"], \"known-domains\": [\"example.org\"]}");
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedPolicy) policy = NULL;
  g_autoptr (HeedMailbox) trusted = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *domains;

  g_assert_true (heed_policy_file_read (path, builder, &error));
  g_assert_no_error (error);
  policy = heed_policy_builder_end (builder);
  g_assert_cmpint (heed_policy_get_mode (policy), ==, HEED_MODE_OBSERVE);
  domains = heed_policy_get_protected_domains (policy);
  g_assert_cmpuint (domains->len, ==, 2);
  g_assert_cmpstr (heed_domain_get_ascii (heed_domain_pattern_get_domain (domains->pdata[1])), ==,
                   "xn--mnchen-3ya.de");
  trusted = heed_mailbox_new ("ann@army.nl", NULL);
  g_assert_true (heed_policy_is_trusted (policy, trusted));
  g_assert_cmpuint (heed_policy_get_known_domains (policy)->len, ==, 1);
}

static void
test_wrong_content (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *message;
  } wrong[] = {
    { "", "line 1, column 1: the text ends too early" },
    { "[]", "$ is []; it must be an object" },
    { "{\"protect\": []}", "“protect” is not a key of a policy; the keys are “known-domains”" },
    { "{\"protected-domains\": \"army.mil\"}",
      "$.protected-domains is \"army.mil\"; it must be a list" },
    { "{\"protected-domains\": [\"army.mil\", 7]}",
      "$.protected-domains[1] is 7; it must be a domain" },
    { "{\"protected-domains\": [\"ann@army.mil\"]}", "$.protected-domains[0] is \"ann@army.mil\"" },
    { "{\"protected-domains\": [\"\"]}", "$.protected-domains[0] is \"\"; it must be a domain" },
    { "{\"protected-domains\": null}", "$.protected-domains is null" },
    { "{\"mode\": true}", "$.mode is true; it must be \"enforce\" or \"observe\"" },
    { "{\"mode\": \"enforce\", \"mode\": \"observe\"}",
      "line 1, column 21: “mode” stands here a second" },
    { "\357\273\277{\"mode\": \"observe\"}", "line 1, column 1: a byte order mark" },
    { "{\n  \"protected-domains\": [\"army.mil\",]\n}", "line 2, column 36: unexpected character" },
    { "{\"known-domains\": [[\"example.org\"]]}", "$.known-domains[0] is [\"example.org\"]" },
    { "{\"trusted-domains\": {\"example.org\": 1}}", "$.trusted-domains is {\"example.org\":1}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = write_policy (fixture, "a.json", wrong[i].text);

      assert_error_ends (path, HEED_ERROR_INVALID_ARGUMENT, wrong[i].message);
    }
}

static void
test_fault_leaves_builder_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      write_policy (fixture, "a.json", "{\"mode\": \"observe\", \"trusted-domains\": 1}");
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedPolicy) policy = NULL;

  g_assert_false (heed_policy_file_read (path, builder, NULL));
  policy = heed_policy_builder_end (builder);
  g_assert_cmpint (heed_policy_get_mode (policy), ==, HEED_MODE_ENFORCE);
}

/* A message is for a person to read, whatever the file holds. */
static void
test_message_is_short (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (100000, 'n');
  g_autofree char *key = g_strdup_printf ("{\"%s\": 1}", name);
  g_autofree char *value = g_strdup_printf ("{\"mode\": \"%s\"}", name);
  const char *const texts[] = { key, value };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = write_policy (fixture, "a.json", texts[i]);
      g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (heed_policy_file_read (path, builder, &error));
      g_assert_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT);
      g_assert_cmpuint (strlen (error->message), <, 500);
    }
}

static void
test_not_a_readable_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.json", NULL);
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo.json", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop.json", NULL);
  g_autofree char *large = g_build_filename (fixture->folder, "large.json", NULL);
  int fd;

  assert_error_ends (missing, HEED_ERROR_NOT_FOUND, "cannot be read");
  assert_error_ends (fixture->folder, HEED_ERROR_FAILED, "not a regular file");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_error_ends (fifo, HEED_ERROR_FAILED, "not a regular file");
  g_assert_cmpint (symlink ("loop.json", loop), ==, 0);
  assert_error_ends (loop, HEED_ERROR_FAILED, "cannot be read");
  /* 100 MB without a byte on the disk. */
  fd = g_open (large, O_CREAT | O_WRONLY, 0600);
  g_assert_cmpint (ftruncate (fd, 100 * 1000 * 1000), ==, 0);
  g_close (fd, NULL);
  assert_error_ends (large, HEED_ERROR_LIMIT_EXCEEDED, "too large");
}

static void
test_folders (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_policy (fixture, "10.json", "{\"mode\": \"observe\"}");
  g_autofree char *second = write_policy (fixture, "20.json", "{\"mode\": \"enforce\"}");
  g_autofree char *broken = write_policy (fixture, "15.json", "{\"mode\": 1}");
  g_autofree char *other = write_policy (fixture, "30.json~", "{\"mode\": \"observe\"}");
  const char *const folders[] = { "/nonexistent/policy.d", fixture->folder, NULL };
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (HeedPolicy) policy = heed_policy_folders_read (folders, &problems);

  g_assert_cmpint (heed_policy_get_mode (policy), ==, HEED_MODE_ENFORCE);
  g_assert_true (heed_policy_is_managed (policy));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (g_str_has_prefix (problems->pdata[0], broken));
}

static void
test_no_folders (Fixture *fixture, gconstpointer data)
{
  const char *const folders[] = { fixture->folder, NULL };
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (HeedPolicy) policy = heed_policy_folders_read (folders, &problems);

  g_assert_false (heed_policy_is_managed (policy));
  g_assert_cmpuint (problems->len, ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/policy-file/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("whole", test_whole_policy);
  ADD ("wrong", test_wrong_content);
  ADD ("short", test_message_is_short);
  ADD ("untouched", test_fault_leaves_builder_alone);
  ADD ("unreadable", test_not_a_readable_file);
  ADD ("folders", test_folders);
  ADD ("no-folders", test_no_folders);
  return g_test_run ();
}
