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
#define EXIT_IN_MEMORY 1
#define EXIT_BAD_INPUT 2

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
      NULL, _ ("Says whether the service answers, and whether its history is in use."),
      _ ("Exit status: 0 if all is well, 1 if the history works from memory, 2 for bad usage or if "
         "no service answers."),
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
  const char *history = "";

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
  g_variant_lookup (status, "history", "&s", &history);
  return g_str_equal (history, "memory") ? EXIT_IN_MEMORY : EXIT_WELL;
}
