/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-control-query.h"

#include "heed-bus-error.h"
#include "heed-option.h"

static HeedHistoryQuery *
read_query (GVariant *options, GError **error)
{
  g_autofree char *mailbox_text = NULL;
  g_autofree char *domain_text = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GVariant) before = NULL;
  g_autoptr (HeedMailbox) mailbox = NULL;
  g_autoptr (HeedDomain) domain = NULL;

  if (!heed_option_lookup_string (options, "mailbox", &mailbox_text, error) ||
      !heed_option_lookup_string (options, "domain", &domain_text, error) ||
      !heed_option_lookup_string (options, "text", &text, error) ||
      !heed_option_lookup (options, "before", G_VARIANT_TYPE_INT64, &before, error))
    return NULL;
  if (mailbox_text != NULL && (mailbox = heed_mailbox_new (mailbox_text, error)) == NULL)
    return NULL;
  if (domain_text != NULL && (domain = heed_domain_new (domain_text, error)) == NULL)
    return NULL;
  return heed_history_query_new (mailbox, domain, text,
                                 before != NULL ? g_variant_get_int64 (before) : 0);
}

HeedHistoryQuery *
heed_control_query_take (GVariant *options, GDBusMethodInvocation *invocation)
{
  g_autoptr (GError) error = NULL;
  HeedHistoryQuery *query = read_query (options, &error);

  if (query == NULL)
    heed_bus_error_return (invocation, error);
  return query;
}
