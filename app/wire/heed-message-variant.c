/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-message-variant.h"

#include <glib/gi18n-lib.h>

#include "heed-error.h"
#include "heed-limits.h"
#include "heed-option.h"

static gboolean
set_no_recipients (GError **error)
{
  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                       "The message has no recipients");
  return FALSE;
}

/* By child values, since a format with & would first copy the whole list into one block. */
static gboolean
add_recipient (HeedMessageBuilder *builder, GVariant *recipients, gsize i, GError **error)
{
  g_autoptr (GVariant) recipient = g_variant_get_child_value (recipients, i);
  g_autoptr (GVariant) role_name = g_variant_get_child_value (recipient, 0);
  g_autoptr (GVariant) mailbox = g_variant_get_child_value (recipient, 1);
  HeedRole role;

  if (!heed_role_from_name (g_variant_get_string (role_name, NULL), &role))
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_RECIPIENT,
                           /* Translators: these three are names, and stay as they are. */
                           _ ("The role must be “to”, “cc” or “bcc”."));
      return FALSE;
    }
  return heed_message_builder_add_recipient (builder, role, g_variant_get_string (mailbox, NULL),
                                             error);
}

static gboolean
add_recipients (HeedMessageBuilder *builder, GVariant *recipients, GError **error)
{
  gsize n = g_variant_n_children (recipients);

  if (n == 0)
    return set_no_recipients (error);
  if (n > HEED_LIMIT_RECIPIENTS)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
                   /* Translators: %d is 10000. */
                   _ ("A message can have at most %d recipients."), HEED_LIMIT_RECIPIENTS);
      return FALSE;
    }
  for (gsize i = 0; i < n; i++)
    {
      if (!add_recipient (builder, recipients, i, error))
        {
          /* Translators: stands before what is wrong with one recipient of a message; %u counts
           * from 1. */
          g_prefix_error (error, _ ("Recipient %u: "), (guint)i + 1);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
set_sender (HeedMessageBuilder *builder, GVariant *options, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (HeedMailbox) sender = NULL;

  if (!heed_option_lookup_string (options, "sender", &text, error))
    return FALSE;
  if (text == NULL || *text == '\0')
    return TRUE;
  sender = heed_mailbox_new (text, error);
  if (sender == NULL)
    {
      /* Translators: stands before what is wrong with the sender of a message. */
      g_prefix_error (error, _ ("Sender: "));
      return FALSE;
    }
  heed_message_builder_set_sender (builder, sender);
  return TRUE;
}

/* A message replied to may carry anything. What cannot be read there is no evidence, and no reason
 * to refuse. */
static gboolean
add_thread (HeedMessageBuilder *builder, GVariant *options, GError **error)
{
  g_autoptr (GVariant) thread = NULL;
  gsize n;

  if (!heed_option_lookup_array (options, "thread", G_VARIANT_TYPE_STRING_ARRAY, &thread, error))
    return FALSE;
  n = thread != NULL ? g_variant_n_children (thread) : 0;
  for (gsize i = 0; i < n; i++)
    {
      const char *text;
      g_autoptr (GPtrArray) mailboxes = NULL;

      g_variant_get_child (thread, i, "&s", &text);
      mailboxes = heed_mailbox_parse_list (text, NULL);
      for (guint j = 0; mailboxes != NULL && j < mailboxes->len; j++)
        heed_message_builder_add_thread (builder, mailboxes->pdata[j]);
    }
  return TRUE;
}

static gboolean
add_context (HeedMessageBuilder *builder, GVariant *options, GError **error)
{
  g_autofree char *subject = NULL;
  g_autofree char *client = NULL;
  g_autoptr (GVariant) attachments = NULL;
  g_autoptr (GVariant) lists = NULL;
  gsize n;

  if (!heed_option_lookup_string (options, "subject", &subject, error) ||
      !heed_option_lookup_string (options, "client", &client, error) ||
      !heed_option_lookup_array (options, "attachments", G_VARIANT_TYPE ("a(st)"), &attachments,
                                 error) ||
      !heed_option_lookup_array (options, "lists", G_VARIANT_TYPE_STRING_ARRAY, &lists, error))
    return FALSE;
  heed_message_builder_set_subject (builder, subject);
  heed_message_builder_set_client (builder, client);
  if (lists != NULL)
    {
      g_autofree const char **names = g_variant_get_strv (lists, NULL);

      heed_message_builder_set_lists (builder, names);
    }
  n = attachments != NULL ? g_variant_n_children (attachments) : 0;
  for (gsize i = 0; i < n; i++)
    {
      const char *name;
      guint64 bytes;

      g_variant_get_child (attachments, i, "(&st)", &name, &bytes);
      heed_message_builder_add_attachment (builder, name, bytes);
    }
  return TRUE;
}

HeedMessage *
heed_message_variant_parse (GVariant *recipients, GVariant *options, GError **error)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (HeedMessage) message = NULL;

  if (!add_recipients (builder, recipients, error) || !set_sender (builder, options, error) ||
      !add_thread (builder, options, error) || !add_context (builder, options, error))
    return NULL;
  message = heed_message_builder_end (builder);
  /* Groups can be empty. */
  if (heed_message_get_recipients (message)->len > 0)
    return g_steal_pointer (&message);
  set_no_recipients (error);
  return NULL;
}

GVariant *
heed_message_variant_recipients (const HeedMessage *message)
{
  GPtrArray *recipients = heed_message_get_recipients (message);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < recipients->len; i++)
    {
      const HeedRecipient *recipient = recipients->pdata[i];
      g_autofree char *mailbox = heed_mailbox_to_string (heed_recipient_get_mailbox (recipient));

      g_variant_builder_add (&builder, "(ss)",
                             heed_role_get_name (heed_recipient_get_role (recipient)), mailbox);
    }
  return g_variant_builder_end (&builder);
}
