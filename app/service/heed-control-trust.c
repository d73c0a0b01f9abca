/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-control-trust.h"

#include "heed-bus-error.h"
#include "heed-control-query.h"
#include "heed-history-variant.h"

typedef struct
{
  GDBusMethodInvocation *invocation;
  GVariant *answer; /* (owned) (nullable) */
} Call;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Call *call = user_data;
  g_autoptr (GVariant) answer = call->answer;
  g_autoptr (GError) error = NULL;

  if (heed_history_flush_finish (HEED_HISTORY (source), result, &error))
    g_dbus_method_invocation_return_value (call->invocation, answer);
  else
    heed_bus_error_return (call->invocation, error);
}

/* What is answered is on the disk, where there is a file at all. @answer is floating or %NULL. */
static void
answer_written (HeedService *service, GDBusMethodInvocation *invocation, GVariant *answer)
{
  HeedHistory *history = heed_service_get_history (service);
  Call *call;

  if (heed_history_get_state (history) != HEED_HISTORY_READY)
    {
      g_dbus_method_invocation_return_value (invocation, answer);
      return;
    }
  call = g_new0 (Call, 1);
  call->invocation = invocation;
  call->answer = answer != NULL ? g_variant_ref_sink (answer) : NULL;
  heed_history_flush_async (history, NULL, written_cb, call);
}

static void
take (HeedService *service, GDBusMethodInvocation *invocation, HeedTrust *trust, GError *error)
{
  g_autoptr (GError) fault = error;

  if (trust == NULL || !heed_service_trust (service, trust, &fault))
    heed_bus_error_return (invocation, fault);
  else
    answer_written (service, invocation, NULL);
}

static gboolean
trust_cb (HeedControlBus *object,
          GDBusMethodInvocation *invocation,
          const char *subject,
          const char *reason,
          gpointer user_data)
{
  GError *error = NULL;
  g_autoptr (HeedTrust) trust =
      heed_trust_new (subject, reason, g_get_real_time () / G_USEC_PER_SEC, &error);

  take (user_data, invocation, trust, error);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
distrust_cb (HeedControlBus *object,
             GDBusMethodInvocation *invocation,
             const char *subject,
             gpointer user_data)
{
  GError *error = NULL;
  g_autoptr (HeedTrust) trust = heed_trust_new_withdrawn (subject, &error);

  take (user_data, invocation, trust, error);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
import_trusted_cb (HeedControlBus *object,
                   GDBusMethodInvocation *invocation,
                   GVariant *trusts,
                   gpointer user_data)
{
  GVariantIter iter;
  GVariant *one;
  guint n = 0;

  g_variant_iter_init (&iter, trusts);
  for (; (one = g_variant_iter_next_value (&iter)) != NULL; g_variant_unref (one))
    {
      g_autoptr (HeedTrust) trust = heed_history_variant_read_trust (one);

      n += trust != NULL && heed_service_trust (user_data, trust, NULL);
    }
  answer_written (user_data, invocation, g_variant_new ("(u)", n));
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
list_trusted_cb (HeedControlBus *object,
                 GDBusMethodInvocation *invocation,
                 GVariant *options,
                 gpointer user_data)
{
  g_autoptr (HeedHistoryQuery) query = heed_control_query_take (options, invocation);
  g_autoptr (GPtrArray) trusts = heed_history_list_trusts (heed_service_get_history (user_data));
  GVariantBuilder builder;

  if (query == NULL)
    return G_DBUS_METHOD_INVOCATION_HANDLED;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssx)"));
  for (guint i = 0; i < trusts->len; i++)
    {
      if (!heed_history_query_fits_trust (query, trusts->pdata[i]))
        continue;
      g_variant_builder_add_value (&builder, heed_history_variant_pack_trust (trusts->pdata[i]));
    }
  heed_control_bus_complete_list_trusted (object, invocation, g_variant_builder_end (&builder));
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

void
heed_control_trust_connect (HeedControlBus *object, HeedService *service)
{
  g_object_connect (object,                                    //
                    "signal::handle-trust", trust_cb, service, //
                    "signal::handle-import-trusted", import_trusted_cb, service,
                    "signal::handle-distrust", distrust_cb, service,         //
                    "signal::handle-list-trusted", list_trusted_cb, service, //
                    NULL);
}
