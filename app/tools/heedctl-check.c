/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heedctl-check.h"

#include "heed-error.h"
#include "heed-json-variant.h"
#include "heed-known-file.h"
#include "heed-policy-folder.h"
#include "heed-policy-reading.h"
#include "heed-reviewer.h"
#include "heed-verdict-variant.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define EXIT_CLEAR 0
#define EXIT_SOMETHING 1
#define EXIT_BAD_INPUT 2

typedef struct
{
  char *format;        /* (owned) (nullable) */
  char *known_path;    /* (owned) (nullable) */
  char **policy_paths; /* (owned) (nullable) */
  char *sender;        /* (owned) (nullable) */
  gboolean each;
  char **mailboxes; /* (owned) (nullable) */
} Options;

typedef struct
{
  HeedPolicy *policy;      /* (owned) */
  HeedKnownDomains *known; /* (owned) */
  HeedMailbox *sender;     /* (owned) (nullable) */
  gboolean as_json;
  HeedSeverity worst;
} Check;

static void
options_clear (Options *self)
{
  g_free (self->format);
  g_free (self->known_path);
  g_strfreev (self->policy_paths);
  g_free (self->sender);
  g_strfreev (self->mailboxes);
}

static void
check_clear (Check *self)
{
  g_clear_pointer (&self->policy, heed_policy_unref);
  g_clear_pointer (&self->known, heed_known_domains_unref);
  g_clear_pointer (&self->sender, heed_mailbox_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, check_clear)

static gboolean
parse_options (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_ ("How to print: text, or json with one object a line"), "text|json" },
    { "known", 0, 0, G_OPTION_ARG_FILENAME, &options->known_path,
      N_ ("Whom you write to: a mailbox or domain a line, and after a tab how often"),
      N_ ("FILE") },
    { "policy", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->policy_paths,
      N_ ("A policy file in place of the installed ones; can be given again"), N_ ("FILE") },
    { "sender", 0, 0, G_OPTION_ARG_STRING, &options->sender, N_ ("Who sends the message"),
      N_ ("MAILBOX") },
    { "each", 0, 0, G_OPTION_ARG_NONE, &options->each, N_ ("Every mailbox is a message of its own"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->mailboxes, NULL,
      N_ ("[MAILBOX…]") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (
      context, _ ("Reviews one message with these recipients, and sends nothing. Reads them from "
                  "standard input, one a line, when none is given."));
  g_option_context_set_description (
      context, _ ("Exit status: 0 if no window would open, 1 if one would, 2 for bad usage or "
                  "input."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (options->format != NULL && !g_str_equal (options->format, "text") &&
      !g_str_equal (options->format, "json"))
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                   /* Translators: %s is what was typed. */
                   _ ("--format is “text” or “json”, not “%s”."), options->format);
      return FALSE;
    }
  return TRUE;
}

static HeedPolicyReading *
read_policy (char **paths)
{
  g_autoptr (GPtrArray) folders = heed_policy_folder_list_installed ();
  HeedPolicyReading *reading = paths != NULL
                                   ? heed_policy_reading_new_from_files ((const char *const *)paths)
                                   : heed_policy_reading_new (folders);
  GPtrArray *problems = heed_policy_reading_get_problems (reading);

  for (guint i = 0; i < problems->len; i++)
    g_printerr ("heedctl: %s\n", ((const GError *)problems->pdata[i])->message);
  return reading;
}

static gboolean
check_init (Check *self, const Options *options, GError **error)
{
  g_autoptr (HeedPolicyReading) reading = NULL;

  self->as_json = g_strcmp0 (options->format, "json") == 0;
  reading = read_policy (options->policy_paths);
  if (options->policy_paths != NULL && heed_policy_reading_get_problems (reading)->len > 0)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                           _ ("nothing was reviewed, since the policy is wrong."));
      return FALSE;
    }
  self->policy = heed_policy_ref (heed_policy_reading_get_policy (reading));
  self->known = options->known_path != NULL ? heed_known_file_read (options->known_path, error)
                                            : heed_known_domains_new ();
  if (self->known == NULL)
    return FALSE;
  if (options->sender != NULL)
    self->sender = heed_mailbox_new (options->sender, error);
  return options->sender == NULL || self->sender != NULL;
}

