/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-recipient-text.h"

#include <glib/gi18n-lib.h>

#include "heed-shown-text.h"

const char *
heed_recipient_text_get_role (HeedRole role)
{
  switch (role)
    {
    case HEED_ROLE_CC:
      return C_ ("recipient", "Cc");
    case HEED_ROLE_BCC:
      return C_ ("recipient", "Bcc");
    case HEED_ROLE_TO:
    default:
      return C_ ("recipient", "To");
    }
}

char *
heed_recipient_text_name (const HeedRecipient *recipient)
{
  HeedMailbox *mailbox = heed_recipient_get_mailbox (recipient);
  g_autofree char *address = heed_shown_text_isolate (heed_mailbox_get_typed (mailbox));

  /* Translators: a recipient: the first %s is To, Cc or Bcc, the second an address. */
  return g_strdup_printf (C_ ("recipient", "%s: %s"),
                          heed_recipient_text_get_role (heed_recipient_get_role (recipient)),
                          address);
}

char *
heed_recipient_text_describe (const HeedRecipient *recipient)
{
  HeedMailbox *mailbox = heed_recipient_get_mailbox (recipient);
  const char *name = heed_mailbox_get_name (mailbox);
  const char *role = heed_recipient_text_get_role (heed_recipient_get_role (recipient));
  g_autofree char *address = heed_shown_text_isolate (heed_mailbox_get_typed (mailbox));
  g_autofree char *shown = NULL;

  if (name == NULL || *name == '\0')
    return heed_recipient_text_name (recipient);
  shown = heed_shown_text_isolate (name);
  /* Translators: the first %s is To, Cc or Bcc, the second a name, the third an address. */
  return g_strdup_printf (_ ("%s: %s, %s"), role, shown, address);
}

char *
heed_recipient_text_describe_group (HeedRecipientGroup *group)
{
  guint n = heed_recipient_group_get_recipients (group)->len;
  g_autofree char *domain =
      heed_shown_text_isolate (heed_domain_get_unicode (heed_recipient_group_get_domain (group)));

  /* Translators: %1$s is a domain, %2$u how many recipients are there. */
  return g_strdup_printf (ngettext ("%1$s: %2$'u recipient", "%1$s: %2$'u recipients", n), domain,
                          n);
}
