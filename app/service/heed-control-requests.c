/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-control-requests.h"

#include "heed-archive.h"
#include "heed-bus-error.h"
#include "heed-control-answer.h"

#define TYPE "a(xsas" HEED_PAST_REQUEST_TYPE ")"

typedef struct
{
  GDBusMethodInvocation *invocation;
  gint64 since; /* microseconds since 1970 */
} Call;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 time_a = heed_past_decision_get_time (*(HeedPastDecision *const *)a);
  gint64 time_b = heed_past_decision_get_time (*(HeedPastDecision *const *)b);

  return time_a < time_b ? -1 : time_a > time_b;
}

static GVariant *
pack_request (HeedPastRequest *request)
{
  if (request != NULL)
    return heed_past_request_get_variant (request);
  return g_variant_new (HEED_PAST_REQUEST_TYPE, NULL, NULL);
}

static GVariant *
pack (GPtrArray *decisions, gint64 since)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (TYPE));
  for (guint i = 0; i < decisions->len; i++)
    {
      const HeedPastDecision *one = decisions->pdata[i];

      if (heed_past_decision_get_time (one) >= since)
        g_variant_builder_add (&builder, "(xs^as@" HEED_PAST_REQUEST_TYPE ")",
                               heed_past_decision_get_time (one),
                               heed_reason_get_name (heed_past_decision_get_reason (one)),
                               heed_past_decision_get_recipients (one),
                               pack_request (heed_past_decision_get_request (one)));
    }
  return g_variant_builder_end (&builder);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Call *call = user_data;
  g_autoptr (GPtrArray) correspondents = NULL;
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GError) error = NULL;

  if (!heed_archive_list_finish (HEED_HISTORY (source), result, &correspondents, &decisions,
                                 &error))
    {
      heed_bus_error_return (call->invocation, error);
      return;
    }
  g_ptr_array_sort (decisions, compare_times);
  heed_control_answer (call->invocation,
                       g_variant_new ("(@" TYPE ")", pack (decisions, call->since)));
}

static gboolean
list_cb (HeedControlBus *object,
         GDBusMethodInvocation *invocation,
         gint64 since,
         gpointer user_data)
{
  g_autoptr (HeedHistoryQuery) everything = heed_history_query_new (NULL, NULL, NULL, 0);
  Call *call = g_new0 (Call, 1);

  call->invocation = invocation;
  call->since = since;
  heed_archive_list_async (user_data, everything, NULL, listed_cb, call);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

void
heed_control_requests_connect (HeedControlBus *object, HeedHistory *history)
{
  g_signal_connect (object, "handle-list-requests", G_CALLBACK (list_cb), history);
}
