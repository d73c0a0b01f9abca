/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-control-review.h"

#include "heed-bus-error.h"
#include "heed-message-variant.h"
#include "heed-verdict-variant.h"

static gboolean
review_cb (HeedControlBus *object,
           GDBusMethodInvocation *invocation,
           GVariant *recipients,
           GVariant *options,
           gpointer user_data)
{
  HeedService *service = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedMessage) message = heed_message_variant_parse (recipients, options, &error);

  if (message == NULL)
    {
      g_autoptr (GError) translated = heed_bus_error_translate (error);

      g_dbus_method_invocation_return_gerror (invocation, translated);
    }
  else
    {
      g_autoptr (HeedReview) review = heed_service_review (service, message);

      heed_control_bus_complete_review (object, invocation,
                                        heed_verdict_variant_findings_with_headings (review));
    }
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

void
heed_control_review_connect (HeedControlBus *object, HeedService *service)
{
  g_signal_connect (object, "handle-review", G_CALLBACK (review_cb), service);
}
