/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reviews whole messages, with what no command line has words for: review-messages KNOWN POLICY
 *
 * Reads one message from standard input, a line for each of its parts: `to`, `cc`, `bcc`, `sender`,
 * `thread` or `list`, a tab, and the mailbox or name. Prints a line for each finding: the
 * recipient's position or `*` for the whole message, the kind, the severity and the best expected
 * domain, with colons between them. */

#include "config.h"

#include "heed-known-file.h"
#include "heed-policy-reading.h"
#include "heed-reviewer.h"

#include <stdio.h>
#include <string.h>

static HeedMailbox *
read_mailbox (const char *text)
{
  g_autoptr (GError) error = NULL;
  HeedMailbox *mailbox = heed_mailbox_new (text, &error);

  if (mailbox == NULL)
    g_error ("%s", error->message);
  return mailbox;
}

static void
add_part (HeedMessageBuilder *builder, GStrvBuilder *lists, const char *part, const char *text)
{
  g_autoptr (GError) error = NULL;
  HeedRole role;

  if (g_str_equal (part, "list"))
    g_strv_builder_add (lists, text);
  else if (heed_role_from_name (part, &role))
    {
      if (!heed_message_builder_add_recipient (builder, role, text, &error))
        g_error ("%s", error->message);
    }
  else
    {
      g_autoptr (HeedMailbox) mailbox = read_mailbox (text);

      if (g_str_equal (part, "sender"))
        heed_message_builder_set_sender (builder, mailbox);
      else if (g_str_equal (part, "thread"))
        heed_message_builder_add_thread (builder, mailbox);
      else
        g_error ("no part of a message: %s", part);
    }
}

static HeedMessage *
read_message (void)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (GStrvBuilder) lists = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  char line[4096];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      char *tab = strchr (line, '\t');

      if (tab == NULL)
        g_error ("no tab: %s", line);
      *tab = '\0';
      tab[1 + strcspn (tab + 1, "\n")] = '\0';
      add_part (builder, lists, line, tab + 1);
    }
  names = g_strv_builder_end (lists);
  heed_message_builder_set_lists (builder, (const char *const *)names);
  return heed_message_builder_end (builder);
}

static void
print_finding (const HeedFinding *finding)
{
  const char *const *expected = heed_finding_get_expected (finding);

  if (heed_finding_get_recipient (finding) == HEED_FINDING_WHOLE_MESSAGE)
    printf ("*");
  else
    printf ("%u", heed_finding_get_recipient (finding));
  printf (":%s:%s:%s\n", heed_finding_kind_get_name (heed_finding_get_kind (finding)),
          heed_severity_get_name (heed_finding_get_severity (finding)),
          expected[0] != NULL ? expected[0] : "");
}

int
main (int argc, char **argv)
{
  const char *const policies[] = { argc == 3 ? argv[2] : NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedPolicyReading) reading = NULL;
  g_autoptr (HeedKnownDomains) known = NULL;
  g_autoptr (HeedMessage) message = NULL;
  g_autoptr (HeedReview) review = NULL;
  GPtrArray *findings;

  if (argc != 3)
    {
      g_printerr ("usage: review-messages KNOWN POLICY < MESSAGE\n");
      return 2;
    }
  known = heed_known_file_read (argv[1], &error);
  if (known == NULL)
    g_error ("%s", error->message);
  reading = heed_policy_reading_new_from_files (policies);
  if (heed_policy_reading_get_problems (reading)->len > 0)
    g_error ("the policy is wrong");
  message = read_message ();
  review = heed_reviewer_review (message, heed_policy_reading_get_policy (reading), known);
  findings = heed_review_get_findings (review);
  for (guint i = 0; i < findings->len; i++)
    print_finding (findings->pdata[i]);
  return 0;
}
