/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heedctl-service.h"

#include <glib/gi18n.h>

#include "heed-call-failure.h"
#include "heed-control-address.h"
#include "heed-error.h"

/* Seconds in which the service takes a connection. */
#define CONNECT_SECONDS 5

typedef struct
{
  GDBusConnection *connection; /* (owned) (nullable) */
  GError *error;               /* (owned) (nullable) */
} Attempt;

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Attempt *attempt = user_data;

  attempt->connection = g_dbus_connection_new_for_address_finish (result, &attempt->error);
}

static void
too_late_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

/* Whatever holds the socket and says nothing keeps nobody waiting for ever. */
static GDBusConnection *
connect_to_socket (GError **error)
{
  g_autofree char *path = heed_control_address_get_path ();
  g_autofree char *escaped = g_dbus_address_escape_value (path);
  g_autofree char *address = g_strconcat ("unix:path=", escaped, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GDBusAuthObserver) observer = heed_control_address_new_observer ();
  g_autoptr (GSource) timeout = g_timeout_source_new_seconds (CONNECT_SECONDS);
  Attempt attempt = { NULL, NULL };

  g_source_set_callback (timeout, G_SOURCE_FUNC (too_late_cb), cancellable, NULL);
  g_source_attach (timeout, NULL);
  g_dbus_connection_new_for_address (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT,
                                     observer, cancellable, connected_cb, &attempt);
  while (attempt.connection == NULL && attempt.error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_destroy (timeout);
  if (attempt.error != NULL && g_cancellable_is_cancelled (cancellable))
    {
      g_error_free (attempt.error);
      attempt.error =
          g_error_new_literal (HEED_ERROR, HEED_ERROR_FAILED, _ ("the service does not answer."));
    }
  if (attempt.error != NULL)
    g_propagate_error (error, attempt.error);
  return attempt.connection;
}

static void
fail (const GError *failure, GError **error)
{
  g_autofree char *text = heed_call_failure_explain (failure);

  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_FAILED, text);
}

/* Once a property was read, the service is up and has its socket.
 *
 * Returns: %FALSE if the bus knows of no such service */
static gboolean
start (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) version = NULL;
  g_autoptr (GError) error = NULL;

  if (bus != NULL)
    version = g_dbus_connection_call_sync (bus, HEED_APPLICATION_ID, HEED_OBJECT_PATH,
                                           "org.freedesktop.DBus.Properties", "Get",
                                           g_variant_new ("(ss)", HEED_INTERFACE, "Version"), NULL,
                                           G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  if (version == NULL)
    g_debug ("The service does not start");
  return !g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN);
}

GDBusConnection *
heedctl_service_connect (GError **error)
{
  g_autoptr (GError) first_error = NULL;
  g_autoptr (GError) local_error = NULL;
  GDBusConnection *connection = connect_to_socket (&first_error);
  gboolean is_installed;

  if (connection != NULL)
    return connection;
  if (first_error->domain == HEED_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&first_error));
      return NULL;
    }
  is_installed = start ();
  connection = connect_to_socket (&local_error);
  if (connection == NULL && !is_installed)
    g_set_error_literal (error, HEED_ERROR, HEED_ERROR_FAILED,
                         _ ("Heed is not running, and the session’s bus does not know of it. "
                            "Unless it is installed in /usr or /usr/local, XDG_DATA_DIRS must name "
                            "its share folder before the session starts."));
  else if (connection == NULL)
    fail (local_error, error);
  return connection;
}

GVariant *
heedctl_service_call_within (GDBusConnection *connection,
                             const char *method,
                             GVariant *arguments,
                             guint seconds,
                             GError **error)
{
  g_autoptr (GError) local_error = NULL;
  GVariant *answer =
      g_dbus_connection_call_sync (connection, NULL, HEED_OBJECT_PATH,
                                   HEED_APPLICATION_ID ".Control1", method, arguments, NULL,
                                   G_DBUS_CALL_FLAGS_NONE,
                                   (int)MIN (seconds, G_MAXINT / 1000) * 1000, NULL, &local_error);

  if (answer == NULL)
    fail (local_error, error);
  return answer;
}

GVariant *
heedctl_service_call (GDBusConnection *connection,
                      const char *method,
                      GVariant *arguments,
                      GError **error)
{
  return heedctl_service_call_within (connection, method, arguments, G_MAXUINT, error);
}
