/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heedctl-simulate.h"

#include <glib/gi18n.h>
#include <json.h>

#include "heed-error.h"
#include "heed-json.h"
#include "heed-policy-folder.h"
#include "heed-policy-reading.h"
#include "heedctl-output.h"
#include "heedctl-past.h"
#include "heedctl-service.h"
#include "heedctl-words.h"

#define EXIT_SAID 0
#define EXIT_BAD_INPUT 2

#define SECONDS_PER_DAY (24 * 60 * 60)

#define DEFAULT_DAYS 30

typedef struct
{
  char **policy_paths; /* (owned) (nullable) */
  int days;
  gboolean as_json;
} Options;

static void
options_clear (Options *self)
{
  g_strfreev (self->policy_paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Returns: whether there were none */
static gboolean
print_problems (const HeedPolicyReading *reading)
{
  GPtrArray *problems = heed_policy_reading_get_problems (reading);

  for (guint i = 0; i < problems->len; i++)
    g_printerr ("heedctl: %s\n", ((const GError *)problems->pdata[i])->message);
  return problems->len == 0;
}

/* Returns: (transfer full) (nullable): %NULL with %HEED_ERROR_INVALID_ARGUMENT */
static HeedPolicy *
read_tried (const Options *options, GError **error)
{
  g_autoptr (HeedPolicyReading) reading =
      heed_policy_reading_new_from_files ((const char *const *)options->policy_paths);

  if (print_problems (reading))
    return heed_policy_ref (heed_policy_reading_get_policy (reading));
  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                       _ ("nothing was simulated, since the policy is wrong."));
  return NULL;
}

/* As the service reads it, which leaves out a file with a fault. */
static HeedPolicy *
read_present (void)
{
  g_autoptr (GPtrArray) folders = heed_policy_folder_list_installed ();
  g_autoptr (HeedPolicyReading) reading = heed_policy_reading_new (folders);

  print_problems (reading);
  return heed_policy_ref (heed_policy_reading_get_policy (reading));
}

/* Printing */

static char *
format_day (gint64 day)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (day * SECONDS_PER_DAY);

  return time != NULL ? g_date_time_format (time, "%F") : g_strdup ("?");
}

static void
print_json_line (const char *what, const char *which, const HeedSimulationCount *count)
{
  g_autoptr (json_object) line = json_object_new_object ();

  json_object_object_add (line, what, json_object_new_string (which));
  json_object_object_add (line, "messages", json_object_new_int64 (count->messages));
  json_object_object_add (line, "windows", json_object_new_int64 (count->windows));
  json_object_object_add (line, "present", json_object_new_int64 (count->present));
  heedctl_output_json (line);
}

static void
print_row (const char *which, const HeedSimulationCount *count)
{
  g_print ("%-20s %9u %9u %9u\n", which, count->messages, count->windows, count->present);
}

static void
print_line (const Options *options,
            const char *what,
            const char *which,
            const HeedSimulationCount *count)
{
  if (options->as_json)
    print_json_line (what, which, count);
  else
    print_row (which, count);
}

/* Translators: the heads of three columns of numbers. The policy is the one that is tried, the
 * present one that which is in force. */
static void
print_head (const Options *options, const char *which)
{
  if (!options->as_json)
    g_print ("%-20s %9s %9s %9s\n", which, _ ("messages"), _ ("windows"), _ ("present"));
}

static void
print_result (const Options *options, const HeedSimulation *simulation)
{
  guint n = heed_simulation_get_n_days (simulation);

  print_head (options, _ ("day"));
  for (guint i = 0; i < n; i++)
    {
      gint64 day;
      const HeedSimulationCount *count = heed_simulation_get_day (simulation, i, &day);
      g_autofree char *date = format_day (day);

      print_line (options, "day", date, count);
    }
  if (!options->as_json)
    g_print ("\n");
  print_head (options, _ ("kind"));
  for (guint i = 0; i < HEED_N_FINDING_KINDS; i++)
    {
      const HeedSimulationCount *count = heed_simulation_get_kind (simulation, i);

      if (count->messages > 0)
        print_line (options, "kind", heed_finding_kind_get_name (i), count);
    }
  if (!options->as_json)
    g_print ("\n");
  print_line (options, "total", options->as_json ? "all" : _ ("all"),
              heed_simulation_get_total (simulation));
}

