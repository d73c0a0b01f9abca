/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-history-variant.h"

#include <string.h>

#include "heed-limits.h"

GVariant *
heed_history_variant_pack_correspondent (const HeedCorrespondent *correspondent)
{
  const char *name = heed_correspondent_get_name (correspondent);

  return g_variant_new ("(ssuxxub)", heed_correspondent_get_address (correspondent),
                        name != NULL ? name : "", heed_correspondent_get_count (correspondent),
                        heed_correspondent_get_first (correspondent),
                        heed_correspondent_get_last (correspondent),
                        heed_correspondent_get_days (correspondent),
                        heed_correspondent_is_trusted (correspondent));
}

GVariant *
heed_history_variant_pack_decision (const HeedPastDecision *decision)
{
  const char *client = heed_past_decision_get_client (decision);

  return g_variant_new ("(xsss^as^as)", heed_past_decision_get_time (decision),
                        client != NULL ? client : "",
                        heed_reason_get_name (heed_past_decision_get_reason (decision)),
                        heed_severity_get_name (heed_past_decision_get_severity (decision)),
                        heed_past_decision_get_recipients (decision),
                        heed_past_decision_get_kinds (decision));
}

HeedCorrespondent *
heed_history_variant_read_correspondent (GVariant *value)
{
  const char *address;
  const char *name;
  guint count;
  guint days;
  gint64 first;
  gint64 last;
  gboolean trusted;

  g_variant_get (value, "(&s&suxxub)", &address, &name, &count, &first, &last, &days, &trusted);
  if (strlen (address) > HEED_LIMIT_MAILBOX_BYTES || strlen (name) > HEED_LIMIT_MAILBOX_BYTES ||
      count < 1 || days < 1)
    return NULL;
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (address, NULL);
  if (mailbox == NULL)
    return NULL;
  g_autoptr (HeedCorrespondent) one =
      heed_correspondent_new (heed_mailbox_get_address (mailbox), *name != '\0' ? name : NULL,
                              count, first, last, days);
  return heed_correspondent_new_trusted (one, trusted);
}

HeedPastDecision *
heed_history_variant_read_decision (GVariant *value)
{
  gint64 time;
  const char *client;
  const char *reason;
  const char *severity;
  g_autofree const char **recipients = NULL;
  g_autofree const char **kinds = NULL;

  g_variant_get (value, "(x&s&s&s^a&s^a&s)", &time, &client, &reason, &severity, &recipients,
                 &kinds);
  return heed_past_decision_new_from_parts (time, *client != '\0' ? client : NULL, reason, severity,
                                            recipients, kinds);
}

GVariant *
heed_history_variant_pack_trust (const HeedTrust *trust)
{
  return g_variant_new ("(ssx)", heed_trust_get_subject (trust), heed_trust_get_reason (trust),
                        heed_trust_get_time (trust));
}

HeedTrust *
heed_history_variant_read_trust (GVariant *value)
{
  const char *subject;
  const char *reason;
  gint64 time;

  g_variant_get (value, "(&s&sx)", &subject, &reason, &time);
  return heed_trust_new (subject, reason, time, NULL);
}
