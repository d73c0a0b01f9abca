/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-policy-content.h"

#include "heed-policy-value.h"

#define MOST_RULES 100
#define MOST_PATTERN 100
#define MOST_BYTES 2147483647

/* In the order of HeedContentPart; the members that say what a rule is about. */
static const char *const parts[] = { "subject", "attachment", "attachment-bytes", NULL };

/* Exactly one of them. */
static gboolean
read_part (json_object *rule,
           const char *path,
           HeedContentPart *part,
           json_object **value,
           GPtrArray *problems)
{
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (!json_object_object_get_ex (rule, parts[i], NULL))
        continue;
      *part = (HeedContentPart)i;
      *value = json_object_object_get (rule, parts[i]);
      n++;
    }
  if (n == 1)
    return TRUE;
  heed_policy_value_add_wrong (
      problems, path, rule,
      "an object with one of the members “subject”, “attachment” and “attachment-bytes”");
  return FALSE;
}

static const char *
read_pattern (json_object *value, const char *path, GPtrArray *problems)
{
  if (json_object_is_type (value, json_type_string) && json_object_get_string_len (value) > 0 &&
      g_utf8_strlen (json_object_get_string (value), -1) <= MOST_PATTERN)
    return json_object_get_string (value);
  heed_policy_value_add_wrong (problems, path, value,
                               "a pattern of 1 to 100 characters, such as \"*.exe\"");
  return NULL;
}

static guint
read_severity (json_object *rule, const char *path, GPtrArray *problems)
{
  /* In the order of HeedSeverity, from notice up. */
  static const char *const words[] = { "notice", "caution", "danger", "blocked", NULL };
  g_autofree char *inner = g_strdup_printf ("%s.severity", path);
  json_object *member = NULL;
  guint word = HEED_SEVERITY_CAUTION - HEED_SEVERITY_NOTICE;

  if (json_object_object_get_ex (rule, "severity", &member))
    heed_policy_value_read_word (member, inner, words, &word, problems);
  return HEED_SEVERITY_NOTICE + word;
}

static gpointer
read_rule (json_object *rule, const char *path, GPtrArray *problems)
{
  static const char *const names[] = { "subject",  "attachment", "attachment-bytes",
                                       "severity", "text",       NULL };
  g_autofree char *text_path = g_strdup_printf ("%s.text", path);
  g_autofree char *part_path = NULL;
  g_autoptr (HeedLocalText) text = NULL;
  HeedContentPart part = HEED_CONTENT_SUBJECT;
  json_object *value = NULL;
  const char *pattern = NULL;
  guint bytes = 0;
  HeedSeverity severity;

  if (!heed_policy_value_check_object (rule, path, names, problems))
    return NULL;
  severity = read_severity (rule, path, problems);
  text = heed_policy_value_read_text (json_object_object_get (rule, "text"), text_path, problems);
  if (!read_part (rule, path, &part, &value, problems))
    return NULL;
  part_path = g_strdup_printf ("%s.%s", path, parts[part]);
  if (part == HEED_CONTENT_BYTES)
    heed_policy_value_read_number (value, part_path, 0, MOST_BYTES, &bytes, problems);
  else
    pattern = read_pattern (value, part_path, problems);
  if (text == NULL || (part != HEED_CONTENT_BYTES && pattern == NULL))
    return NULL;
  return heed_content_rule_new (part, pattern, bytes, severity, text);
}

void
heed_policy_content_read_rules (json_object *value,
                                const char *path,
                                HeedPolicyBuilder *builder,
                                GPtrArray *problems)
{
  g_autoptr (GPtrArray) rules = NULL;

  if (json_object_is_type (value, json_type_array) && json_object_array_length (value) > MOST_RULES)
    {
      heed_policy_value_add_wrong (problems, path, value, "a list of at most 100 rules");
      return;
    }
  rules = heed_policy_value_read_list (
      value, path, read_rule, (GDestroyNotify)heed_content_rule_unref,
      "a list of rules, such as [{\"attachment\": \"*.exe\", \"text\": \"A program\"}]", problems);
  heed_policy_builder_set_content_rules (builder, rules);
}
