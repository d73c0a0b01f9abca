/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-error.h"
#include "heed-limits.h"
#include "heed-message.h"

static HeedMessage *
make (HeedRole role, const char *first, const char *second)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();

  g_assert_true (heed_message_builder_add_recipient (builder, role, first, NULL));
  if (second != NULL)
    g_assert_true (heed_message_builder_add_recipient (builder, role, second, NULL));
  return heed_message_builder_end (builder);
}

static void
test_digest_is_documented (void)
{
  g_autoptr (HeedMessage) message = make (HEED_ROLE_TO, "Ann <ann@ARMY.mil>", NULL);
  g_autofree char *digest =
      g_compute_checksum_for_string (G_CHECKSUM_SHA256, "to ann@army.mil\n", -1);

  g_assert_cmpstr (heed_message_get_digest (message), ==, digest);
}

static void
test_digest_of_others (void)
{
  g_autoptr (HeedMessage) message = make (HEED_ROLE_TO, "ann@army.mil", "j@münchen.de");
  g_autoptr (HeedMessage) same = make (HEED_ROLE_TO, "Ann <ann@army.mil>", "j@xn--mnchen-3ya.de");
  g_autoptr (HeedMessage) other_role = make (HEED_ROLE_CC, "ann@army.mil", "j@münchen.de");
  g_autoptr (HeedMessage) other_order = make (HEED_ROLE_TO, "j@münchen.de", "ann@army.mil");
  g_autoptr (HeedMessage) other_local = make (HEED_ROLE_TO, "Ann@army.mil", "j@münchen.de");
  const char *digest = heed_message_get_digest (message);

  g_assert_cmpstr (digest, ==, heed_message_get_digest (same));
  g_assert_cmpstr (digest, !=, heed_message_get_digest (other_role));
  g_assert_cmpstr (digest, !=, heed_message_get_digest (other_order));
  /* Capital letters of a local part may mean somebody else. */
  g_assert_cmpstr (digest, !=, heed_message_get_digest (other_local));
}

/* For the caller a group is one recipient. */
static void
test_group_has_one_index (void)
{
  g_autoptr (HeedMessage) message = make (HEED_ROLE_TO, "T: a@b.org, c@d.org;", "e@f.org");
  GPtrArray *recipients = heed_message_get_recipients (message);

  g_assert_cmpuint (recipients->len, ==, 3);
  g_assert_cmpuint (heed_recipient_get_index (recipients->pdata[1]), ==, 0);
  g_assert_cmpuint (heed_recipient_get_index (recipients->pdata[2]), ==, 1);
}

static void
test_wrong_is_left_out (void)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (HeedMessage) message = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (heed_message_builder_add_recipient (builder, HEED_ROLE_TO, "a@b.org", NULL));
  g_assert_false (heed_message_builder_add_recipient (builder, HEED_ROLE_TO, "ann", &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_INVALID_RECIPIENT);
  message = heed_message_builder_end (builder);
  g_assert_cmpuint (heed_message_get_recipients (message)->len, ==, 1);
}

/* A group must not get around the limit. */
static void
test_limit_counts_members (void)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (GString) group = g_string_new ("T:");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (group, "a@b.org,");
  g_string_append (group, "a@b.org;");
  g_assert_true (heed_message_builder_add_recipient (builder, HEED_ROLE_TO, group->str, NULL));
  g_assert_false (heed_message_builder_add_recipient (builder, HEED_ROLE_TO, group->str, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED);
}

static void
test_context (void)
{
  static const char *const lists[] = { "All staff", NULL };
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new ("me@army.mil", NULL);
  g_autoptr (HeedMessage) message = NULL;
  g_autoptr (HeedMessage) empty = NULL;
  const HeedAttachment *attachment;

  heed_message_builder_set_sender (builder, mailbox);
  heed_message_builder_add_thread (builder, mailbox);
  heed_message_builder_set_lists (builder, lists);
  heed_message_builder_set_subject (builder, "Plans");
  heed_message_builder_set_client (builder, "T 1");
  heed_message_builder_add_attachment (builder, "plan.pdf", G_MAXUINT64);
  message = heed_message_builder_end (builder);
  g_assert_true (heed_message_get_sender (message) == mailbox);
  g_assert_cmpuint (heed_message_get_thread (message)->len, ==, 1);
  g_assert_cmpstr (heed_message_get_lists (message)[0], ==, "All staff");
  g_assert_cmpstr (heed_message_get_subject (message), ==, "Plans");
  g_assert_cmpstr (heed_message_get_client (message), ==, "T 1");
  attachment = &g_array_index (heed_message_get_attachments (message), HeedAttachment, 0);
  g_assert_cmpstr (attachment->name, ==, "plan.pdf");
  g_assert_cmpuint (attachment->bytes, ==, G_MAXUINT64);
  /* The builder begins anew. */
  empty = heed_message_builder_end (builder);
  g_assert_null (heed_message_get_sender (empty));
  g_assert_null (heed_message_get_subject (empty));
  g_assert_null (heed_message_get_lists (empty)[0]);
  g_assert_cmpuint (heed_message_get_attachments (empty)->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/message/digest", test_digest_is_documented);
  g_test_add_func ("/message/digest-of-others", test_digest_of_others);
  g_test_add_func ("/message/group", test_group_has_one_index);
  g_test_add_func ("/message/error", test_wrong_is_left_out);
  g_test_add_func ("/message/limit", test_limit_counts_members);
  g_test_add_func ("/message/context", test_context);
  return g_test_run ();
}
