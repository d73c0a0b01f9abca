/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heedctl-audit.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "heed-error.h"
#include "heed-json-variant.h"
#include "heed-json.h"
#include "heed-severity.h"
#include "heedctl-output.h"
#include "heedctl-service.h"
#include "heedctl-words.h"

#define EXIT_WELL 0
#define EXIT_FAULT 1
#define EXIT_BAD_INPUT 2
#define EXIT_UNSURE 3

#define SECONDS_PER_DAY (24 * 60 * 60)

/* Characters of a hash that are shown to a person. */
#define SHOWN_HASH 12

typedef struct
{
  int days; /* -1 for all */
  gboolean as_json;
  gboolean verify;
} Options;

static const char *
get_text (json_object *record, const char *name)
{
  json_object *member = json_object_object_get (record, name);

  return json_object_is_type (member, json_type_string) ? json_object_get_string (member) : "";
}

/* Returns: (transfer full): the texts of a member in one */
static char *
join (json_object *record, const char *name, gboolean hashed)
{
  json_object *array = json_object_object_get (record, name);
  gsize n = json_object_is_type (array, json_type_array) ? json_object_array_length (array) : 0;
  GString *joined = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    {
      const char *text = json_object_get_string (json_object_array_get_idx (array, i));

      if (text == NULL)
        continue;
      g_string_append (joined, joined->len > 0 ? ", " : "");
      g_string_append_len (joined, text,
                           (gssize)(hashed ? MIN (strlen (text), SHOWN_HASH) : strlen (text)));
    }
  return g_string_free (joined, FALSE);
}

static void
print_record (const char *line)
{
  g_autoptr (json_object) record = heed_json_parse (line, strlen (line), NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (get_text (record, "time"), NULL);
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
  g_autofree char *date = local != NULL ? g_date_time_format (local, "%F %T") : g_strdup ("?");
  g_autofree char *kinds = join (record, "kinds", FALSE);
  g_autofree char *domains =
      join (record, "domains", g_str_equal (get_text (record, "level"), "hashed"));
  g_autofree char *rest =
      g_strdup_printf ("%s  %s  %s", get_text (record, "client"), kinds, domains);
  g_autofree char *shown = heedctl_output_escape (rest);
  const char *word = get_text (record, "severity");
  HeedSeverity severity = HEED_SEVERITY_CLEAR;

  heed_severity_from_name (word, &severity);
  g_autofree char *padded = g_strdup_printf ("%-7s", word);
  g_autofree char *painted = heedctl_output_paint (severity, padded);
  g_print ("%6" G_GINT64_FORMAT "  %s  %-9s  %s  %s\n",
           json_object_get_int64 (json_object_object_get (record, "record")), date,
           get_text (record, "reason"), painted, shown);
}

static int
list (GDBusConnection *connection, const Options *options, GError **error)
{
  gint64 since = options->days >= 0
                     ? g_get_real_time () - (gint64)options->days * SECONDS_PER_DAY * G_USEC_PER_SEC
                     : 0;
  g_autoptr (GVariant) answer =
      heedctl_service_call (connection, "ListAudit", g_variant_new ("(x)", since), error);
  g_autofree const char **lines = NULL;
  guint damaged;

  if (answer == NULL)
    return EXIT_BAD_INPUT;
  g_variant_get (answer, "(^a&su)", &lines, &damaged);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (options->as_json)
        heedctl_output_line (lines[i]);
      else
        print_record (lines[i]);
    }
  if (lines[0] == NULL && damaged == 0 && !options->as_json)
    g_printerr ("heedctl: %s\n", options->days >= 0
                                     ? _ ("The file has no records of these days.")
                                     : _ ("The file has no records. A policy says whether any are "
                                          "written to it; see “man heed-audit”."));
  if (damaged > 0)
    g_printerr (/* Translators: %u is a number of lines of a file. */
                ngettext ("heedctl: %u line is no record; see “heedctl audit verify”.\n",
                          "heedctl: %u lines are no records; see “heedctl audit verify”.\n",
                          damaged),
                damaged);
  return damaged > 0 ? EXIT_FAULT : EXIT_WELL;
}

/* Verifying */

static guint64
get_number (GVariant *report, const char *name)
{
  guint64 number = 0;

  g_variant_lookup (report, name, "t", &number);
  return number;
}

static void
print_fault (GVariant *report, const char *fault)
{
  guint64 record = get_number (report, "record");
  guint64 until = get_number (report, "until");

  if (g_str_equal (fault, "changed"))
    /* Translators: %s is the number of a record; so below. */
    g_print (_ ("Record %" PRIu64 " was changed.\n"), record);
  else if (g_str_equal (fault, "removed") && until > record)
    g_print (_ ("Records %" PRIu64 " to %" PRIu64 " were removed.\n"), record, until);
  else if (g_str_equal (fault, "removed"))
    g_print (_ ("Record %" PRIu64 " was removed.\n"), record);
  else if (g_str_equal (fault, "misplaced"))
    g_print (_ ("Record %" PRIu64 " does not stand where it was written.\n"), record);
  else if (g_str_equal (fault, "cut"))
    g_print (_ ("Record %" PRIu64 " was cut off.\n"), record);
  else
    g_print (_ ("What says where the records end was removed or changed. Records next to "
                "%" PRIu64 " may be missing.\n"),
             record);
}