/* The worst of what concerns one recipient, or the whole message. */
static HeedSeverity
get_severity (const HeedReview *review, guint recipient)
{
  GPtrArray *findings = heed_review_get_findings (review);
  HeedSeverity worst = HEED_SEVERITY_CLEAR;

  for (guint i = 0; i < findings->len; i++)
    {
      const HeedFinding *finding = findings->pdata[i];
      guint about = heed_finding_get_recipient (finding);

      if (about == recipient || (about == HEED_FINDING_WHOLE_MESSAGE && recipient == 0))
        worst = MAX (worst, heed_finding_get_severity (finding));
    }
  return worst;
}

static json_object *
findings_to_json (HeedReview *review, guint recipient)
{
  g_autoptr (GVariant) all = g_variant_ref_sink (heed_verdict_variant_findings (review));
  GPtrArray *findings = heed_review_get_findings (review);
  json_object *array = json_object_new_array ();

  for (guint i = 0; i < findings->len; i++)
    {
      guint about = heed_finding_get_recipient (findings->pdata[i]);
      g_autoptr (GVariant) one = NULL;
      json_object *object;

      if (about != recipient && (about != HEED_FINDING_WHOLE_MESSAGE || recipient != 0))
        continue;
      one = g_variant_get_child_value (all, i);
      object = heed_json_variant_to_json (one);
      json_object_object_del (object, "recipient");
      json_object_array_add (array, object);
    }
  return array;
}

