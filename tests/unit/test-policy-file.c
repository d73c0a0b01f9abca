/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-error.h"
#include "heed-limits.h"
#include "heed-policy-reading.h"

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

static HeedPolicyReading *
read_file (const char *path)
{
  const char *const paths[] = { path, NULL };

  return heed_policy_reading_new_from_files (paths);
}

static void
assert_error_ends (const char *path, HeedError code, const char *message)
{
  g_autoptr (HeedPolicyReading) reading = read_file (path);
  GPtrArray *problems = heed_policy_reading_get_problems (reading);
  const GError *error;

  g_assert_cmpuint (problems->len, ==, 1);
  error = problems->pdata[0];
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
  g_autoptr (HeedPolicyReading) reading = read_file (path);
  HeedPolicy *policy = heed_policy_reading_get_policy (reading);
  g_autoptr (HeedMailbox) trusted = NULL;
  GPtrArray *domains;

  g_assert_cmpuint (heed_policy_reading_get_problems (reading)->len, ==, 0);
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
    { "{\"protect\": []}",
      "“protect” is not a key of a policy; did you mean “protected-domains”? “man heed-policy”" },
    { "{\"contdown\": 1}", "“contdown” is not a key of a policy; did you mean “countdown”?" },
    { "{\"frobnicate\": 1}",
      "“frobnicate” is not a key of a policy; “man heed-policy” lists them" },
    { "{\"protected-domains\": \"army.mil\"}",
      "$.protected-domains is \"army.mil\"; it must be a list" },
    { "{\"protected-domains\": [\"army.mil\", 7]}",
      "$.protected-domains[1] is 7; it must be a domain" },
    { "{\"protected-domains\": [\"ann@army.mil\"]}", "$.protected-domains[0] is \"ann@army.mil\"" },
    { "{\"protected-domains\": [\"\"]}", "$.protected-domains[0] is \"\"; it must be a domain" },
    { "{\"protected-domains\": null}", "$.protected-domains is null" },
    { "{\"countdown\": 61}", "$.countdown is 61; it must be a whole number from 0 to 60" },
    { "{\"may-trust\": 1}", "$.may-trust is 1; it must be true or false" },
    { "{\"learn\": {\"sends\": 0}}", "$.learn.sends is 0" },
    { "{\"learn\": {\"weeks\": 1}}",
      "$.learn has the member “weeks”; it can have “sends”, “days”" },
    { "{\"severities\": {\"hyphen\": \"high\"}}", "$.severities.hyphen is \"high\"" },
    { "{\"severities\": {\"hyphens\": \"danger\"}}", "$.severities has the member “hyphens”" },
    { "{\"blocked-addresses\": [\"example.org\"]}", "$.blocked-addresses[0] is \"example.org\"" },
    { "{\"blocked-domains\": [\"*mil\"]}", "$.blocked-domains[0] is \"*mil\"" },
    { "{\"trusted-domains\": [\"xn--0.example\"]}", "$.trusted-domains[0] is" },
    /* columns are characters, not bytes */
    { "{\"organisation\": {\"name\": \"ä€😀\"},\n \"support\": {\"text\": \"é\"}, \"prompt\": \"\"}",
      "line 2, column 38: $.prompt is" },
    { "{\"known-domains\": [\"a.example\", \"*.mil\"]}",
      "column 33: $.known-domains[1] is \"*.mil\"; it must be a domain without a wildcard" },
    { "{\"protected-domains\": [{\"message\": \"No\"}]}", "$.protected-domains[0].domain is null" },
    { "{\"protected-domains\": [{\"domain\": \"mil\", \"message\": {\"de\": \"Nein\"}}]}",
      "$.protected-domains[0].message is" },
    { "{\"support\": {\"link\": \"javascript:alert(1)\"}}", "$.support.link is" },
    { "{\"support\": {\"text\": {\"default\": \"Ask\", \"German\": \"Frag\"}}}",
      "$.support.text.German is \"Frag\"; it must be named after a language" },
    { "{\"justification\": {\"from\": \"often\"}}", "$.justification.from is \"often\"" },
    { "{\"may-override\": true}", "$.may-override is true; it must be an object" },
    { "{\"locked\": \"mode\"}", "$.locked is \"mode\"; it must be a list of keys" },
    { "{\"locked\": [\"mode\", \"colour\"]}", "$.locked[1] is \"colour\"; it must be another key" },
    { "{\"locked\": [\"locked\"]}", "$.locked[0] is \"locked\"" },
    { "{\"mode\": true}", "$.mode is true; it must be \"enforce\" or \"observe\"" },
    { "{\"mode\": \"enforce\", \"mode\": \"observe\"}",
      "line 1, column 21: “mode” stands here a second" },
    { "\357\273\277{\"mode\": \"observe\"}", "line 1, column 1: a byte order mark" },
    { "{\n  \"protected-domains\": [\"army.mil\",]\n}",
      "line 2, column 36: a comma stands before this bracket" },
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
test_every_key (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_policy (
      fixture, "a.json",
      "{\"organisation\": {\"name\": \"Hospital\", \"domains\": [\"hospital.example\"]},"
      " \"protected-domains\": [{\"domain\": \"*.mil\", \"message\": {\"default\": \"Stop\","
      "   \"de\": \"Halt\"}}], \"trusted-addresses\": [\"ann@gmail.com\"],"
      " \"watched-suffixes\": [\"ml\"], \"watched-addresses\": [\"bob@example.org\"],"
      " \"blocked-domains\": [\"gmail.com\"], \"blocked-addresses\": [\"eve@example.org\"],"
      " \"mode\": \"enforce\", \"prompt\": \"always\", \"danger-confirmation\": \"tick\","
      " \"may-override\": {\"danger\": false}, \"may-trust\": false, \"may-correct\": false,"
      " \"justification\": {\"from\": \"caution\", \"reasons\": [\"Agreed\"], \"typed\": false},"
      " \"countdown\": 5, \"confirmation-timeout\": 300, \"many-exposed\": 7,"
      " \"first-contact\": false, \"severities\": {\"external\": \"caution\"},"
      " \"on-failure\": \"cancel\", \"learn\": {\"sends\": 4, \"days\": 5},"
      " \"retention-days\": 365, \"audit\": {\"level\": \"full\", \"file\": true},"
      " \"support\": {\"text\": \"Call 1234\", \"link\": \"https://help.example\"}}");
  g_autoptr (HeedPolicyReading) reading = read_file (path);
  HeedPolicy *policy = heed_policy_reading_get_policy (reading);
  g_autoptr (HeedMailbox) ann = heed_mailbox_new ("ann@gmail.com", NULL);
  g_autoptr (HeedMailbox) other = heed_mailbox_new ("x@gmail.com", NULL);
  g_autoptr (HeedDomain) own = heed_domain_new ("mail.hospital.example", NULL);
  g_autoptr (HeedDomain) navy = heed_domain_new ("navy.mil", NULL);
  HeedSeverity severity = HEED_SEVERITY_DANGER;

  g_assert_cmpuint (heed_policy_reading_get_problems (reading)->len, ==, 0);
  g_assert_cmpstr (heed_policy_get_organisation_name (policy), ==, "Hospital");
  g_assert_true (heed_policy_is_organisation (policy, own));
  g_assert_cmpstr (heed_policy_get_protected_message (policy, navy), ==, "Stop");
  g_assert_true (heed_policy_is_trusted (policy, ann));
  g_assert_false (heed_policy_is_blocked (policy, ann));
  g_assert_true (heed_policy_is_blocked (policy, other));
  g_assert_cmpint (heed_policy_get_prompt (policy), ==, HEED_PROMPT_WHEN_ALWAYS);
  g_assert_cmpint (heed_policy_get_danger_confirmation (policy), ==, HEED_DANGER_CONFIRMATION_TICK);
  g_assert_false (heed_policy_may_override (policy, HEED_SEVERITY_DANGER));
  g_assert_true (heed_policy_may_override (policy, HEED_SEVERITY_CAUTION));
  g_assert_false (heed_policy_may_trust (policy));
  g_assert_false (heed_policy_may_correct (policy));
  g_assert_true (heed_policy_needs_justification (policy, HEED_SEVERITY_CAUTION));
  g_assert_false (heed_policy_needs_justification (policy, HEED_SEVERITY_NOTICE));
  g_assert_cmpuint (heed_policy_get_justifications (policy)->len, ==, 1);
  g_assert_false (heed_policy_may_type_justification (policy));
  g_assert_cmpuint (heed_policy_get_countdown (policy), ==, 5);
  g_assert_cmpuint (heed_policy_get_confirmation_timeout (policy), ==, 300);
  g_assert_cmpuint (heed_policy_get_many_exposed_limit (policy), ==, 7);
  g_assert_true (heed_policy_get_kind_severity (policy, HEED_FINDING_FIRST_CONTACT, &severity));
  g_assert_cmpint (severity, ==, HEED_SEVERITY_CLEAR);
  g_assert_true (heed_policy_get_kind_severity (policy, HEED_FINDING_EXTERNAL, &severity));
  g_assert_cmpint (severity, ==, HEED_SEVERITY_CAUTION);
  g_assert_cmpint (heed_policy_get_on_failure (policy), ==, HEED_ON_FAILURE_CANCEL);
  g_assert_cmpuint (heed_policy_get_learn_sends (policy), ==, 4);
  g_assert_cmpuint (heed_policy_get_learn_days (policy), ==, 5);
  g_assert_cmpuint (heed_policy_get_retention_days (policy), ==, 365);
  g_assert_cmpint (heed_policy_get_audit_level (policy), ==, HEED_AUDIT_FULL);
  g_assert_true (heed_policy_audits_to_journal (policy));
  g_assert_true (heed_policy_audits_to_file (policy));
  g_assert_cmpstr (heed_policy_get_support_text (policy), ==, "Call 1234");
  g_assert_cmpstr (heed_policy_get_support_link (policy), ==, "https://help.example");
}

/* Whoever corrects a file wants to do it once. */
static void
test_all_faults_at_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_policy (
      fixture, "a.json",
      "{\"mode\": 1, \"colour\": 2,\n \"trusted-domains\": [\"a b\", \"example.org\",\n\t3],\n"
      "\"learn\": {\"sends\": 0, \"weeks\": \"]}\\\"\"},\r\n"
      "\"content-rules\": [{\"subject\": \"*\"}, {\"attachment\": \"\", \"text\": \"No\"}],\n"
      "\"blocked-domains\": [\"xn--0.example\"], \"support\": {\"text\": {\"default\": \"a\",\n"
      "\"a.b[0]\": \"x\"}}, \"locked\": [ \"mode\" , null ],\n\"mode\": 2}");
  /* Those that stand twice come first, then all by their place. */
  static const char *const expected[] = {
    "line 8, column 1: “mode” stands here a second time",
    "line 1, column 13: “colour” is not a key",
    "line 2, column 22: $.trusted-domains[0] is \"a b\"",
    "line 3, column 2: $.trusted-domains[2] is 3",
    "line 4, column 20: $.learn.sends is 0",
    "line 4, column 23: $.learn has the member “weeks”",
    "line 5, column 19: $.content-rules[0].text is null",
    "line 5, column 52: $.content-rules[1].attachment is \"\"",
    "line 6, column 21: $.blocked-domains[0] is \"xn--0.example\"",
    "line 7, column 11: $.support.text.a.b[0] is \"x\"",
    "line 7, column 39: $.locked[1] is null",
    "line 8, column 9: $.mode is 2",
  };
  g_autoptr (HeedPolicyReading) reading = read_file (path);
  GPtrArray *problems = heed_policy_reading_get_problems (reading);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((const GError *)problems->pdata[i])->message);
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < problems->len; i++)
    {
      const char *message = ((const GError *)problems->pdata[i])->message;

      g_assert_true (g_str_has_prefix (message, path));
      g_assert_true (g_str_has_prefix (message + strlen (path), ": "));
      g_assert_true (g_str_has_prefix (message + strlen (path) + 2, expected[i]));
    }
}

