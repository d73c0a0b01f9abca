/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heedctl-policy.h"

#include "heed-error.h"
#include "heed-json.h"
#include "heed-policy-folder.h"
#include "heed-policy-keys.h"
#include "heed-policy-reading.h"
#include "heedctl-output.h"
#include "heedctl-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define EXIT_RIGHT 0
#define EXIT_WRONG 1
#define EXIT_BAD_INPUT 2

#define JSON_FLAGS (JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE)

typedef struct
{
  char *format;        /* (owned) (nullable) */
  char **policy_paths; /* (owned) (nullable) */
  char **words;        /* (owned) (nullable): the command and what follows it */
  gboolean as_json;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->format);
  g_strfreev (self->policy_paths);
  g_strfreev (self->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_ ("How to print: text, or json with one object a line"), "text|json" },
    { "policy", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->policy_paths,
      N_ ("In place of the installed policy; can be repeated"), N_ ("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->words, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = heedctl_words_new_context (
      _ ("check FILE… | show | explain [KEY…]"),
      _ ("check says all that is wrong with policy files. show prints the policy that the "
         "installed files make together. explain says which file each key comes from, and what "
         "other files say about it."),
      _ ("Exit status: 0 if nothing is wrong with the files, 1 if something is, 2 for bad usage or "
         "a file that cannot be read."),
      entries);

  return g_option_context_parse (context, argc, argv, error) &&
         heedctl_words_read_format (options->format, &options->as_json, error);
}

/* The exit status that these problems make. */
static int
judge (GPtrArray *problems)
{
  int status = EXIT_RIGHT;

  for (guint i = 0; i < problems->len; i++)
    {
      if (g_error_matches (problems->pdata[i], HEED_ERROR, HEED_ERROR_NOT_FOUND) ||
          g_error_matches (problems->pdata[i], HEED_ERROR, HEED_ERROR_FAILED))
        return EXIT_BAD_INPUT;
      status = EXIT_WRONG;
    }
  return status;
}

static int
check_file (const char *path, gboolean as_json)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (HeedPolicyReading) reading = heed_policy_reading_new_from_files (paths);
  GPtrArray *problems = heed_policy_reading_get_problems (reading);
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (json_object) line = json_object_new_object ();
  json_object *texts = json_object_new_array ();

  json_object_object_add (line, "file", json_object_new_string (shown));
  json_object_object_add (line, "valid", json_object_new_boolean (problems->len == 0));
  json_object_object_add (line, "problems", texts);
  for (guint i = 0; i < problems->len; i++)
    {
      const char *text = ((const GError *)problems->pdata[i])->message;

      json_object_array_add (texts, json_object_new_string (text));
      if (!as_json)
        g_print ("%s\n", text);
    }
  if (as_json)
    heedctl_output_json (line);
  else if (problems->len == 0)
    /* Translators: %s is the name of a file in which nothing is wrong. */
    g_print (_ ("%s: valid\n"), shown);
  return judge (problems);
}

static int
check (const Options *options, char **paths)
{
  int status = EXIT_RIGHT;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      int found = check_file (paths[i], options->as_json);

      status = MAX (status, found);
    }
  return status;
}

static HeedPolicyReading *
read_policy (const Options *options)
{
  g_autoptr (GPtrArray) folders = heed_policy_folder_list_installed ();
  HeedPolicyReading *reading =
      options->policy_paths != NULL
          ? heed_policy_reading_new_from_files ((const char *const *)options->policy_paths)
          : heed_policy_reading_new (folders);
  GPtrArray *problems = heed_policy_reading_get_problems (reading);
  GPtrArray *notes = heed_policy_reading_get_notes (reading);

  for (guint i = 0; i < problems->len; i++)
    g_printerr ("heedctl: %s\n", ((const GError *)problems->pdata[i])->message);
  for (guint i = 0; i < notes->len; i++)
    g_printerr ("heedctl: %s\n", (const char *)notes->pdata[i]);
  return reading;
}

static json_object *
get_value (const HeedPolicyReading *reading, guint index)
{
  const HeedPolicySetting *setting =
      heed_policy_reading_find_setting (reading, heed_policy_keys_get_name (index));
  const char *standard = heed_policy_keys_get_default (index);

  if (setting != NULL)
    return json_object_get (setting->value);
  return heed_json_parse (standard, strlen (standard), NULL);
}

static void
print_key (const char *name, json_object *value)
{
  g_print ("%-22s %s\n", name, json_object_to_json_string_ext (value, JSON_FLAGS));
}

static int
show (const Options *options)
{
  g_autoptr (HeedPolicyReading) reading = read_policy (options);
  g_autoptr (json_object) policy = json_object_new_object ();

  for (guint i = 0; i < heed_policy_keys_count (); i++)
    {
      const char *name = heed_policy_keys_get_name (i);
      json_object *value = get_value (reading, i);

      if (!options->as_json)
        print_key (name, value);
      json_object_object_add (policy, name, value);
    }
  if (options->as_json)
    heedctl_output_json (policy);
  return judge (heed_policy_reading_get_problems (reading));
}