static void
print_json (HeedReview *review, guint recipient)
{
  GPtrArray *recipients = heed_message_get_recipients (heed_review_get_message (review));
  HeedMailbox *mailbox = heed_recipient_get_mailbox (recipients->pdata[recipient]);
  HeedSeverity severity = get_severity (review, recipient);
  g_autoptr (json_object) line = json_object_new_object ();

  json_object_object_add (line, "mailbox",
                          json_object_new_string (heed_mailbox_get_typed (mailbox)));
  json_object_object_add (line, "domain",
                          json_object_new_string (
                              heed_domain_get_unicode (heed_mailbox_get_domain (mailbox))));
  json_object_object_add (line, "severity",
                          json_object_new_string (heed_severity_get_name (severity)));
  json_object_object_add (line, "findings",
                          severity == HEED_SEVERITY_CLEAR ? json_object_new_array ()
                                                          : findings_to_json (review, recipient));
  /* JSON is UTF-8 whatever the locale, and g_print() would convert it. */
  puts (json_object_to_json_string_ext (line,
                                        JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
}

/* What a terminal would obey, or would not show, is written as its number. */
static char *
escape (const char *text)
{
  GString *shown = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isprint (c) && g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (shown, c);
      else
        g_string_append_printf (shown, "\\u{%04x}", c);
    }
  return g_string_free (shown, FALSE);
}

static void
print_text (HeedReview *review, guint recipient)
{
  GPtrArray *recipients = heed_message_get_recipients (heed_review_get_message (review));
  HeedMailbox *mailbox = heed_recipient_get_mailbox (recipients->pdata[recipient]);
  GPtrArray *findings = heed_review_get_findings (review);
  g_autofree char *shown = escape (heed_mailbox_get_typed (mailbox));

  g_print ("%-8s %s\n", heed_severity_get_name (get_severity (review, recipient)), shown);
  for (guint i = 0; i < findings->len; i++)
    {
      const HeedFinding *finding = findings->pdata[i];
      guint about = heed_finding_get_recipient (finding);

      if (about == recipient || (about == HEED_FINDING_WHOLE_MESSAGE && recipient == 0))
        {
          g_autofree char *heading = escape (heed_finding_get_heading (finding));
          g_autofree char *text = escape (heed_finding_get_text (finding));

          g_print ("         %s: %s. %s\n",
                   heed_finding_kind_get_name (heed_finding_get_kind (finding)), heading, text);
        }
    }
}

static void
review_message (Check *self, HeedMessage *message)
{
  g_autoptr (HeedReview) review = heed_reviewer_review (message, self->policy, self->known);
  guint n_recipients = heed_message_get_recipients (message)->len;

  for (guint i = 0; i < n_recipients; i++)
    {
      if (self->as_json)
        print_json (review, i);
      else
        print_text (review, i);
    }
  self->worst = MAX (self->worst, heed_review_get_severity (review));
}

static HeedMessage *
end_message (Check *self, HeedMessageBuilder *builder)
{
  if (self->sender != NULL)
    heed_message_builder_set_sender (builder, self->sender);
  return heed_message_builder_end (builder);
}

/* Adds one mailbox; with @each, its message is complete and is reviewed. */
static gboolean
take_mailbox (
    Check *self, HeedMessageBuilder *builder, const char *text, gboolean each, GError **error)
{
  if (!heed_message_builder_add_recipient (builder, HEED_ROLE_TO, text, error))
    return FALSE;
  if (each)
    {
      g_autoptr (HeedMessage) message = end_message (self, builder);

      review_message (self, message);
    }
  return TRUE;
}

static gboolean
take_lines (Check *self, HeedMessageBuilder *builder, gboolean each, GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);
  guint number = 0;

  g_data_input_stream_set_newline_type (lines, G_DATA_STREAM_NEWLINE_TYPE_ANY);
  for (;;)
    {
      g_autoptr (GError) fault = NULL;
      gsize length = 0;
      g_autofree char *line = g_data_input_stream_read_line_utf8 (lines, &length, NULL, &fault);

      if (line == NULL && fault == NULL)
        return TRUE;
      number++;
      if (line != NULL && strlen (line) != length)
        g_set_error_literal (&fault, HEED_ERROR, HEED_ERROR_INVALID_RECIPIENT,
                             _ ("a mailbox cannot hold a NUL character."));
      else if (line != NULL && *line != '\0' && !take_mailbox (self, builder, line, each, &fault))
        g_clear_pointer (&line, g_free);
      if (fault != NULL)
        {
          g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_RECIPIENT,
                       /* Translators: %u is a line of the input, %s what is wrong with it. */
                       _ ("line %u: %s"), number, fault->message);
          return FALSE;
        }
    }
}

static gboolean
run (Check *self, const Options *options, GError **error)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (HeedMessage) message = NULL;

  if (!check_init (self, options, error))
    return FALSE;
  if (options->mailboxes == NULL && !take_lines (self, builder, options->each, error))
    return FALSE;
  for (guint i = 0; options->mailboxes != NULL && options->mailboxes[i] != NULL; i++)
    {
      if (!take_mailbox (self, builder, options->mailboxes[i], options->each, error))
        return FALSE;
    }
  if (options->each)
    return TRUE;
  message = end_message (self, builder);
  if (heed_message_get_recipients (message)->len == 0)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                           _ ("no mailbox was given."));
      return FALSE;
    }
  review_message (self, message);
  return TRUE;
}

int
heedctl_check (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_auto (Check) check = { 0 };
  g_autoptr (GError) error = NULL;

  g_set_prgname ("heedctl check");
  if (!parse_options (&options, &argc, &argv, &error) || !run (&check, &options, &error))
    {
      g_printerr ("heedctl: %s\n", error->message);
      return EXIT_BAD_INPUT;
    }
  return check.worst >= HEED_SEVERITY_CAUTION ? EXIT_SOMETHING : EXIT_CLEAR;
}
