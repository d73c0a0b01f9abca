/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-mailbox.h"

G_BEGIN_DECLS

/**
 * HeedRole:
 *
 * Which field of the message a recipient stands in.
 */
typedef enum
{
  HEED_ROLE_TO,
  HEED_ROLE_CC,
  HEED_ROLE_BCC,
} HeedRole;

#define HEED_N_ROLES (HEED_ROLE_BCC + 1)

/** heed_role_get_name: Returns: (transfer none): `to`, `cc` or `bcc` */
const char *heed_role_get_name (HeedRole role);

/** heed_role_from_name: Returns: whether @name is a role; @role is untouched when it is not */
gboolean heed_role_from_name (const char *name, HeedRole *role);

#define HEED_TYPE_RECIPIENT (heed_recipient_get_type ())

/**
 * HeedRecipient:
 *
 * One recipient of a message: a role and a mailbox, and the place it had in what the caller handed
 * over (the members of a group share one). Immutable, ref-counted.
 */
typedef struct _HeedRecipient HeedRecipient;

GType heed_recipient_get_type (void) G_GNUC_CONST;

HeedRecipient *heed_recipient_new (HeedRole role, guint index, HeedMailbox *mailbox);
HeedRecipient *heed_recipient_ref (HeedRecipient *self);
void heed_recipient_unref (HeedRecipient *self);

HeedRole heed_recipient_get_role (const HeedRecipient *self);
guint heed_recipient_get_index (const HeedRecipient *self);

/** heed_recipient_get_mailbox: Returns: (transfer none): the mailbox */
HeedMailbox *heed_recipient_get_mailbox (const HeedRecipient *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedRecipient, heed_recipient_unref)

G_END_DECLS
