/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is read as a mailbox is text, and means the same when it is written and read again:
 * a correction goes back to the mail program as text. */

#include "fuzz.h"
#include "heed-mailbox.h"

#include <string.h>

static void
check_mailbox (const HeedMailbox *mailbox)
{
  const char *name = heed_mailbox_get_name (mailbox);
  g_autofree char *text = heed_mailbox_to_string (mailbox);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedMailbox) again = heed_mailbox_new (text, &error);

  g_assert_true (name == NULL || g_utf8_validate (name, -1, NULL));
  g_assert_true (g_utf8_validate (heed_mailbox_get_local (mailbox), -1, NULL));
  g_assert_true (g_utf8_validate (heed_mailbox_get_typed (mailbox), -1, NULL));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strchr (heed_mailbox_get_address (mailbox), '\n'));
  g_assert_no_error (error);
  g_assert_cmpstr (heed_mailbox_get_address (again), ==, heed_mailbox_get_address (mailbox));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mailboxes = heed_mailbox_parse_list (text, &error);

  if (mailboxes == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  for (guint i = 0; i < mailboxes->len; i++)
    check_mailbox (mailboxes->pdata[i]);
  return 0;
}
