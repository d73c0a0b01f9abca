/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the severity of a near miss is made of: score-mailboxes KNOWN < MAILBOXES
 *
 * Reads known domains as `heedctl check --known` does and a mailbox a line; prints a line for each:
 * the likeliest domain that was meant and its score in tenths of a bit, with a tab between them, or
 * an empty line where there is none. */

#include "config.h"

#include "heed-candidates.h"
#include "heed-known-file.h"
#include "heed-policy-builder.h"

#include <stdio.h>
#include <string.h>

static HeedMessage *
make_message (const char *mailbox)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (GError) error = NULL;

  if (!heed_message_builder_add_recipient (builder, HEED_ROLE_TO, mailbox, &error))
    g_error ("%s", error->message);
  return heed_message_builder_end (builder);
}

static void
print_score (const char *text, HeedPolicy *policy, HeedKnownDomains *known)
{
  g_autoptr (HeedMessage) message = make_message (text);
  HeedRecipient *recipient = heed_message_get_recipients (message)->pdata[0];
  g_autoptr (HeedDomainSet) thread = heed_domain_set_new ();
  HeedMailbox *mailbox = heed_recipient_get_mailbox (recipient);
  g_autoptr (HeedCandidates) candidates = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  HeedSearchBudget budget;

  heed_search_budget_init (&budget, 1);
  candidates = heed_candidates_new (message, heed_mailbox_get_domain (mailbox), policy, known,
                                    thread, &budget);
  chosen = heed_candidates_choose (candidates, mailbox);

  if (chosen->len > 0)
    {
      const HeedCandidate *best = chosen->pdata[0];

      printf ("%s\t%d", heed_domain_get_unicode (best->domain), best->score);
    }
  printf ("\n");
}

int
main (int argc, char **argv)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedPolicy) policy = heed_policy_builder_end (builder);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedKnownDomains) known = NULL;
  char line[1024];

  if (argc != 2)
    {
      g_printerr ("usage: score-mailboxes KNOWN < MAILBOXES\n");
      return 2;
    }
  known = heed_known_file_read (argv[1], &error);
  if (known == NULL)
    g_error ("%s", error->message);
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      line[strcspn (line, "\n")] = '\0';
      print_score (line, policy, known);
    }
  return 0;
}
