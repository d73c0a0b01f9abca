/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heedctl-history.h"

#include <glib/gi18n.h>

#include "heed-error.h"
#include "heed-history-lines.h"
#include "heedctl-import.h"
#include "heedctl-output.h"
#include "heedctl-service.h"
#include "heedctl-words.h"

#define SECONDS_PER_DAY (24 * 60 * 60)
#define SECONDS_PER_WEEK (7 * SECONDS_PER_DAY)

/* 1970 began on a Thursday; weeks begin on Mondays. */
#define FIRST_MONDAY (4 * SECONDS_PER_DAY)

typedef struct
{
  char *person;    /* (owned) (nullable) */
  char *domain;    /* (owned) (nullable) */
  char *older;     /* (owned) (nullable): days, as typed */
  int older_than;  /* days; -1 for any */
  gboolean all;    /* what nothing else narrows */
  char *format;    /* (owned) (nullable): text or json */
  gboolean json;   /* one object a line */
  gboolean weeks;  /* counts only */
  gboolean books;  /* the address books of the desktop, in place of a file */
  char *reason;    /* (owned) (nullable): why somebody is trusted */
  GStrv arguments; /* (owned) (nullable) */
} Options;

static void
options_clear (Options *self)
{
  g_free (self->person);
  g_free (self->domain);
  g_free (self->older);
  g_free (self->format);
  g_free (self->reason);
  g_strfreev (self->arguments);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static GVariant *
make_query (const Options *options, const char *text)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_auto (GVariantDict) query = G_VARIANT_DICT_INIT (NULL);

  if (options->person != NULL)
    g_variant_dict_insert (&query, "mailbox", "s", options->person);
  if (options->domain != NULL)
    g_variant_dict_insert (&query, "domain", "s", options->domain);
  if (text != NULL)
    g_variant_dict_insert (&query, "text", "s", text);
  if (options->older_than >= 0)
    g_variant_dict_insert (&query, "before", "x",
                           now - (gint64)options->older_than * SECONDS_PER_DAY);
  return g_variant_dict_end (&query);
}

static char *
format_day (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format (time, "%F") : g_strdup ("?");
}

static void
print_correspondent (GVariant *one)
{
  const char *address;
  const char *name;
  guint count;
  gint64 last;

  g_variant_get (one, "(&s&suxxub)", &address, &name, &count, NULL, &last, NULL, NULL);
  g_autofree char *day = format_day (last);
  g_autofree char *shown_address = heedctl_output_escape (address);
  g_autofree char *shown_name = heedctl_output_escape (name);
  g_print ("%8u  %s  %s  %s\n", count, day, shown_address, shown_name);
}

static void
print_decision (GVariant *one)
{
  gint64 time;
  const char *client;
  const char *reason;
  const char *severity;
  g_autofree const char **recipients = NULL;
  g_autofree const char **kinds = NULL;

  g_variant_get (one, "(x&s&s&s^a&s^a&s)", &time, &client, &reason, &severity, &recipients, &kinds);
  g_autofree char *day = format_day (time / G_USEC_PER_SEC);
  g_autofree char *to = g_strjoinv (", ", (GStrv)recipients);
  g_autofree char *found = g_strjoinv (", ", (GStrv)kinds);
  g_autofree char *shown_to = heedctl_output_escape (to);
  g_print ("%s  %-9s  %-7s  %s  %s\n", day, reason, severity, shown_to, found);
}

typedef char *(*Format) (GVariant *record);
typedef void (*Print) (GVariant *record);

static void
print_all (GVariant *records, gboolean json, Format format, Print print)
{
  GVariantIter iter;
  GVariant *one;

  g_variant_iter_init (&iter, records);
  for (; (one = g_variant_iter_next_value (&iter)) != NULL; g_variant_unref (one))
    {
      g_autofree char *line = json ? format (one) : NULL;

      if (json)
        heedctl_output_line (line);
      else
        print (one);
    }
}

static int
compare_weeks (gconstpointer a, gconstpointer b)
{
  return *(const gint64 *)a < *(const gint64 *)b ? -1 : *(const gint64 *)a > *(const gint64 *)b;
}

