/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "bus-client.h"

struct _HeedBusClient
{
  HeedOtherProcess *process;   /* (owned) (nullable): NULL when it is somebody else's */
  GDBusConnection *connection; /* (owned) (nullable): NULL when it left */
  GPtrArray *calls;            /* (owned) (element-type HeedBusCall) */
  GMutex mutex;
  GHashTable *answers; /* (owned): serial to count, under the mutex */
  guint filter_id;
};

struct _HeedBusCall
{
  gboolean answered;
  guint32 serial;
  GVariant *returned; /* (owned) (nullable) */
  GError *error;      /* (owned) (nullable) */
};

static void
heed_bus_call_free (gpointer data)
{
  HeedBusCall *self = data;

  g_clear_pointer (&self->returned, g_variant_unref);
  g_clear_error (&self->error);
  g_free (self);
}

/* On the connection's own thread. */
static GDBusMessage *
heed_bus_client_filter_cb (GDBusConnection *connection,
                           GDBusMessage *message,
                           gboolean incoming,
                           gpointer user_data)
{
  HeedBusClient *self = user_data;
  guint32 serial = g_dbus_message_get_reply_serial (message);

  if (incoming && serial != 0)
    {
      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
      gpointer key = GUINT_TO_POINTER (serial);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->answers, key));

      g_hash_table_insert (self->answers, key, GUINT_TO_POINTER (count + 1));
    }
  return message;
}

HeedBusClient *
heed_bus_client_new_of (HeedOtherProcess *process, const char *address)
{
  HeedBusClient *self = g_new0 (HeedBusClient, 1);
  g_autoptr (GSocketConnection) stream = heed_other_process_connect (process, address);
  g_autoptr (GError) error = NULL;

  g_mutex_init (&self->mutex);
  self->answers = g_hash_table_new (NULL, NULL);
  self->calls = g_ptr_array_new_with_free_func (heed_bus_call_free);
  self->connection = g_dbus_connection_new_sync (G_IO_STREAM (stream), NULL,
                                                 G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                     G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                 NULL, NULL, &error);
  g_assert_no_error (error);
  self->filter_id =
      g_dbus_connection_add_filter (self->connection, heed_bus_client_filter_cb, self, NULL);
  return self;
}

HeedBusClient *
heed_bus_client_new (const char *address)
{
  HeedOtherProcess *process = heed_other_process_new ();
  HeedBusClient *self = heed_bus_client_new_of (process, address);

  self->process = process;
  return self;
}

static void
heed_bus_client_check (HeedBusClient *self)
{
  /* What answers this has sent everything before it. */
  heed_bus_call_wait (heed_bus_client_call_on (self, "org.freedesktop.DBus.Peer", "Ping", NULL));
  for (guint i = 0; i < self->calls->len; i++)
    {
      const HeedBusCall *call = self->calls->pdata[i];
      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

      g_assert_cmpuint (GPOINTER_TO_UINT (
                            g_hash_table_lookup (self->answers, GUINT_TO_POINTER (call->serial))),
                        ==, 1);
    }
}

void
heed_bus_client_free (HeedBusClient *self)
{
  if (self->connection != NULL)
    {
      heed_bus_client_check (self);
      heed_bus_client_leave (self);
    }
  for (guint i = 0; i < self->calls->len; i++)
    {
      while (!heed_bus_call_is_answered (self->calls->pdata[i]))
        g_main_context_iteration (NULL, TRUE);
    }
  g_ptr_array_unref (self->calls);
  g_hash_table_unref (self->answers);
  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->process, heed_other_process_free);
  g_free (self);
}

void
heed_bus_client_leave (HeedBusClient *self)
{
  g_assert_true (g_dbus_connection_close_sync (self->connection, NULL, NULL));
  g_dbus_connection_remove_filter (self->connection, self->filter_id);
  g_clear_object (&self->connection);
}

static void
heed_bus_call_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedBusCall *self = user_data;

  self->returned = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &self->error);
  self->answered = TRUE;
}

HeedBusCall *
heed_bus_client_call_on (HeedBusClient *self,
                         const char *interface,
                         const char *method,
                         GVariant *arguments)
{
  HeedBusCall *call = g_new0 (HeedBusCall, 1);

  g_ptr_array_add (self->calls, call);
  g_dbus_connection_call (self->connection, HEED_APPLICATION_ID, HEED_OBJECT_PATH, interface,
                          method, arguments, NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, G_MAXINT, NULL,
                          heed_bus_call_answered_cb, call);
  call->serial = g_dbus_connection_get_last_serial (self->connection);
  return call;
}

HeedBusCall *
heed_bus_client_call (HeedBusClient *self, const char *method, GVariant *arguments)
{
  return heed_bus_client_call_on (self, HEED_INTERFACE, method, arguments);
}

HeedBusCall *
heed_bus_client_confirm (HeedBusClient *self, const char *mailbox, const char *options)
{
  const char *text = options != NULL ? options : "{}";
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) parsed = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, &error);
  GVariantBuilder recipients;

  g_assert_no_error (error);
  g_variant_builder_init (&recipients, G_VARIANT_TYPE ("a(ss)"));
  g_variant_builder_add (&recipients, "(ss)", "to", mailbox);
  return heed_bus_client_call (self, "ConfirmSend",
                               g_variant_new ("(a(ss)@a{sv})", &recipients, parsed));
}

HeedBusCall *
heed_bus_client_cancel (HeedBusClient *self, const char *cancellation_id)
{
  return heed_bus_client_call (self, "CancelConfirmation", g_variant_new ("(s)", cancellation_id));
}

gboolean
heed_bus_call_is_answered (const HeedBusCall *self)
{
  return self->answered;
}

static void
heed_bus_call_await (HeedBusCall *self)
{
  while (!self->answered)
    g_main_context_iteration (NULL, TRUE);
}

GVariant *
heed_bus_call_wait (HeedBusCall *self)
{
  heed_bus_call_await (self);
  g_assert_no_error (self->error);
  return self->returned;
}

void
heed_bus_call_assert_verdict (HeedBusCall *self, const char *verdict, const char *reason)
{
  GVariant *returned = heed_bus_call_wait (self);
  g_autoptr (GVariant) details = g_variant_get_child_value (returned, 1);
  const char *got_verdict;
  const char *got_reason = NULL;

  g_variant_get_child (returned, 0, "&s", &got_verdict);
  g_assert_true (g_variant_lookup (details, "reason", "&s", &got_reason));
  g_assert_cmpstr (got_reason, ==, reason);
  g_assert_cmpstr (got_verdict, ==, verdict);
}

void
heed_bus_call_assert_error (HeedBusCall *self, const char *name)
{
  g_autofree char *wanted = g_strconcat (HEED_INTERFACE, ".Error.", name, NULL);
  g_autofree char *got = NULL;

  heed_bus_call_await (self);
  g_assert_nonnull (self->error);
  got = g_dbus_error_get_remote_error (self->error);
  g_assert_cmpstr (got, ==, wanted);
  g_assert_true (g_utf8_validate (self->error->message, -1, NULL));
}
