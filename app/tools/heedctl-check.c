/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heedctl-check.h"

#include "heed-error.h"
#include "heed-known-file.h"
#include "heed-policy-folder.h"
#include "heed-policy-reading.h"
#include "heedctl-findings.h"
#include "heedctl-reviewer.h"
#include "heedctl-words.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
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
  HeedctlReviewer *reviewer; /* (owned) */
  HeedMailbox *sender;       /* (owned) (nullable) */
  GPtrArray *typed;          /* (owned) (element-type utf8): of the message that is gathered */
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
  g_clear_pointer (&self->reviewer, heedctl_reviewer_free);
  g_clear_pointer (&self->sender, heed_mailbox_unref);
  g_clear_pointer (&self->typed, g_ptr_array_unref);
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
      N_ ("Whom you write to, in place of the history"), N_ ("FILE") },
    { "policy", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->policy_paths,
      N_ ("In place of the installed policy; can be repeated"), N_ ("FILE") },
    { "sender", 0, 0, G_OPTION_ARG_FILENAME, &options->sender, N_ ("Who sends the message"),
      N_ ("MAILBOX") },
    { "each", 0, 0, G_OPTION_ARG_NONE, &options->each, N_ ("Every mailbox is a message of its own"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->mailboxes, NULL,
      N_ ("[MAILBOX…]") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = heedctl_words_new_context (
      NULL,
      _ ("Reviews one message with these recipients, and sends nothing. Reads them from standard "
         "input, one a line, when none is given. The running service reviews, with what it "
         "remembers; with --known or --policy, or where no service answers, this program does. "
         "FILE of --known has a mailbox or domain a line, and after a tab how often."),
      _ ("What is said of the whole message stands with its first mailbox in JSON, marked as "
         "\"message\".\n\nExit status: 0 if there is nothing at caution or above, 1 if there is "
         "something, 2 for "
         "bad usage or input."),
      entries);

  return g_option_context_parse (context, argc, argv, error) &&
         heedctl_words_to_utf8 (&options->sender, error) &&
         heedctl_words_all_to_utf8 (options->mailboxes, error);
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

static HeedctlReviewer *
make_own_reviewer (const Options *options, GError **error)
{
  g_autoptr (HeedPolicyReading) reading = read_policy (options->policy_paths);
  g_autoptr (HeedKnownDomains) known = NULL;

  if (options->policy_paths != NULL && heed_policy_reading_get_problems (reading)->len > 0)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                           _ ("nothing was reviewed, since the policy is wrong."));
      return NULL;
    }
  known = options->known_path != NULL ? heed_known_file_read (options->known_path, error)
                                      : heed_known_domains_new ();
  if (known == NULL)
    return NULL;
  return heedctl_reviewer_new (heed_policy_reading_get_policy (reading), known);
}

static HeedctlReviewer *
make_reviewer (const Options *options, GError **error)
{
  g_autoptr (GError) fault = NULL;
  HeedctlReviewer *reviewer = NULL;

  if (options->known_path == NULL && options->policy_paths == NULL)
    {
      reviewer = heedctl_reviewer_new_for_service (&fault);
      if (reviewer == NULL)
        /* Translators: %s says why. */
        g_printerr (_ ("heedctl: reviewed without what you wrote to before, since no service "
                       "answers: %s\n"),
                    fault->message);
    }
  return reviewer != NULL ? reviewer : make_own_reviewer (options, error);
}

static gboolean
check_init (Check *self, const Options *options, GError **error)
{
  if (!heedctl_words_read_format (options->format, &self->as_json, error))
    return FALSE;
  if (options->sender != NULL && (self->sender = heed_mailbox_new (options->sender, error)) == NULL)
    return FALSE;
  self->typed = g_ptr_array_new_with_free_func (g_free);
  self->reviewer = make_reviewer (options, error);
  return self->reviewer != NULL;
}

static gboolean
has_groups (const Check *self, HeedMessage *message)
{
  GPtrArray *recipients = heed_message_get_recipients (message);
  gboolean has = recipients->len != self->typed->len;

  for (guint i = 0; !has && i < recipients->len; i++)
    has = heed_recipient_get_index (recipients->pdata[i]) != i;
  return has;
}

