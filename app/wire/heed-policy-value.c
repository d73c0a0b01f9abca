/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-policy-value.h"

#include "heed-domain-pattern.h"
#include "heed-json.h"
#include "heed-limits.h"
#include "heed-mailbox.h"
#include "heed-policy-problem.h"

#include <string.h>

void
heed_policy_value_add_wrong (GPtrArray *problems,
                             const char *path,
                             json_object *value,
                             const char *right)
{
  g_autofree char *excerpt = heed_json_make_excerpt (
      json_object_to_json_string_ext (value, JSON_C_TO_STRING_NOSLASHESCAPE));

  g_ptr_array_add (problems, heed_policy_problem_new (path, FALSE,
                                                      g_strdup_printf ("%s is %s; it must be %s",
                                                                       path, excerpt, right)));
}

gboolean
heed_policy_value_read_boolean (json_object *value,
                                const char *path,
                                gboolean *result,
                                GPtrArray *problems)
{
  if (!json_object_is_type (value, json_type_boolean))
    {
      heed_policy_value_add_wrong (problems, path, value, "true or false");
      return FALSE;
    }
  *result = json_object_get_boolean (value);
  return TRUE;
}

gboolean
heed_policy_value_read_number (json_object *value,
                               const char *path,
                               guint least,
                               guint most,
                               guint *result,
                               GPtrArray *problems)
{
  double number = json_object_get_double (value);

  /* 5.0 is the number 5, in JSON Schema as well. */
  if (!(json_object_is_type (value, json_type_int) ||
        json_object_is_type (value, json_type_double)) ||
      !(number >= least && number <= most) || number != (guint)number)
    {
      g_autofree char *right = g_strdup_printf ("a whole number from %u to %u", least, most);

      heed_policy_value_add_wrong (problems, path, value, right);
      return FALSE;
    }
  *result = (guint)number;
  return TRUE;
}

gboolean
heed_policy_value_read_word (json_object *value,
                             const char *path,
                             const char *const *words,
                             guint *result,
                             GPtrArray *problems)
{
  g_autoptr (GString) right = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (json_object_is_type (value, json_type_string) &&
          g_str_equal (json_object_get_string (value), words[i]))
        {
          *result = i;
          return TRUE;
        }
      if (i > 0)
        g_string_append (right, words[i + 1] != NULL ? ", " : " or ");
      g_string_append_printf (right, "\"%s\"", words[i]);
    }
  heed_policy_value_add_wrong (problems, path, value, right->str);
  return FALSE;
}