/* Each fault has its place, and that costs one look at the file and not one for each. */
static void
test_many_faults (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("{\"trusted-domains\": [0");
  g_autofree char *path = NULL;
  g_autoptr (HeedPolicyReading) reading = NULL;
  const GError *last;

  for (guint i = 1; i < HEED_LIMIT_POLICY_ENTRIES; i++)
    g_string_append_printf (text, ",\n%*d", 80, 0);
  g_string_append (text, "]}");
  path = write_policy (fixture, "a.json", text->str);
  reading = read_file (path);
  last = heed_policy_reading_get_problems (reading)->pdata[HEED_LIMIT_POLICY_ENTRIES - 1];
  g_assert_nonnull (strstr (last->message, "line 10000, column 80: $.trusted-domains[9999] is 0"));
}

static void
test_many_doubles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("{\"mode\": 1");
  g_autofree char *path = NULL;
  g_autoptr (HeedPolicyReading) reading = NULL;

  while (text->len < HEED_LIMIT_POLICY_BYTES - 16)
    g_string_append (text, ",\"mode\":1");
  g_string_append (text, "}");
  path = write_policy (fixture, "a.json", text->str);
  reading = read_file (path);
  g_assert_cmpuint (heed_policy_reading_get_problems (reading)->len, ==, 101);
}

static void
test_fault_leaves_out_the_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      write_policy (fixture, "a.json", "{\"mode\": \"observe\", \"trusted-domains\": 1}");
  g_autoptr (HeedPolicyReading) reading = read_file (path);
  HeedPolicy *policy = heed_policy_reading_get_policy (reading);

  g_assert_cmpuint (heed_policy_reading_get_problems (reading)->len, ==, 1);
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
      g_autoptr (HeedPolicyReading) reading = read_file (path);
      GPtrArray *problems = heed_policy_reading_get_problems (reading);

      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_cmpuint (strlen (((const GError *)problems->pdata[0])->message), <, 1000);
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

#define ADD(name, function)                                                                        \
  g_test_add ("/policy-file/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("whole", test_whole_policy);
  ADD ("every-key", test_every_key);
  ADD ("all-faults", test_all_faults_at_once);
  ADD ("wrong", test_wrong_content);
  ADD ("many", test_many_faults);
  ADD ("doubles", test_many_doubles);
  ADD ("short", test_message_is_short);
  ADD ("untouched", test_fault_leaves_out_the_file);
  ADD ("unreadable", test_not_a_readable_file);
  return g_test_run ();
}
