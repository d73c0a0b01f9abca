/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-correction.h"

typedef struct
{
  HeedMailbox *mailbox; /* (owned) (nullable): to send to instead */
  gboolean removed;
  gboolean hidden;
} Change;

struct _HeedCorrection
{
  HeedMessage *message; /* (owned) */
  GArray *changes;      /* (owned) (element-type Change): one for each recipient */
};

static void
change_clear (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->mailbox, heed_mailbox_unref);
}

HeedCorrection *
heed_correction_new (HeedMessage *message)
{
  HeedCorrection *self = g_new0 (HeedCorrection, 1);

  self->message = heed_message_ref (message);
  self->changes = g_array_new (FALSE, TRUE, sizeof (Change));
  g_array_set_clear_func (self->changes, change_clear);
  g_array_set_size (self->changes, heed_message_get_recipients (message)->len);
  return self;
}

void
heed_correction_free (HeedCorrection *self)
{
  heed_message_unref (self->message);
  g_array_unref (self->changes);
  g_free (self);
}

static Change *
get_change (const HeedCorrection *self, guint recipient)
{
  g_assert (recipient < self->changes->len);
  return &g_array_index (self->changes, Change, recipient);
}

void
heed_correction_replace (HeedCorrection *self, guint recipient, HeedMailbox *mailbox)
{
  Change *change = get_change (self, recipient);

  change_clear (change);
  change->mailbox = heed_mailbox_ref (mailbox);
}

void
heed_correction_remove (HeedCorrection *self, guint recipient)
{
  get_change (self, recipient)->removed = TRUE;
}

void
heed_correction_hide (HeedCorrection *self, guint recipient)
{
  get_change (self, recipient)->hidden = TRUE;
}

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

/* The addresses that get the message as they are. */
static GHashTable *
list_unchanged (const HeedCorrection *self)
{
  GPtrArray *recipients = heed_message_get_recipients (self->message);
  GHashTable *addresses = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < recipients->len; i++)
    {
      HeedMailbox *mailbox = heed_recipient_get_mailbox (recipients->pdata[i]);
      const Change *change = get_change (self, i);

      if (change->mailbox == NULL && !change->removed)
        g_hash_table_add (addresses, (gpointer)heed_mailbox_get_address (mailbox));
    }
  return addresses;
}

static gboolean
add_recipient (HeedMessageBuilder *builder, const HeedRecipient *recipient, const Change *change)
{
  HeedMailbox *mailbox =
      change->mailbox != NULL ? change->mailbox : heed_recipient_get_mailbox (recipient);
  HeedRole role = change->hidden ? HEED_ROLE_BCC : heed_recipient_get_role (recipient);
  g_autofree char *text = heed_mailbox_to_string (mailbox);

  return heed_message_builder_add_recipient (builder, role, text, NULL);
}

HeedMessage *
heed_correction_apply (const HeedCorrection *self)
{
  GPtrArray *recipients = heed_message_get_recipients (self->message);
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (GHashTable) addresses = list_unchanged (self);
  g_autoptr (HeedMessage) message = NULL;

  for (guint i = 0; i < recipients->len; i++)
    {
      const Change *change = get_change (self, i);

      if (change->removed ||
          (change->mailbox != NULL &&
           !g_hash_table_add (addresses, (gpointer)heed_mailbox_get_address (change->mailbox))))
        continue;
      if (!add_recipient (builder, recipients->pdata[i], change))
        return NULL;
    }
  copy_context (builder, self->message);
  message = heed_message_builder_end (builder);
  if (heed_message_get_recipients (message)->len == 0)
    return NULL;
  return g_steal_pointer (&message);
}