/* How many answers each week had. */
static void
print_weeks (GVariant *decisions)
{
  g_autoptr (GArray) weeks = g_array_new (FALSE, FALSE, sizeof (gint64));
  GVariantIter iter;
  gint64 time;

  g_variant_iter_init (&iter, decisions);
  while (g_variant_iter_next (&iter, "(xsssasas)", &time, NULL, NULL, NULL, NULL, NULL))
    {
      gint64 week = (time / G_USEC_PER_SEC - FIRST_MONDAY) / SECONDS_PER_WEEK;

      g_array_append_val (weeks, week);
    }
  g_array_sort (weeks, compare_weeks);
  for (guint i = 0, n; i < weeks->len; i += n)
    {
      gint64 week = g_array_index (weeks, gint64, i);
      g_autofree char *monday = format_day (week * SECONDS_PER_WEEK + FIRST_MONDAY);

      for (n = 1; i + n < weeks->len && g_array_index (weeks, gint64, i + n) == week;)
        n++;
      g_print ("%s  %8u\n", monday, n);
    }
}

/* Where there is no reason, the correspondent has a mark, which its own record shows. */
static void
print_trust (GVariant *trusts, gsize index, gboolean json)
{
  g_autoptr (GVariant) one = g_variant_get_child_value (trusts, index);
  const char *subject;
  const char *reason;
  gint64 time;

  g_variant_get (one, "(&s&sx)", &subject, &reason, &time);
  if (json && *reason != '\0')
    {
      g_autofree char *line = heed_history_lines_format_trust (one);

      heedctl_output_line (line);
    }
  if (json)
    return;
  g_autofree char *day = format_day (time);
  g_autofree char *shown_subject = heedctl_output_escape (subject);
  g_autofree char *shown_reason = heedctl_output_escape (reason);
  /* Translators: in a table of those whom the person trusts; the day, whom, and why. */
  g_print (_ ("trusted   %s  %s  %s\n"), day, shown_subject, shown_reason);
}

static gboolean
list_trusted (GDBusConnection *connection, const Options *options, const char *text, GError **error)
{
  g_autoptr (GVariant) answer =
      heedctl_service_call (connection, "ListTrusted",
                            g_variant_new ("(@a{sv})", make_query (options, text)), error);

  if (answer == NULL)
    return FALSE;
  g_autoptr (GVariant) trusts = g_variant_get_child_value (answer, 0);
  for (gsize i = 0; i < g_variant_n_children (trusts); i++)
    print_trust (trusts, i, options->json);
  return TRUE;
}

static gboolean
trust (GDBusConnection *connection, Options *options, const char *subject, GError **error)
{
  g_autoptr (GVariant) answer = NULL;

  if (options->reason == NULL)
    options->reason = heedctl_words_ask (_ ("Why is it right? "));
  if (options->reason == NULL)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                           _ ("say why it is right: --reason TEXT."));
      return FALSE;
    }
  if (!heedctl_words_to_utf8 (&options->reason, error))
    return FALSE;
  answer = heedctl_service_call (connection, "Trust",
                                 g_variant_new ("(ss)", subject, options->reason), error);
  return answer != NULL;
}

static gboolean
distrust (GDBusConnection *connection, const char *subject, GError **error)
{
  g_autoptr (GVariant) answer =
      heedctl_service_call (connection, "Distrust", g_variant_new ("(s)", subject), error);

  return answer != NULL;
}

static gboolean
list (GDBusConnection *connection, const Options *options, const char *text, GError **error)
{
  g_autoptr (GVariant) answer =
      heedctl_service_call (connection, "List",
                            g_variant_new ("(@a{sv})", make_query (options, text)), error);

  if (answer == NULL)
    return FALSE;
  g_autoptr (GVariant) correspondents = g_variant_get_child_value (answer, 0);
  g_autoptr (GVariant) decisions = g_variant_get_child_value (answer, 1);
  if (options->weeks)
    {
      print_weeks (decisions);
      return TRUE;
    }
  print_all (correspondents, options->json, heed_history_lines_format_correspondent,
             print_correspondent);
  print_all (decisions, options->json, heed_history_lines_format_decision, print_decision);
  return list_trusted (connection, options, text, error);
}

static gboolean
forget (GDBusConnection *connection, const Options *options, GError **error)
{
  gboolean narrowed =
      options->person != NULL || options->domain != NULL || options->older_than >= 0;
  guint correspondents;
  guint decisions;

  if (narrowed == options->all)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                           _ ("say what to forget: --person, --domain, --older-than or --all."));
      return FALSE;
    }
  g_autoptr (GVariant) answer =
      heedctl_service_call (connection, "Forget",
                            g_variant_new ("(@a{sv})", make_query (options, NULL)), error);
  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(uu)", &correspondents, &decisions);
  /* Translators: two numbers: of people, and of past decisions. */
  g_print (_ ("Forgotten: correspondents %u, decisions %u.\n"), correspondents, decisions);
  return TRUE;
}

