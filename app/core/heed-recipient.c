/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-recipient.h"

struct _HeedRecipient
{
  HeedRole role;
  guint index;
  HeedMailbox *mailbox; /* (owned) */
};

G_DEFINE_BOXED_TYPE (HeedRecipient, heed_recipient, heed_recipient_ref, heed_recipient_unref)

static const char *const role_names[HEED_N_ROLES] = {
  [HEED_ROLE_TO] = "to",
  [HEED_ROLE_CC] = "cc",
  [HEED_ROLE_BCC] = "bcc",
};

const char *
heed_role_get_name (HeedRole role)
{
  g_return_val_if_fail ((guint)role < HEED_N_ROLES, NULL);
  return role_names[role];
}

gboolean
heed_role_from_name (const char *name, HeedRole *role)
{
  for (guint i = 0; i < HEED_N_ROLES; i++)
    {
      if (g_str_equal (name, role_names[i]))
        {
          *role = i;
          return TRUE;
        }
    }
  return FALSE;
}

HeedRecipient *
heed_recipient_new (HeedRole role, guint index, HeedMailbox *mailbox)
{
  HeedRecipient *self = g_atomic_rc_box_new0 (HeedRecipient);

  self->role = role;
  self->index = index;
  self->mailbox = heed_mailbox_ref (mailbox);
  return self;
}

HeedRecipient *
heed_recipient_ref (HeedRecipient *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
heed_recipient_clear (gpointer data)
{
  HeedRecipient *self = data;

  heed_mailbox_unref (self->mailbox);
}

void
heed_recipient_unref (HeedRecipient *self)
{
  g_atomic_rc_box_release_full (self, heed_recipient_clear);
}

HeedRole
heed_recipient_get_role (const HeedRecipient *self)
{
  return self->role;
}

guint
heed_recipient_get_index (const HeedRecipient *self)
{
  return self->index;
}

HeedMailbox *
heed_recipient_get_mailbox (const HeedRecipient *self)
{
  return self->mailbox;
}