static void
explain_text (const HeedPolicyReading *reading, guint index)
{
  const char *name = heed_policy_keys_get_name (index);
  const char *lock = heed_policy_reading_get_lock (reading, name);
  GPtrArray *settings = heed_policy_reading_get_settings (reading);
  g_autoptr (json_object) value = get_value (reading, index);

  print_key (name, value);
  if (heed_policy_reading_find_setting (reading, name) == NULL)
    g_print ("    %s\n", _ ("the default"));
  for (guint i = 0; i < settings->len; i++)
    {
      const HeedPolicySetting *setting = settings->pdata[i];

      if (!g_str_equal (setting->key, name))
        continue;
      if (setting->outcome == HEED_POLICY_OUTCOME_EFFECTIVE)
        /* Translators: %s is a file. */
        g_print (_ ("    from %s\n"), setting->path);
      else if (setting->outcome == HEED_POLICY_OUTCOME_REPLACED)
        /* Translators: the first %s is a file, the second what it says. */
        g_print (_ ("    %s says %s; a later file replaces it\n"), setting->path,
                 json_object_to_json_string_ext (setting->value, JSON_FLAGS));
      else
        /* Translators: the first %s is a file, the second what it says. */
        g_print (_ ("    %s says %s; the lock keeps it out\n"), setting->path,
                 json_object_to_json_string_ext (setting->value, JSON_FLAGS));
    }
  if (lock != NULL)
    /* Translators: %s is a file. */
    g_print (_ ("    locked by %s\n"), lock);
}

static json_object *
settings_to_json (const HeedPolicyReading *reading, const char *name)
{
  GPtrArray *settings = heed_policy_reading_get_settings (reading);
  json_object *array = json_object_new_array ();

  for (guint i = 0; i < settings->len; i++)
    {
      const HeedPolicySetting *setting = settings->pdata[i];
      json_object *object;

      if (!g_str_equal (setting->key, name))
        continue;
      object = json_object_new_object ();
      json_object_object_add (object, "file", json_object_new_string (setting->path));
      json_object_object_add (object, "value", json_object_get (setting->value));
      json_object_object_add (object, "outcome",
                              json_object_new_string (
                                  heed_policy_outcome_get_name (setting->outcome)));
      json_object_array_add (array, object);
    }
  return array;
}

static void
explain_json (const HeedPolicyReading *reading, guint index)
{
  const char *name = heed_policy_keys_get_name (index);
  const char *lock = heed_policy_reading_get_lock (reading, name);
  const HeedPolicySetting *setting = heed_policy_reading_find_setting (reading, name);
  g_autoptr (json_object) line = json_object_new_object ();

  json_object_object_add (line, "key", json_object_new_string (name));
  json_object_object_add (line, "value", get_value (reading, index));
  json_object_object_add (line, "file",
                          setting != NULL ? json_object_new_string (setting->path) : NULL);
  json_object_object_add (line, "locked-by", lock != NULL ? json_object_new_string (lock) : NULL);
  json_object_object_add (line, "settings", settings_to_json (reading, name));
  heedctl_output_json (line);
}

static int
explain (const Options *options, char **wanted)
{
  g_autoptr (HeedPolicyReading) reading = NULL;

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      if (!heed_policy_keys_has (wanted[i]))
        {
          /* Translators: %s is what was typed. */
          g_printerr (_ ("heedctl: “%s” is not a key of a policy. “heedctl policy show” lists "
                         "them.\n"),
                      wanted[i]);
          return EXIT_BAD_INPUT;
        }
    }
  reading = read_policy (options);
  for (guint i = 0; i < heed_policy_keys_count (); i++)
    {
      if (wanted[0] != NULL &&
          !g_strv_contains ((const char *const *)wanted, heed_policy_keys_get_name (i)))
        continue;
      if (options->as_json)
        explain_json (reading, i);
      else
        explain_text (reading, i);
    }
  return judge (heed_policy_reading_get_problems (reading));
}

static int
run (const Options *options, GError **error)
{
  const char *command = options->words != NULL ? options->words[0] : NULL;
  char **rest = options->words != NULL ? options->words + 1 : NULL;

  if (g_strcmp0 (command, "check") == 0 && rest[0] != NULL)
    return check (options, rest);
  if (g_strcmp0 (command, "show") == 0 && rest[0] == NULL)
    return show (options);
  if (g_strcmp0 (command, "explain") == 0)
    return explain (options, rest);
  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                       _ ("say “heedctl policy check FILE…”, “heedctl policy show” or "
                          "“heedctl policy explain [KEY…]”."));
  return EXIT_BAD_INPUT;
}

int
heedctl_policy (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  int status = EXIT_BAD_INPUT;

  g_set_prgname ("heedctl policy");
  if (parse_options (&options, &argc, &argv, &error))
    status = run (&options, &error);
  if (error != NULL)
    g_printerr ("heedctl: %s\n", error->message);
  return status;
}
