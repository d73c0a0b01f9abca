/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-analysis.h"

#include "heed-bus-error.h"
#include "heed-message-variant.h"
#include "heed-prompt.h"
#include "heed-verdict-variant.h"

static gboolean
analyze_cb (HeedBus *bus,
            GDBusMethodInvocation *invocation,
            GVariant *recipients,
            GVariant *options_variant,
            gpointer user_data)
{
  g_autoptr (HeedMessage) message = NULL;
  g_autoptr (HeedReview) review = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedRequestOptions) options = heed_request_options_new (options_variant, &error);

  if (options != NULL)
    message = heed_message_variant_parse (recipients, options_variant, &error);
  if (message == NULL)
    {
      heed_bus_error_return (invocation, error);
      return G_DBUS_METHOD_INVOCATION_HANDLED;
    }
  review = heed_service_review (user_data, message);
  heed_bus_complete_analyze (bus, invocation,
                             heed_severity_get_name (heed_review_get_severity (review)),
                             heed_verdict_variant_findings (review));
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

void
heed_analysis_connect (HeedBus *bus, HeedService *service)
{
  g_signal_connect (bus, "handle-analyze", G_CALLBACK (analyze_cb), service);
}
