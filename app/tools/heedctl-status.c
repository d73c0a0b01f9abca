/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heedctl-status.h"

#include <glib/gi18n.h>

#include "heed-error.h"
#include "heed-json-variant.h"
#include "heed-json.h"
#include "heedctl-output.h"
#include "heedctl-service.h"
#include "heedctl-words.h"

#define EXIT_WELL 0
#define EXIT_PROBLEM 1
#define EXIT_BAD_INPUT 2

static gboolean
look_up_boolean (GVariant *status, const char *name)
{
  gboolean value = FALSE;

  g_variant_lookup (status, name, "b", &value);
  return value;
}

static void
print_audit (GVariant *status)
{
  gboolean to_journal = look_up_boolean (status, "audit-to-journal");
  gboolean to_file = look_up_boolean (status, "audit-to-file");
  const char *level = "";
  const char *policy = NULL;
  const char *problem = NULL;

  g_variant_lookup (status, "audit", "&s", &level);
  g_variant_lookup (status, "audit-problem", "&s", &problem);
  if (g_variant_lookup (status, "policy", "&s", &policy))
    g_print ("%-16s %s\n", _ ("policy"), policy);
  g_print ("%-16s %s%s%s\n", _ ("audit"), level, to_journal ? ", journal" : "",
           to_file ? ", file" : "");
  if (problem != NULL)
    g_print ("%-16s %s\n", _ ("audit problem"), problem);
}

/* Where there is no journal, and nobody asked for it, that is no problem. */
static gboolean
is_well (GVariant *status)
{
  const char *history = "";
  const char *problem = NULL;

  g_variant_lookup (status, "history", "&s", &history);
  g_variant_lookup (status, "audit-problem", "&s", &problem);
  return !g_str_equal (history, "memory") &&
         (problem == NULL || !look_up_boolean (status, "managed"));
}

static void
print_text (GVariant *status)
{
  const char *version = "";
  const char *history = "";
  const char *problem = NULL;
  guint correspondents = 0;

  g_variant_lookup (status, "version", "&s", &version);
  g_variant_lookup (status, "history", "&s", &history);
  g_variant_lookup (status, "correspondents", "u", &correspondents);
  g_variant_lookup (status, "problem", "&s", &problem);
  g_autofree char *state =
      heedctl_output_paint (g_str_equal (history, "ready") ? HEED_SEVERITY_CLEAR
                                                           : HEED_SEVERITY_CAUTION,
                            history);
  g_print ("%-16s %s\n%-16s %s\n%-16s %u\n", _ ("version"), version, _ ("history"), state,
           _ ("correspondents"), correspondents);
  if (problem != NULL)
    g_print ("%-16s %s\n", _ ("problem"), problem);
  print_audit (status);
}

static gboolean
parse (int argc, char **argv, gboolean *as_json, GError **error)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format,
      N_ ("How to print: text, or json with one object a line"), "text|json" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = heedctl_words_new_context (
      NULL,
      _ ("Says whether the service answers, whether its history is in use and where its audit "
         "goes."),
      _ ("Exit status: 0 if all is well, 1 if the history works from memory or the audit that an "
         "administrator's policy wants cannot be written, 2 for bad usage or if no service "
         "answers."),
      entries);

  if (!g_option_context_parse (context, &argc, &argv, error) ||
      !heedctl_words_read_format (format, as_json, error))
    return FALSE;
  if (argc == 1)
    return TRUE;
  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                       _ ("“heedctl status” takes options only."));
  return FALSE;
}

int
heedctl_status (int argc, char **argv)
{
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;
  gboolean as_json = FALSE;

  g_set_prgname ("heedctl status");
  if (parse (argc, argv, &as_json, &error) &&
      (connection = heedctl_service_connect (&error)) != NULL)
    answer = heedctl_service_call (connection, "Status", NULL, &error);
  if (answer == NULL)
    {
      g_printerr ("heedctl: %s\n", error->message);
      return EXIT_BAD_INPUT;
    }
  g_autoptr (GVariant) status = g_variant_get_child_value (answer, 0);
  if (as_json)
    {
      g_autoptr (json_object) line = heed_json_variant_to_json (status);

      heedctl_output_json (line);
    }
  else
    print_text (status);
  return is_well (status) ? EXIT_WELL : EXIT_PROBLEM;
}
