/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-control.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "heed-archive.h"
#include "heed-bus-error.h"
#include "heed-control-address.h"
#include "heed-control-answer.h"
#include "heed-control-audit.h"
#include "heed-control-bus.h"
#include "heed-control-query.h"
#include "heed-control-requests.h"
#include "heed-control-review.h"
#include "heed-control-trust.h"
#include "heed-error.h"
#include "heed-history-variant.h"
#include "heed-limits.h"

struct _HeedControl
{
  GObject parent_instance;

  HeedService *service;    /* (owned) */
  HeedHistory *history;    /* (owned) */
  HeedControlBus *object;  /* (owned) */
  GDBusServer *server;     /* (owned) (nullable) */
  GHashTable *connections; /* (owned) (element-type GDBusConnection GCancellable) */
};

G_DEFINE_FINAL_TYPE (HeedControl, heed_control, G_TYPE_OBJECT)

static GCancellable *
heed_control_get_cancellable (HeedControl *self, GDBusMethodInvocation *invocation)
{
  return g_hash_table_lookup (self->connections,
                              g_dbus_method_invocation_get_connection (invocation));
}

typedef struct
{
  HeedControl *control; /* (owned) */
  GDBusMethodInvocation *invocation;
} StatusCall;

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree StatusCall *call = user_data;
  g_autoptr (HeedControl) self = call->control;
  const char *problem = heed_history_get_problem (self->history);
  g_auto (GVariantDict) status = G_VARIANT_DICT_INIT (NULL);

  heed_audit_flush_finish (HEED_AUDIT (source), result);
  g_variant_dict_insert (&status, "version", "s", HEED_VERSION);
  g_variant_dict_insert (&status, "history", "s", heed_history_get_state_name (self->history));
  g_variant_dict_insert (&status, "correspondents", "u", heed_history_get_size (self->history));
  if (problem != NULL)
    g_variant_dict_insert (&status, "problem", "s", problem);
  heed_control_audit_describe (HEED_AUDIT (source), heed_service_get_policy (self->service),
                               &status);
  heed_control_bus_complete_status (self->object, call->invocation, g_variant_dict_end (&status));
}

/* What the audit was handed before is told of, so it comes first. */
static gboolean
heed_control_status_cb (HeedControlBus *object,
                        GDBusMethodInvocation *invocation,
                        gpointer user_data)
{
  HeedControl *self = user_data;
  StatusCall *call = g_new0 (StatusCall, 1);

  call->control = g_object_ref (self);
  call->invocation = invocation;
  heed_audit_flush_async (heed_service_get_audit (self->service), flushed_cb, call);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
is_trusted (HeedHistory *history, const HeedCorrespondent *one)
{
  g_autofree char *subject = g_utf8_strdown (heed_correspondent_get_address (one), -1);

  return heed_history_has_trust (history, subject);
}

static GVariant *
pack_correspondents (HeedHistory *history, GPtrArray *correspondents)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssuxxub)"));
  for (guint i = 0; i < correspondents->len; i++)
    {
      const HeedCorrespondent *one = correspondents->pdata[i];
      g_autoptr (HeedCorrespondent) marked =
          heed_correspondent_new_trusted (one, is_trusted (history, one));

      g_variant_builder_add_value (&builder, heed_history_variant_pack_correspondent (marked));
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
pack_decisions (GPtrArray *decisions)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(xsssasas)"));
  for (guint i = 0; i < decisions->len; i++)
    g_variant_builder_add_value (&builder,
                                 heed_history_variant_pack_decision (decisions->pdata[i]));
  return g_variant_builder_end (&builder);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GDBusMethodInvocation *invocation = user_data;
  g_autoptr (GPtrArray) correspondents = NULL;
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GError) error = NULL;

  if (!heed_archive_list_finish (HEED_HISTORY (source), result, &correspondents, &decisions,
                                 &error))
    {
      heed_bus_error_return (invocation, error);
      return;
    }
  heed_control_answer (invocation,
                       g_variant_new ("(@a(ssuxxub)@a(xsssasas))",
                                      pack_correspondents (HEED_HISTORY (source), correspondents),
                                      pack_decisions (decisions)));
}

