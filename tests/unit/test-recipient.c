/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-recipient.h"

static void
test_roles (void)
{
  static const char *const names[] = { "to", "cc", "bcc" };
  static const char *const wrong[] = { "", "To", "reply-to", "bcc " };
  HeedRole role = HEED_ROLE_CC;

  g_assert_cmpuint (G_N_ELEMENTS (names), ==, HEED_N_ROLES);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (heed_role_from_name (wrong[i], &role));
      g_assert_cmpint (role, ==, HEED_ROLE_CC);
    }
  for (guint i = 0; i < HEED_N_ROLES; i++)
    {
      g_assert_true (heed_role_from_name (names[i], &role));
      g_assert_cmpuint (role, ==, i);
      g_assert_cmpstr (heed_role_get_name (role), ==, names[i]);
    }
}

static void
test_values (void)
{
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new ("Ann <ann@army.mil>", NULL);
  HeedRecipient *recipient = heed_recipient_new (HEED_ROLE_BCC, 7, mailbox);

  g_assert_cmpint (heed_recipient_get_role (recipient), ==, HEED_ROLE_BCC);
  g_assert_cmpuint (heed_recipient_get_index (recipient), ==, 7);
  g_assert_true (heed_recipient_get_mailbox (recipient) == mailbox);
  heed_recipient_unref (recipient);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recipient/roles", test_roles);
  g_test_add_func ("/recipient/values", test_values);
  return g_test_run ();
}