static void
print_place (GVariant *report)
{
  const char *file = NULL;
  guint line = 0;

  if (!g_variant_lookup (report, "file", "&s", &file))
    return;
  if (g_variant_lookup (report, "line", "u", &line))
    /* Translators: a file, and a line of it. */
    g_print (_ ("It was noticed at %s, line %u.\n"), file, line);
  else
    /* Translators: %s is a file. */
    g_print (_ ("It was noticed at %s, which cannot be read.\n"), file);
}

static void
print_extent (GVariant *report, gboolean is_whole)
{
  guint64 records = get_number (report, "records");
  guint64 unkeyed = get_number (report, "unkeyed");
  guint64 unknown = get_number (report, "unknown-key");

  if (records == 0 && is_whole)
    g_print ("%s\n", _ ("There are no records."));
  else if (records > 0)
    /* Translators: the numbers of the first and the last record. */
    g_print (_ ("Records %" PRIu64 " to %" PRIu64 " are as they were written.\n"),
             get_number (report, "first"), get_number (report, "last"));
  if (unkeyed > 0)
    /* Translators: a number of records. */
    g_print (_ ("Nothing vouches for the last %" PRIu64
                ", which were written without the keyring.\n"),
             unkeyed);
  if (unknown > 0)
    /* Translators: a number of records, and the number of the first of them. */
    g_print (_ ("%" PRIu64 " of them, the first being record %" PRIu64
                ", could not be verified, since their key is not in the keyring.\n"),
             unknown, get_number (report, "first-unknown"));
}

static int
verify (GDBusConnection *connection, const Options *options, GError **error)
{
  g_autoptr (GVariant) answer = heedctl_service_call (connection, "CheckAudit", NULL, error);
  const char *fault = "";

  if (answer == NULL)
    return EXIT_BAD_INPUT;
  g_autoptr (GVariant) report = g_variant_get_child_value (answer, 0);
  g_variant_lookup (report, "fault", "&s", &fault);
  gboolean is_whole = g_str_equal (fault, "none");
  if (options->as_json)
    {
      g_autoptr (json_object) line = heed_json_variant_to_json (report);

      heedctl_output_json (line);
    }
  else
    {
      if (!is_whole)
        {
          print_fault (report, fault);
          print_place (report);
        }
      print_extent (report, is_whole);
    }
  if (!is_whole)
    return EXIT_FAULT;
  return get_number (report, "unkeyed") + get_number (report, "unknown-key") > 0 ? EXIT_UNSURE
                                                                                 : EXIT_WELL;
}

static gboolean
parse (int argc, char **argv, Options *options, GError **error)
{
  g_autofree char *format = NULL;
  g_autofree char *days = NULL;
  const GOptionEntry entries[] = {
    { "days", 0, 0, G_OPTION_ARG_STRING, &days, N_ ("Only the records of the last days"),
      N_ ("N") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format,
      N_ ("How to print: text, or json with one object a line"), "text|json" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = heedctl_words_new_context (
      "[verify]",
      _ ("Shows the records of the audit file. With “verify”, names the first one that was "
         "changed, removed or moved since it was written."),
      _ ("Exit status: 0 if all is well, 1 if a record was changed, removed or moved, 2 for bad "
         "usage or if no service answers, 3 if nothing is wrong but not all could be verified, "
         "for want of the key."),
      entries);

  if (!g_option_context_parse (context, &argc, &argv, error) ||
      !heedctl_words_read_format (format, &options->as_json, error) ||
      !heedctl_words_read_number ("--days", days, &options->days, error))
    return FALSE;
  options->verify = argc == 2 && g_str_equal (argv[1], "verify");
  if (argc == 1 || options->verify)
    return TRUE;
  g_autofree char *word = g_utf8_make_valid (argv[argc > 2 ? 2 : 1], -1);
  heedctl_words_refuse (word, error);
  return FALSE;
}

int
heedctl_audit (int argc, char **argv)
{
  Options options = { .days = -1 };
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  int status = EXIT_BAD_INPUT;

  g_set_prgname ("heedctl audit");
  if (parse (argc, argv, &options, &error) &&
      (connection = heedctl_service_connect (&error)) != NULL)
    status = options.verify ? verify (connection, &options, &error)
                            : list (connection, &options, &error);
  if (error != NULL)
    g_printerr ("heedctl: %s\n", error->message);
  return status;
}