static gboolean
heed_control_list_cb (HeedControlBus *object,
                      GDBusMethodInvocation *invocation,
                      GVariant *options,
                      gpointer user_data)
{
  HeedControl *self = user_data;
  g_autoptr (HeedHistoryQuery) query = heed_control_query_take (options, invocation);

  if (query != NULL)
    heed_archive_list_async (self->history, query, heed_control_get_cancellable (self, invocation),
                             listed_cb, invocation);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GDBusMethodInvocation *invocation = user_data;
  g_autoptr (GError) error = NULL;
  guint correspondents;
  guint decisions;

  if (heed_archive_erase_finish (HEED_HISTORY (source), result, &correspondents, &decisions,
                                 &error))
    g_dbus_method_invocation_return_value (invocation,
                                           g_variant_new ("(uu)", correspondents, decisions));
  else
    heed_bus_error_return (invocation, error);
}

static void
progress_cb (guint done, guint total, gpointer user_data)
{
  GDBusMethodInvocation *invocation = user_data;

  g_dbus_connection_emit_signal (g_dbus_method_invocation_get_connection (invocation), NULL,
                                 HEED_OBJECT_PATH, HEED_APPLICATION_ID ".Control1", "Progress",
                                 g_variant_new ("(uu)", done, total), NULL);
}

static gboolean
heed_control_forget_cb (HeedControlBus *object,
                        GDBusMethodInvocation *invocation,
                        GVariant *options,
                        gpointer user_data)
{
  HeedControl *self = user_data;
  g_autoptr (HeedHistoryQuery) query = heed_control_query_take (options, invocation);

  if (query != NULL)
    heed_archive_erase_async (self->history, query, progress_cb, invocation,
                              heed_control_get_cancellable (self, invocation), erased_cb,
                              invocation);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static guint
read_batch (HeedHistoryBatch *batch, GVariant *correspondents, GVariant *decisions)
{
  GVariantIter iter;
  GVariant *row;
  guint n = 0;

  g_variant_iter_init (&iter, correspondents);
  for (; (row = g_variant_iter_next_value (&iter)) != NULL; g_variant_unref (row))
    {
      g_autoptr (HeedCorrespondent) one = heed_history_variant_read_correspondent (row);

      if (one == NULL)
        continue;
      heed_history_batch_add_lesson (batch, one);
      n++;
    }
  g_variant_iter_init (&iter, decisions);
  for (; (row = g_variant_iter_next_value (&iter)) != NULL; g_variant_unref (row))
    {
      g_autoptr (HeedPastDecision) one = heed_history_variant_read_decision (row);

      if (one == NULL)
        continue;
      heed_history_batch_add_decision (batch, one);
      n++;
    }
  return n;
}

typedef struct
{
  GDBusMethodInvocation *invocation;
  guint n;
} Import;

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Import *import = user_data;
  g_autoptr (GError) error = NULL;

  if (heed_archive_import_finish (HEED_HISTORY (source), result, &error))
    g_dbus_method_invocation_return_value (import->invocation, g_variant_new ("(u)", import->n));
  else
    heed_bus_error_return (import->invocation, error);
}