/* Whether the words are a command and as many more as it takes. */
static gboolean
check_words (const Options *options, guint n, GError **error)
{
  static const char *const commands[] = { "list",   "forget", "export",  "import",
                                          "search", "trust",  "untrust", NULL };
  const char *const of_one[] = { "search", "trust", "untrust", options->books ? NULL : "import",
                                 NULL };
  const char *command = n > 0 ? options->arguments[0] : "";
  gboolean is_command = g_strv_contains (commands, command);
  guint n_right = g_strv_contains (of_one, command) ? 2 : 1;

  if (n == n_right && is_command && (!options->books || g_str_equal (command, "import")))
    return TRUE;
  if (n > 0 && (!is_command || n > n_right))
    {
      g_autofree char *word = g_utf8_make_valid (options->arguments[is_command ? n_right : 0], -1);

      heedctl_words_refuse (word, error);
    }
  else if (n > 0 && n < n_right)
    g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                 /* Translators: %s is a command that was typed, such as “search”. */
                 _ ("“%s” needs a word after it; see “heedctl history --help”."), command);
  else
    g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                         _ ("“heedctl history --help” says how it is used."));
  return FALSE;
}

static gboolean
run (Options *options, GError **error)
{
  guint n = options->arguments != NULL ? g_strv_length (options->arguments) : 0;
  const char *command = n > 0 ? options->arguments[0] : "";
  const char *argument;

  if (!check_words (options, n, error) ||
      !heedctl_words_read_number ("--older-than", options->older, &options->older_than, error) ||
      !heedctl_words_read_format (options->format, &options->json, error) ||
      !heedctl_words_to_utf8 (&options->person, error) ||
      !heedctl_words_to_utf8 (&options->domain, error))
    return FALSE;
  if (!g_str_equal (command, "import") && n > 1 &&
      !heedctl_words_to_utf8 (&options->arguments[1], error))
    return FALSE;
  options->json = options->json || g_str_equal (command, "export");
  argument = n > 1 ? options->arguments[1] : NULL;
  g_autoptr (GDBusConnection) connection = heedctl_service_connect (error);
  if (connection == NULL)
    return FALSE;
  if (g_str_equal (command, "import"))
    return options->books ? heedctl_import_address_books (connection, error)
                          : heedctl_import (connection, argument, error);
  if (g_str_equal (command, "trust"))
    return trust (connection, options, argument, error);
  if (g_str_equal (command, "untrust"))
    return distrust (connection, argument, error);
  if (g_str_equal (command, "forget"))
    return forget (connection, options, error);
  return list (connection, options, argument, error);
}

int
heedctl_history (int argc, char **argv)
{
  g_auto (Options) options = { .older_than = -1 };
  const GOptionEntry entries[] = {
    { "person", 0, 0, G_OPTION_ARG_FILENAME, &options.person, N_ ("This person"), N_ ("MAILBOX") },
    { "domain", 0, 0, G_OPTION_ARG_FILENAME, &options.domain, N_ ("This domain"), N_ ("DOMAIN") },
    { "older-than", 0, 0, G_OPTION_ARG_STRING, &options.older,
      N_ ("Last written to, or answered, longer ago than this"), N_ ("DAYS") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_ ("Forget everything"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_ ("How to print: text, or json with one object a line"), "text|json" },
    { "address-books", 0, 0, G_OPTION_ARG_NONE, &options.books,
      N_ ("Import the address books of the desktop"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &options.reason,
      N_ ("Why a mailbox or domain is right, for trust"), N_ ("TEXT") },
    { "weeks", 0, 0, G_OPTION_ARG_NONE, &options.weeks, N_ ("Only how many answers each week had"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.arguments, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = heedctl_words_new_context (
      "list | search TEXT | forget | export | import [FILE]\n"
      "                            | trust WHOM | untrust WHOM",
      _ ("Shows, erases, exports and imports whom you wrote to and what was answered. A file to "
         "import holds what was exported, vCards or CSV. WHOM is a mailbox, or a domain with all "
         "below it: Heed no longer warns that it is like another one."),
      _ ("Exit status: 0 if it was done, 2 for bad usage or if it could not be done."), entries);
  g_autoptr (GError) error = NULL;

  g_set_prgname ("heedctl history");
  if (g_option_context_parse (context, &argc, &argv, &error) && run (&options, &error))
    return 0;
  g_printerr ("heedctl: %s\n", error->message);
  return 2;
}
