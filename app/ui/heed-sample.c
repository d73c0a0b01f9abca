/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-sample.h"

#include <glib/gi18n-lib.h>

#include "heed-known-domains.h"
#include "heed-reviewer.h"

#define KNOWN_MAILBOX "ann@army.mil"
#define KNOWN_COUNT 214
#define MANY 40

static void
add_recipient (HeedMessageBuilder *builder, const char *mailbox)
{
  g_autoptr (GError) error = NULL;

  if (!heed_message_builder_add_recipient (builder, HEED_ROLE_TO, mailbox, &error))
    g_error ("The sample is wrong: %s", error->message);
}

static HeedMessage *
make_message (HeedSample sample)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (HeedMailbox) known = heed_mailbox_new (KNOWN_MAILBOX, NULL);

  heed_message_builder_set_subject (builder, _ ("A sample message"));
  switch (sample)
    {
    case HEED_SAMPLE_STRANGER:
      heed_message_builder_add_thread (builder, known);
      add_recipient (builder, KNOWN_MAILBOX);
      add_recipient (builder, "someone@stranger.example");
      break;
    case HEED_SAMPLE_MANY:
      for (guint i = 1; i <= MANY; i++)
        {
          g_autofree char *mailbox = g_strdup_printf ("person%u@group%u.example", i, i);

          add_recipient (builder, mailbox);
        }
      break;
    case HEED_SAMPLE_NEAR_MISS:
    default:
      add_recipient (builder, "ann@army.ml");
      break;
    }
  return heed_message_builder_end (builder);
}

HeedReview *
heed_sample_review (HeedSample sample, HeedPolicy *policy)
{
  g_autoptr (HeedMessage) message = make_message (sample);
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (KNOWN_MAILBOX, NULL);

  heed_known_domains_add_mailbox (known, mailbox, KNOWN_COUNT);
  return heed_reviewer_review (message, policy, known);
}