static gboolean
heed_control_import_cb (HeedControlBus *object,
                        GDBusMethodInvocation *invocation,
                        GVariant *correspondents,
                        GVariant *decisions,
                        gpointer user_data)
{
  HeedControl *self = user_data;

  if (g_variant_n_children (correspondents) > HEED_LIMIT_LEARN ||
      g_variant_n_children (decisions) > HEED_LIMIT_UNWRITTEN_DECISIONS)
    {
      g_dbus_method_invocation_return_error (
          invocation, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
          "At most %d correspondents and %d decisions can be imported at once", HEED_LIMIT_LEARN,
          HEED_LIMIT_UNWRITTEN_DECISIONS);
      return G_DBUS_METHOD_INVOCATION_HANDLED;
    }
  if (g_variant_n_children (correspondents) > 0 &&
      heed_history_get_size (self->history) > HEED_LIMIT_CORRESPONDENTS)
    {
      g_dbus_method_invocation_return_error (invocation, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
                                             "The history is full: it holds %d correspondents",
                                             HEED_LIMIT_CORRESPONDENTS);
      return G_DBUS_METHOD_INVOCATION_HANDLED;
    }
  Import *import = g_new0 (Import, 1);
  HeedHistoryBatch *batch = heed_history_batch_new ();
  import->invocation = invocation;
  import->n = read_batch (batch, correspondents, decisions);
  heed_archive_import_async (self->history, batch, NULL, NULL, NULL, imported_cb, import);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
heed_control_closed_cb (GDBusConnection *connection,
                        gboolean vanished,
                        GError *error,
                        gpointer user_data)
{
  HeedControl *self = user_data;

  g_cancellable_cancel (g_hash_table_lookup (self->connections, connection));
  g_dbus_interface_skeleton_unexport_from_connection (G_DBUS_INTERFACE_SKELETON (self->object),
                                                      connection);
  g_hash_table_remove (self->connections, connection);
}

static gboolean
heed_control_connected_cb (GDBusServer *server, GDBusConnection *connection, gpointer user_data)
{
  HeedControl *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->object), connection,
                                         HEED_OBJECT_PATH, &error))
    {
      g_warning ("heedctl cannot be answered: %s", error->message);
      return FALSE;
    }
  g_hash_table_insert (self->connections, g_object_ref (connection), g_cancellable_new ());
  g_signal_connect_object (connection, "closed", G_CALLBACK (heed_control_closed_cb), self, 0);
  return TRUE;
}

gboolean
heed_control_start (HeedControl *self, GError **error)
{
  g_autofree char *path = heed_control_address_get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *escaped = g_dbus_address_escape_value (path);
  g_autofree char *address = g_strconcat ("unix:path=", escaped, NULL);
  g_autofree char *guid = g_dbus_generate_guid ();
  g_autoptr (GDBusAuthObserver) observer = heed_control_address_new_observer ();
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (HEED_IS_CONTROL (self) && self->server == NULL, FALSE);
  if (g_mkdir_with_parents (folder, 0700) != 0 || g_chmod (folder, 0700) != 0)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_FAILED, "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }
  g_unlink (path);
  self->server = g_dbus_server_new_sync (address, heed_control_address_get_server_flags (), guid,
                                         observer, NULL, &local_error);
  if (self->server == NULL)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_FAILED, "%s: %s", path, local_error->message);
      return FALSE;
    }
  g_signal_connect_object (self->server, "new-connection", G_CALLBACK (heed_control_connected_cb),
                           self, 0);
  g_dbus_server_start (self->server);
  return TRUE;
}

static void
heed_control_finalize (GObject *object)
{
  HeedControl *self = HEED_CONTROL (object);

  if (self->server != NULL)
    g_dbus_server_stop (self->server);
  g_clear_object (&self->server);
  if (g_hash_table_size (self->connections) > 0)
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->object));
  g_hash_table_unref (self->connections);
  g_object_unref (self->object);
  g_object_unref (self->history);
  g_object_unref (self->service);
  G_OBJECT_CLASS (heed_control_parent_class)->finalize (object);
}

static void
heed_control_class_init (HeedControlClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_control_finalize;
}

static void
heed_control_init (HeedControl *self)
{
  self->connections = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  self->object = heed_control_bus_skeleton_new ();
  g_object_connect (self->object,                                          //
                    "signal::handle-status", heed_control_status_cb, self, //
                    "signal::handle-list", heed_control_list_cb, self,     //
                    "signal::handle-forget", heed_control_forget_cb, self, //
                    "signal::handle-import", heed_control_import_cb, self, //
                    NULL);
}

HeedControl *
heed_control_new (HeedService *service)
{
  HeedControl *self = g_object_new (HEED_TYPE_CONTROL, NULL);

  self->service = g_object_ref (service);
  self->history = g_object_ref (heed_service_get_history (service));
  heed_control_review_connect (self->object, service);
  heed_control_requests_connect (self->object, self->history);
  heed_control_audit_connect (self->object, heed_service_get_audit (service));
  heed_control_trust_connect (self->object, service);
  return self;
}
