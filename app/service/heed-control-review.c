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
      heed_bus_error_return (invocation, error);
    }
  else
    {
      g_autoptr (HeedReview) review = heed_service_review (service, message);

      heed_control_bus_complete_review (object, invocation,
                                        heed_verdict_variant_findings_with_headings (review));
    }
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

typedef struct
{
  GDBusMethodInvocation *invocation;
  HeedHistory *history; /* (owned) */
  gulong closed_id;
} Show;

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Show *show = user_data;
  g_autoptr (HeedHistory) history = show->history;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedVerdict) verdict =
      heed_demonstration_run_finish (HEED_DEMONSTRATION (source), result, &error);

  g_signal_handler_disconnect (g_dbus_method_invocation_get_connection (show->invocation),
                               show->closed_id);
  if (verdict != NULL)
    {
      g_dbus_method_invocation_return_value (
          show->invocation,
          g_variant_new ("(s@a{sv})", heed_verdict_is_allow (verdict) ? "allow" : "cancel",
                         heed_verdict_variant_details (verdict,
                                                       heed_history_get_state_name (history))));
      return;
    }
  heed_bus_error_return (show->invocation, error);
}

/* Whoever ends heedctl does not want to see more of it. */
static gboolean
demonstrate_cb (HeedControlBus *object, GDBusMethodInvocation *invocation, gpointer user_data)
{
  HeedService *service = user_data;
  HeedDemonstration *demonstration = heed_service_get_demonstration (service);
  Show *show = g_new0 (Show, 1);

  show->invocation = invocation;
  show->history = g_object_ref (heed_service_get_history (service));
  show->closed_id =
      g_signal_connect_swapped (g_dbus_method_invocation_get_connection (invocation), "closed",
                                G_CALLBACK (heed_demonstration_close), demonstration);
  heed_demonstration_run_async (demonstration, heed_service_get_policy (service), shown_cb, show);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

void
heed_control_review_connect (HeedControlBus *object, HeedService *service)
{
  g_signal_connect (object, "handle-review", G_CALLBACK (review_cb), service);
  g_signal_connect (object, "handle-demonstrate", G_CALLBACK (demonstrate_cb), service);
}
