/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-message.h"

#include "heed-error.h"
#include "heed-limits.h"

#include <glib/gi18n-lib.h>

struct _HeedMessage
{
  GPtrArray *recipients; /* (owned) (element-type HeedRecipient) */
  HeedMailbox *sender;   /* (owned) (nullable) */
  GPtrArray *thread;     /* (owned) (element-type HeedMailbox) */
  char **lists;          /* (owned) */
  char *subject;         /* (owned) (nullable) */
  char *client;          /* (owned) (nullable) */
  GArray *attachments;   /* (owned) (element-type HeedAttachment) */
  char *digest;          /* (owned) */
};

struct _HeedMessageBuilder
{
  HeedMessage *message; /* (owned) */
  guint n_asked;        /* recipients added, a group counting once */
};

G_DEFINE_BOXED_TYPE (HeedMessage, heed_message, heed_message_ref, heed_message_unref)

static void
heed_attachment_clear (gpointer data)
{
  g_clear_pointer (&((HeedAttachment *)data)->name, g_free);
}

static void
heed_message_clear (gpointer data)
{
  HeedMessage *self = data;

  g_ptr_array_unref (self->recipients);
  g_clear_pointer (&self->sender, heed_mailbox_unref);
  g_ptr_array_unref (self->thread);
  g_strfreev (self->lists);
  g_free (self->subject);
  g_free (self->client);
  g_array_unref (self->attachments);
  g_free (self->digest);
}

HeedMessage *
heed_message_ref (HeedMessage *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
heed_message_unref (HeedMessage *self)
{
  g_atomic_rc_box_release_full (self, heed_message_clear);
}

GPtrArray *
heed_message_get_recipients (const HeedMessage *self)
{
  return self->recipients;
}

HeedMailbox *
heed_message_get_sender (const HeedMessage *self)
{
  return self->sender;
}

GPtrArray *
heed_message_get_thread (const HeedMessage *self)
{
  return self->thread;
}

const char *const *
heed_message_get_lists (const HeedMessage *self)
{
  return (const char *const *)self->lists;
}

const char *
heed_message_get_subject (const HeedMessage *self)
{
  return self->subject;
}

const char *
heed_message_get_client (const HeedMessage *self)
{
  return self->client;
}

GArray *
heed_message_get_attachments (const HeedMessage *self)
{
  return self->attachments;
}

const char *
heed_message_get_digest (const HeedMessage *self)
{
  return self->digest;
}

static HeedMessage *
heed_message_new_empty (void)
{
  HeedMessage *self = g_atomic_rc_box_new0 (HeedMessage);

  self->recipients = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_recipient_unref);
  self->thread = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_mailbox_unref);
  self->lists = g_new0 (char *, 1);
  self->attachments = g_array_new (FALSE, FALSE, sizeof (HeedAttachment));
  g_array_set_clear_func (self->attachments, heed_attachment_clear);
  return self;
}

HeedMessageBuilder *
heed_message_builder_new (void)
{
  HeedMessageBuilder *self = g_new0 (HeedMessageBuilder, 1);

  self->message = heed_message_new_empty ();
  return self;
}

void
heed_message_builder_free (HeedMessageBuilder *self)
{
  heed_message_unref (self->message);
  g_free (self);
}

gboolean
heed_message_builder_add_recipient (HeedMessageBuilder *self,
                                    HeedRole role,
                                    const char *text,
                                    GError **error)
{
  GPtrArray *recipients = self->message->recipients;
  guint index = self->n_asked;

  g_autoptr (GPtrArray) mailboxes = heed_mailbox_parse_list (text, error);
  if (mailboxes == NULL)
    return FALSE;
  if (recipients->len + mailboxes->len > HEED_LIMIT_RECIPIENTS)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
                   /* Translators: %d is 10000. */
                   _ ("A message can have at most %d recipients."), HEED_LIMIT_RECIPIENTS);
      return FALSE;
    }
  for (guint i = 0; i < mailboxes->len; i++)
    g_ptr_array_add (recipients, heed_recipient_new (role, index, mailboxes->pdata[i]));
  self->n_asked++;
  return TRUE;
}

void
heed_message_builder_set_sender (HeedMessageBuilder *self, HeedMailbox *sender)
{
  g_clear_pointer (&self->message->sender, heed_mailbox_unref);
  self->message->sender = heed_mailbox_ref (sender);
}

void
heed_message_builder_add_thread (HeedMessageBuilder *self, HeedMailbox *mailbox)
{
  g_ptr_array_add (self->message->thread, heed_mailbox_ref (mailbox));
}

void
heed_message_builder_set_lists (HeedMessageBuilder *self, const char *const *lists)
{
  g_strfreev (self->message->lists);
  self->message->lists = g_strdupv ((char **)lists);
}

void
heed_message_builder_set_subject (HeedMessageBuilder *self, const char *subject)
{
  g_free (self->message->subject);
  self->message->subject = g_strdup (subject);
}

void
heed_message_builder_set_client (HeedMessageBuilder *self, const char *client)
{
  g_free (self->message->client);
  self->message->client = g_strdup (client);
}

void
heed_message_builder_add_attachment (HeedMessageBuilder *self, const char *name, guint64 bytes)
{
  HeedAttachment attachment = { .name = g_strdup (name), .bytes = bytes };

  g_array_append_val (self->message->attachments, attachment);
}

static char *
digest_recipients (GPtrArray *recipients)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < recipients->len; i++)
    {
      const HeedRecipient *recipient = recipients->pdata[i];
      const char *role = heed_role_get_name (heed_recipient_get_role (recipient));
      const char *address = heed_mailbox_get_address (heed_recipient_get_mailbox (recipient));

      g_checksum_update (checksum, (const guchar *)role, -1);
      g_checksum_update (checksum, (const guchar *)" ", 1);
      g_checksum_update (checksum, (const guchar *)address, -1);
      g_checksum_update (checksum, (const guchar *)"\n", 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

HeedMessage *
heed_message_builder_end (HeedMessageBuilder *self)
{
  g_autoptr (HeedMessage) message = g_steal_pointer (&self->message);

  message->digest = digest_recipients (message->recipients);
  self->message = heed_message_new_empty ();
  self->n_asked = 0;
  return g_steal_pointer (&message);
}