static void
print_notes (HeedPolicy *policy, guint n_bare)
{
  if (n_bare > 0)
    /* Translators: a number of messages. */
    g_printerr (ngettext ("heedctl: Of %u message only the recipients are remembered; what depends "
                          "on more is not counted.\n",
                          "heedctl: Of %u messages only the recipients are remembered; what "
                          "depends on more is not counted.\n",
                          n_bare),
                n_bare);
  if (heed_policy_get_content_rules (policy)->len > 0)
    g_printerr ("%s\n", _ ("heedctl: Subjects and attachments are not remembered, so the policy's "
                           "content-rules are not counted."));
}

static gboolean
run (const Options *options, GError **error)
{
  gint64 since = g_get_real_time () - (gint64)options->days * SECONDS_PER_DAY * G_USEC_PER_SEC;
  g_autoptr (HeedPolicy) policy = read_tried (options, error);
  g_autoptr (GDBusConnection) connection = policy != NULL ? heedctl_service_connect (error) : NULL;
  g_autoptr (HeedctlPast) past =
      connection != NULL ? heedctl_past_new (connection, since, error) : NULL;

  if (past == NULL)
    return FALSE;
  g_autoptr (HeedPolicy) present = read_present ();
  g_autoptr (HeedKnownDomains) known = heedctl_past_make_known (past);
  g_autoptr (HeedSimulation) simulation = heed_simulation_new (policy, present, known);
  guint n_bare = heedctl_past_replay (past, known, simulation);
  if (heed_simulation_get_n_days (simulation) == 0 && !options->as_json)
    {
      g_printerr (/* Translators: %d is a number of days. */
                  ngettext ("heedctl: No messages of the last %d day are remembered.\n",
                            "heedctl: No messages of the last %d days are remembered.\n",
                            (gulong)options->days),
                  options->days);
      return TRUE;
    }
  print_result (options, simulation);
  print_notes (policy, n_bare);
  return TRUE;
}

static gboolean
parse (int argc, char **argv, Options *options, GError **error)
{
  g_autofree char *format = NULL;
  g_autofree char *days = NULL;
  const GOptionEntry entries[] = {
    { "policy", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->policy_paths,
      N_ ("The policy to try; can be repeated"), N_ ("FILE") },
    { "days", 0, 0, G_OPTION_ARG_STRING, &days,
      N_ ("Messages of how many days, 30 if it is not given"), N_ ("N") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format,
      N_ ("How to print: text, or json with one object a line"), "text|json" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = heedctl_words_new_context (
      NULL,
      _ ("Says of how many of the remembered messages a policy would have opened a window, by day "
         "and by kind of finding, and of how many the present one would have. Whether they only "
         "observe does not count. A window counts for each kind that was a reason for it."),
      _ ("Exit status: 0 if it was said, 2 for bad usage or input, or if no service answers."),
      entries);

  if (!g_option_context_parse (context, &argc, &argv, error) ||
      !heedctl_words_read_format (format, &options->as_json, error) ||
      !heedctl_words_read_number ("--days", days, &options->days, error))
    return FALSE;
  if (argc > 1)
    {
      g_autofree char *word = g_utf8_make_valid (argv[1], -1);

      heedctl_words_refuse (word, error);
      return FALSE;
    }
  if (options->policy_paths != NULL)
    return TRUE;
  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                       _ ("say which policy to try: --policy FILE."));
  return FALSE;
}

int
heedctl_simulate (int argc, char **argv)
{
  g_auto (Options) options = { .days = DEFAULT_DAYS };
  g_autoptr (GError) error = NULL;

  g_set_prgname ("heedctl simulate");
  if (parse (argc, argv, &options, &error) && run (&options, &error))
    return EXIT_SAID;
  g_printerr ("heedctl: %s\n", error->message);
  return EXIT_BAD_INPUT;
}
