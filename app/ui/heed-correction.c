/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-correction.h"

static void
copy_context (HeedMessageBuilder *builder, HeedMessage *message)
{
  GPtrArray *thread = heed_message_get_thread (message);
  GArray *attachments = heed_message_get_attachments (message);

  if (heed_message_get_sender (message) != NULL)
    heed_message_builder_set_sender (builder, heed_message_get_sender (message));
  if (heed_message_get_subject (message) != NULL)
    heed_message_builder_set_subject (builder, heed_message_get_subject (message));
  if (heed_message_get_client (message) != NULL)
    heed_message_builder_set_client (builder, heed_message_get_client (message));
  heed_message_builder_set_lists (builder, heed_message_get_lists (message));
  for (guint i = 0; i < thread->len; i++)
    heed_message_builder_add_thread (builder, thread->pdata[i]);
  for (guint i = 0; i < attachments->len; i++)
    {
      const HeedAttachment *attachment = &g_array_index (attachments, HeedAttachment, i);

      heed_message_builder_add_attachment (builder, attachment->name, attachment->bytes);
    }
}

HeedMessage *
heed_correction_apply (HeedMessage *message, HeedMailbox *const *corrections)
{
  GPtrArray *recipients = heed_message_get_recipients (message);
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (GHashTable) addresses = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < recipients->len; i++)
    {
      HeedMailbox *mailbox = heed_recipient_get_mailbox (recipients->pdata[i]);

      if (corrections[i] == NULL)
        g_hash_table_add (addresses, (gpointer)heed_mailbox_get_address (mailbox));
    }
  for (guint i = 0; i < recipients->len; i++)
    {
      HeedRecipient *recipient = recipients->pdata[i];
      HeedMailbox *mailbox =
          corrections[i] != NULL ? corrections[i] : heed_recipient_get_mailbox (recipient);
      g_autofree char *text = NULL;

      if (corrections[i] != NULL &&
          !g_hash_table_add (addresses, (gpointer)heed_mailbox_get_address (mailbox)))
        continue;
      text = heed_mailbox_to_string (mailbox);
      if (!heed_message_builder_add_recipient (builder, heed_recipient_get_role (recipient), text,
                                               NULL))
        return NULL;
    }
  copy_context (builder, message);
  return heed_message_builder_end (builder);
}
