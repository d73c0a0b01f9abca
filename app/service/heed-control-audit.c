/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-control-audit.h"

#include "heed-control-answer.h"

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GVariant) records = heed_audit_list_finish (HEED_AUDIT (source), result);

  heed_control_answer (user_data, records);
}

static gboolean
list_cb (HeedControlBus *object,
         GDBusMethodInvocation *invocation,
         gint64 since,
         gpointer user_data)
{
  heed_audit_list_async (user_data, since, listed_cb, invocation);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GVariant) report = heed_audit_check_finish (HEED_AUDIT (source), result);

  g_dbus_method_invocation_return_value (user_data, g_variant_new ("(@a{sv})", report));
}

static gboolean
check_cb (HeedControlBus *object, GDBusMethodInvocation *invocation, gpointer user_data)
{
  heed_audit_check_async (user_data, checked_cb, invocation);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

void
heed_control_audit_connect (HeedControlBus *object, HeedAudit *audit)
{
  g_signal_connect (object, "handle-list-audit", G_CALLBACK (list_cb), audit);
  g_signal_connect (object, "handle-check-audit", G_CALLBACK (check_cb), audit);
}

void
heed_control_audit_describe (HeedAudit *audit, const HeedPolicy *policy, GVariantDict *status)
{
  const char *fingerprint = heed_policy_get_fingerprint (policy);
  const char *problem = heed_audit_get_problem (audit);
  HeedAuditLevel level = heed_policy_get_audit_level (policy);

  if (fingerprint != NULL)
    g_variant_dict_insert (status, "policy", "s", fingerprint);
  g_variant_dict_insert (status, "managed", "b", heed_policy_is_managed (policy));
  g_variant_dict_insert (status, "audit", "s", heed_audit_level_get_name (level));
  g_variant_dict_insert (status, "audit-to-journal", "b",
                         level != HEED_AUDIT_OFF && heed_policy_audits_to_journal (policy));
  g_variant_dict_insert (status, "audit-to-file", "b",
                         level != HEED_AUDIT_OFF && heed_policy_audits_to_file (policy));
  if (problem != NULL)
    g_variant_dict_insert (status, "audit-problem", "s", problem);
}
