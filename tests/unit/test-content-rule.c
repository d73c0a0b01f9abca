/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-content-rule.h"

#include <string.h>

static HeedMessage *
make_message (const char *subject, const char *name, guint64 bytes)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();

  heed_message_builder_add_recipient (builder, HEED_ROLE_TO, "ann@example.org", NULL);
  if (subject != NULL)
    heed_message_builder_set_subject (builder, subject);
  if (name != NULL)
    heed_message_builder_add_attachment (builder, "first.txt", 1);
  if (name != NULL)
    heed_message_builder_add_attachment (builder, name, bytes);
  return heed_message_builder_end (builder);
}

static GPtrArray *
find (HeedContentPart part, const char *pattern, guint64 limit, HeedMessage *message)
{
  g_autoptr (GPtrArray) rules =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_content_rule_unref);
  g_autoptr (HeedLocalText) text = heed_local_text_new ("Stop");

  g_ptr_array_add (rules, heed_content_rule_new (part, pattern, limit, HEED_SEVERITY_DANGER, text));
  return heed_content_rule_find (rules, message);
}

static void
test_patterns (void)
{
  static const struct
  {
    const char *pattern;
    const char *subject;
    gboolean found;
  } rows[] = {
    { "*confidential*", "Strictly CONFIDENTIAL plans", TRUE },
    { "confidential", "confidential plans", FALSE }, /* the whole of it */
    { "*", "", TRUE },
    { "?", "", FALSE },
    { "?", "é", TRUE },
    { "a*b*c", "axxbxxbc", TRUE }, /* an earlier star need not be tried again */
    { "a*b*c", "axxbxxb", FALSE },
    { "**a**", "bab", TRUE },
    { "*ab", "aab", TRUE },
    { "*GRÜSSE", "grüße", TRUE },
    { "[ab]", "a", FALSE }, /* no sets */
    { "x\\*", "x\\y", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HeedMessage) message = make_message (rows[i].subject, NULL, 0);
      g_autoptr (GPtrArray) findings = find (HEED_CONTENT_SUBJECT, rows[i].pattern, 0, message);

      g_test_message ("%s for %s", rows[i].pattern, rows[i].subject);
      g_assert_cmpuint (findings->len, ==, rows[i].found ? 1 : 0);
    }
}

static void
test_attachments (void)
{
  g_autoptr (HeedMessage) message = make_message ("Plans", "Setup.EXE", 2000);
  g_autoptr (HeedMessage) bare = make_message (NULL, NULL, 0);
  g_autoptr (GPtrArray) name = find (HEED_CONTENT_ATTACHMENT, "*.exe", 0, message);
  g_autoptr (GPtrArray) other = find (HEED_CONTENT_ATTACHMENT, "*.zip", 0, message);
  g_autoptr (GPtrArray) large = find (HEED_CONTENT_BYTES, NULL, 1999, message);
  g_autoptr (GPtrArray) fits = find (HEED_CONTENT_BYTES, NULL, 2000, message);
  g_autoptr (GPtrArray) nothing = find (HEED_CONTENT_BYTES, NULL, 0, bare);
  g_autoptr (GPtrArray) no_subject = find (HEED_CONTENT_SUBJECT, "*", 0, bare);
  const HeedFinding *finding;

  g_assert_cmpuint (name->len, ==, 1);
  finding = name->pdata[0];
  g_assert_cmpint (heed_finding_get_kind (finding), ==, HEED_FINDING_CONTENT);
  g_assert_cmpint (heed_finding_get_severity (finding), ==, HEED_SEVERITY_DANGER);
  g_assert_cmpuint (heed_finding_get_recipient (finding), ==, HEED_FINDING_WHOLE_MESSAGE);
  g_assert_cmpstr (heed_finding_get_heading (finding), ==, "Stop");
  g_assert_nonnull (strstr (heed_finding_get_text (finding), "Setup.EXE"));
  g_assert_cmpuint (other->len, ==, 0);
  g_assert_cmpuint (large->len, ==, 1);
  g_assert_cmpuint (fits->len, ==, 0);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (no_subject->len, ==, 0);
}

/* What would take a matcher that tries every star for ever. */
static void
test_bounded (void)
{
  g_autofree char *subject = g_strnfill (60000, 'a');
  g_autoptr (HeedMessage) message = make_message (subject, NULL, 0);
  g_autoptr (GString) pattern = g_string_new ("");
  g_autoptr (GPtrArray) findings = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 49; i++)
    g_string_append (pattern, "*a");
  g_string_append (pattern, "*b");
  findings = find (HEED_CONTENT_SUBJECT, pattern->str, 0, message);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content-rule/patterns", test_patterns);
  g_test_add_func ("/content-rule/attachments", test_attachments);
  g_test_add_func ("/content-rule/bounded", test_bounded);
  return g_test_run ();
}
