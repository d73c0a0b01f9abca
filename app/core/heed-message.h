/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-recipient.h"

G_BEGIN_DECLS

#define HEED_TYPE_MESSAGE (heed_message_get_type ())

/**
 * HeedMessage:
 *
 * What is about to be sent: recipients and context. Immutable, ref-counted, made by a
 * #HeedMessageBuilder.
 */
typedef struct _HeedMessage HeedMessage;

/**
 * HeedAttachment:
 * @name: (owned): the file's name as the mail program shows it
 * @bytes: its size in bytes
 */
typedef struct
{
  char *name;
  guint64 bytes;
} HeedAttachment;

GType heed_message_get_type (void) G_GNUC_CONST;

HeedMessage *heed_message_ref (HeedMessage *self);
void heed_message_unref (HeedMessage *self);

/** heed_message_get_recipients: Returns: (transfer none) (element-type HeedRecipient): the
 * recipients in order */
GPtrArray *heed_message_get_recipients (const HeedMessage *self);

/** heed_message_get_sender: Returns: (transfer none) (nullable): the mailbox the message is sent
 * from */
HeedMailbox *heed_message_get_sender (const HeedMessage *self);

/** heed_message_get_thread: Returns: (transfer none) (element-type HeedMailbox): mailboxes of the
 * message replied to */
GPtrArray *heed_message_get_thread (const HeedMessage *self);

/** heed_message_get_lists: Returns: (transfer none) (array zero-terminated=1): names of lists
 * nobody could expand */
const char *const *heed_message_get_lists (const HeedMessage *self);

/** heed_message_get_subject: Returns: (transfer none) (nullable): the subject */
const char *heed_message_get_subject (const HeedMessage *self);

/** heed_message_get_client: Returns: (transfer none) (nullable): name and version of the mail
 * program */
const char *heed_message_get_client (const HeedMessage *self);

/** heed_message_get_attachments: Returns: (transfer none) (element-type HeedAttachment): the
 * attachments */
GArray *heed_message_get_attachments (const HeedMessage *self);

/**
 * heed_message_get_digest:
 *
 * Returns: (transfer none): SHA-256 in lower-case hexadecimal over the recipients' roles and
 * normalised addresses in order, each `role SP address LF`; the same for the same recipients
 * however they are written
 */
const char *heed_message_get_digest (const HeedMessage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedMessage, heed_message_unref)

/**
 * HeedMessageBuilder:
 *
 * Gathers a message; heed_message_builder_end() makes it.
 */
typedef struct _HeedMessageBuilder HeedMessageBuilder;

HeedMessageBuilder *heed_message_builder_new (void);
void heed_message_builder_free (HeedMessageBuilder *self);

/**
 * heed_message_builder_add_recipient:
 * @self: a builder
 * @role: the role
 * @text: a mailbox or a group in UTF-8
 * @error: return location for an error
 *
 * Returns: whether it was added; %FALSE with %HEED_ERROR_INVALID_RECIPIENT, which names the
 * recipient's index, or %HEED_ERROR_LIMIT_EXCEEDED
 */
gboolean heed_message_builder_add_recipient (HeedMessageBuilder *self,
                                             HeedRole role,
                                             const char *text,
                                             GError **error);

void heed_message_builder_set_sender (HeedMessageBuilder *self, HeedMailbox *sender);
void heed_message_builder_add_thread (HeedMessageBuilder *self, HeedMailbox *mailbox);
void heed_message_builder_set_lists (HeedMessageBuilder *self, const char *const *lists);
void heed_message_builder_set_subject (HeedMessageBuilder *self, const char *subject);
void heed_message_builder_set_client (HeedMessageBuilder *self, const char *client);
void
heed_message_builder_add_attachment (HeedMessageBuilder *self, const char *name, guint64 bytes);

/** heed_message_builder_end: Returns: (transfer full): the message; @self is empty again */
HeedMessage *heed_message_builder_end (HeedMessageBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedMessageBuilder, heed_message_builder_free)

G_END_DECLS
