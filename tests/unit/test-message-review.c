/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-message-review.h"
#include "heed-policy-builder.h"

#define NOBODY                                                                                     \
  {                                                                                                \
    NULL                                                                                           \
  }

typedef struct
{
  const char *why;
  const char *sender; /* (nullable) */
  const char *to[5];
  const char *bcc[3];
  const char *thread[3];
  const char *lists[3];
  const char *findings; /* position:kind, * for the whole message */
} Case;

static const Case cases[] = {
  { "nobody outside",
    "me@army.mil",
    { "ann@army.mil", "bob@us.army.mil" },
    NOBODY,
    NOBODY,
    NOBODY,
    "" },
  { "one outside", "me@army.mil", { "ann@navy.mil" }, NOBODY, NOBODY, NOBODY, "*:external" },
  { "two of one organisation",
    "me@army.mil",
    { "ann@navy.mil", "bob@mail.navy.mil" },
    NOBODY,
    NOBODY,
    NOBODY,
    "*:external" },
  { "two organisations",
    "me@army.mil",
    { "ann@navy.mil", "bob@example.org" },
    NOBODY,
    NOBODY,
    NOBODY,
    "*:external *:mixed-organisations" },
  { "a private sender has no organisation",
    "me@gmail.com",
    { "ann@navy.mil", "bob@example.org" },
    NOBODY,
    NOBODY,
    NOBODY,
    "" },
  { "no sender", NULL, { "ann@navy.mil", "bob@example.org" }, NOBODY, NOBODY, NOBODY, "" },
  { "somebody joins",
    "me@army.mil",
    { "ann@navy.mil", "eve@example.org" },
    NOBODY,
    { "ann@navy.mil" },
    NOBODY,
    "1:new-in-thread *:external *:mixed-organisations" },
  { "a colleague of theirs joins",
    "me@army.mil",
    { "ann@navy.mil", "bob@navy.mil" },
    NOBODY,
    { "ann@navy.mil" },
    NOBODY,
    "*:external" },
  { "a colleague of the sender joins",
    "me@army.mil",
    { "ann@navy.mil", "cyd@army.mil" },
    NOBODY,
    { "ann@navy.mil" },
    NOBODY,
    "*:external" },
  { "many strangers",
    NULL,
    { "a@a.org", "b@b.org", "c@c.org", "d@d.org" },
    NOBODY,
    NOBODY,
    NOBODY,
    "*:many-exposed" },
  { "as many as may be", NULL, { "a@a.org", "b@b.org", "c@c.org" }, NOBODY, NOBODY, NOBODY, "" },
  { "out of sight", NULL, { "a@a.org", "b@b.org" }, { "c@c.org", "d@d.org" }, NOBODY, NOBODY, "" },
  { "no stranger among them",
    NULL,
    { "a@a.org", "b@b.org", "c@c.org", "friend@example.org" },
    NOBODY,
    NOBODY,
    NOBODY,
    "" },
  { "a list", NULL, { "a@a.org" }, NOBODY, NOBODY, { "Team" }, "*:unexpanded-list" },
  { "two lists are one finding",
    NULL,
    { "a@a.org" },
    NOBODY,
    NOBODY,
    { "Team", "Friends" },
    "*:unexpanded-list" },
};

static HeedMessage *
make_message (const Case *one)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();

  for (guint i = 0; one->to[i] != NULL; i++)
    g_assert_true (heed_message_builder_add_recipient (builder, HEED_ROLE_TO, one->to[i], NULL));
  for (guint i = 0; one->bcc[i] != NULL; i++)
    g_assert_true (heed_message_builder_add_recipient (builder, HEED_ROLE_BCC, one->bcc[i], NULL));
  for (guint i = 0; one->thread[i] != NULL; i++)
    {
      g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (one->thread[i], NULL);

      heed_message_builder_add_thread (builder, mailbox);
    }
  if (one->sender != NULL)
    {
      g_autoptr (HeedMailbox) sender = heed_mailbox_new (one->sender, NULL);

      heed_message_builder_set_sender (builder, sender);
    }
  heed_message_builder_set_lists (builder, one->lists);
  return heed_message_builder_end (builder);
}

static char *
describe (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const HeedFinding *finding = findings->pdata[i];
      guint about = heed_finding_get_recipient (finding);
      g_autofree char *position =
          about == HEED_FINDING_WHOLE_MESSAGE ? g_strdup ("*") : g_strdup_printf ("%u", about);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", position,
                              heed_finding_kind_get_name (heed_finding_get_kind (finding)));
    }
  return g_string_free (text, FALSE);
}

static void
test_findings (void)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();
  g_autoptr (HeedMailbox) friend = heed_mailbox_new ("friend@example.org", NULL);
  g_autoptr (HeedPolicy) policy = NULL;

  heed_known_domains_add_mailbox (known, friend, 9);
  heed_policy_builder_set_many_exposed_limit (builder, 3);
  policy = heed_policy_builder_end (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedMessage) message = make_message (&cases[i]);
      g_autoptr (GPtrArray) findings = heed_message_review_find (message, policy, known);
      g_autofree char *found = describe (findings);

      g_test_message ("%s", cases[i].why);
      g_assert_cmpstr (found, ==, cases[i].findings);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/message-review/findings", test_findings);
  return g_test_run ();
}