/* A language with or without a country: `de`, `pt-BR`, `pt_BR`. */
static gboolean
is_language (const char *name)
{
  gsize letters = strspn (name, "abcdefghijklmnopqrstuvwxyz");
  gsize country;

  if (letters < 2 || letters > 3)
    return FALSE;
  if (name[letters] == '\0')
    return TRUE;
  country = strspn (name + letters + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return strchr ("-_", name[letters]) != NULL && country == 2 &&
         name[letters + 1 + country] == '\0';
}

static gboolean
check_text (json_object *value, const char *path, GPtrArray *problems)
{
  if (json_object_is_type (value, json_type_string) && json_object_get_string_len (value) > 0 &&
      g_utf8_strlen (json_object_get_string (value), -1) <= HEED_LIMIT_POLICY_TEXT_CHARACTERS)
    return TRUE;
  heed_policy_value_add_wrong (problems, path, value, "a text of 1 to 1000 characters");
  return FALSE;
}

static void
add_translations (HeedLocalText *text, json_object *value, const char *path, GPtrArray *problems)
{
  json_object_object_foreach (value, name, translation)
  {
    g_autofree char *inner = g_strdup_printf ("%s.%s", path, name);

    if (g_str_equal (name, "default"))
      continue;
    if (!is_language (name))
      heed_policy_value_add_wrong (problems, inner, translation,
                                   "named after a language, such as \"de\" or \"pt-BR\"");
    else if (check_text (translation, inner, problems))
      heed_local_text_add (text, name, json_object_get_string (translation));
  }
}

HeedLocalText *
heed_policy_value_read_text (json_object *value, const char *path, GPtrArray *problems)
{
  g_autofree char *inner = g_strdup_printf ("%s.default", path);
  json_object *fallback = value;
  HeedLocalText *text;

  if (json_object_is_type (value, json_type_object))
    {
      if (!json_object_object_get_ex (value, "default", &fallback))
        {
          heed_policy_value_add_wrong (problems, path, value,
                                       "a text, or texts by language with one named \"default\"");
          return NULL;
        }
    }
  if (!check_text (fallback, fallback == value ? path : inner, problems))
    return NULL;
  text = heed_local_text_new (json_object_get_string (fallback));
  if (fallback != value)
    add_translations (text, value, path, problems);
  return text;
}

static void
add_member (GPtrArray *problems, const char *path, const char *name, const char *list)
{
  g_autofree char *inner = g_strdup_printf ("%s.%s", path, name);
  g_autofree char *excerpt = heed_json_make_excerpt (name);

  g_ptr_array_add (problems, heed_policy_problem_new (
                                 inner, TRUE,
                                 g_strdup_printf ("%s has the member “%s”; it can have “%s”", path,
                                                  excerpt, list)));
}

gboolean
heed_policy_value_check_object (json_object *value,
                                const char *path,
                                const char *const *names,
                                GPtrArray *problems)
{
  g_autofree char *list = g_strjoinv ("”, “", (char **)names);

  if (!json_object_is_type (value, json_type_object))
    {
      g_autofree char *right = g_strdup_printf ("an object with the members “%s”", list);

      heed_policy_value_add_wrong (problems, path, value, right);
      return FALSE;
    }
  json_object_object_foreach (value, name, member)
  {
    if (member == value || g_strv_contains (names, name))
      continue;
    add_member (problems, path, name, list);
  }
  return TRUE;
}

GPtrArray *
heed_policy_value_read_list (json_object *value,
                             const char *path,
                             HeedPolicyEntryFunc read_entry,
                             GDestroyNotify entry_free,
                             const char *right,
                             GPtrArray *problems)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);

  if (!json_object_is_type (value, json_type_array) ||
      json_object_array_length (value) > HEED_LIMIT_POLICY_ENTRIES)
    {
      heed_policy_value_add_wrong (problems, path, value, right);
      return entries;
    }
  for (gsize i = 0; i < json_object_array_length (value); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s[%" G_GSIZE_FORMAT "]", path, i);
      gpointer entry = read_entry (json_object_array_get_idx (value, i), inner, problems);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }
  return entries;
}

gpointer
heed_policy_value_read_pattern (json_object *entry, const char *path, GPtrArray *problems)
{
  HeedDomainPattern *pattern = NULL;

  if (json_object_is_type (entry, json_type_string))
    pattern = heed_domain_pattern_new (json_object_get_string (entry), NULL);
  if (pattern == NULL)
    heed_policy_value_add_wrong (problems, path, entry,
                                 "a domain, such as \"example.org\" or \"*.example.org\"");
  return pattern;
}

gpointer
heed_policy_value_read_address (json_object *entry, const char *path, GPtrArray *problems)
{
  const char *text =
      json_object_is_type (entry, json_type_string) ? json_object_get_string (entry) : "";
  const char *at = strrchr (text, '@');
  g_autoptr (HeedDomainPattern) pattern = NULL;
  g_autofree char *local = NULL;

  if (at != NULL && at > text && at[1] != '*')
    pattern = heed_domain_pattern_new (at + 1, NULL);
  local = pattern != NULL ? g_strndup (text, (gsize)(at - text)) : NULL;
  if (local == NULL || strpbrk (local, " \t\r\n\"\\()<>[]:;@,") != NULL)
    {
      heed_policy_value_add_wrong (problems, path, entry,
                                   "an address, such as \"ann@example.org\"");
      return NULL;
    }
  return heed_mailbox_new_from_parts (NULL, local, heed_domain_pattern_get_domain (pattern));
}