/* What was typed for each recipient. The members of a group are recipients of their own, so that a
 * finding says which of them it is about. */
static GVariant *
make_recipients (const Check *self, HeedMessage *message)
{
  gboolean by_member = has_groups (self, message);
  GPtrArray *recipients = heed_message_get_recipients (message);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < recipients->len; i++)
    {
      const HeedRecipient *recipient = recipients->pdata[i];
      g_autofree char *member = NULL;

      if (by_member)
        member = heed_mailbox_to_string (heed_recipient_get_mailbox (recipient));
      g_variant_builder_add (&builder, "(ss)", heed_role_get_name (HEED_ROLE_TO),
                             member != NULL ? member : self->typed->pdata[i]);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static HeedMessage *
end_message (const Check *self, HeedMessageBuilder *builder)
{
  if (self->sender != NULL)
    heed_message_builder_set_sender (builder, self->sender);
  return heed_message_builder_end (builder);
}

/* Returns: (transfer full) (nullable): @message, counted as @recipients are */
static HeedMessage *
recount (const Check *self, HeedMessage *message, GVariant *recipients, GError **error)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  GVariantIter iter;
  const char *text;

  if (!has_groups (self, message))
    return heed_message_ref (message);
  g_variant_iter_init (&iter, recipients);
  while (g_variant_iter_next (&iter, "(&s&s)", NULL, &text))
    {
      if (!heed_message_builder_add_recipient (builder, HEED_ROLE_TO, text, error))
        return NULL;
    }
  return end_message (self, builder);
}

static gboolean
review_message (Check *self, HeedMessage *message, GError **error)
{
  GPtrArray *all = heed_message_get_recipients (message);
  g_autoptr (GVariant) recipients = make_recipients (self, message);
  g_autoptr (HeedMessage) counted = recount (self, message, recipients, error);
  GPtrArray *about_message;
  HeedSeverity worst_of_message;
  g_autoptr (GVariant) findings = NULL;
  g_autoptr (GPtrArray) sorted = NULL;

  g_ptr_array_set_size (self->typed, 0);
  if (counted == NULL)
    return FALSE;
  if (all->len == 0)
    return TRUE;
  findings = heedctl_reviewer_review (self->reviewer, counted, recipients, error);
  if (findings == NULL)
    return FALSE;
  sorted = heedctl_findings_sort (findings, all->len);
  about_message = sorted->pdata[all->len];
  worst_of_message = heedctl_findings_get_worst (about_message);
  for (guint i = 0; i < all->len; i++)
    {
      HeedMailbox *mailbox = heed_recipient_get_mailbox (all->pdata[i]);
      GPtrArray *about = sorted->pdata[i];
      HeedSeverity worst = heedctl_findings_get_worst (about);

      if (self->as_json)
        heedctl_findings_print_json (mailbox, i == 0 ? MAX (worst, worst_of_message) : worst, about,
                                     i == 0 ? about_message : NULL);
      else
        heedctl_findings_print_text (heed_mailbox_get_typed (mailbox), about);
      self->worst = MAX (self->worst, worst);
    }
  if (!self->as_json && about_message->len > 0)
    heedctl_findings_print_text (_ ("the whole message"), about_message);
  self->worst = MAX (self->worst, worst_of_message);
  return TRUE;
}

/* Adds one mailbox; with @each, its message is complete and is reviewed. */
static gboolean
take_mailbox (
    Check *self, HeedMessageBuilder *builder, const char *text, gboolean each, GError **error)
{
  g_autoptr (HeedMessage) message = NULL;

  if (!heed_message_builder_add_recipient (builder, HEED_ROLE_TO, text, error))
    return FALSE;
  g_ptr_array_add (self->typed, g_strdup (text));
  if (!each)
    return TRUE;
  message = end_message (self, builder);
  return review_message (self, message, error);
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
        {
          /* Translators: stands before what is wrong with one of several mailboxes; %u counts
           * from 1. */
          g_prefix_error (error, _ ("mailbox %u: "), i + 1);
          return FALSE;
        }
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
  return review_message (self, message, error);
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
