/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heedctl-service.h"

#include <glib/gi18n.h>

#include "heed-control-address.h"

static GDBusConnection *
connect_to_socket (GError **error)
{
  g_autofree char *path = heed_control_address_get_path ();
  g_autofree char *escaped = g_dbus_address_escape_value (path);
  g_autofree char *address = g_strconcat ("unix:path=", escaped, NULL);

  return g_dbus_connection_new_for_address_sync (address,
                                                 G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT,
                                                 NULL, NULL, error);
}

/* Once a property was read, the service is up and has its socket. */
static void
start (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) version = NULL;

  if (bus != NULL)
    version = g_dbus_connection_call_sync (bus, HEED_APPLICATION_ID, HEED_OBJECT_PATH,
                                           "org.freedesktop.DBus.Properties", "Get",
                                           g_variant_new ("(ss)", HEED_INTERFACE, "Version"), NULL,
                                           G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  if (version == NULL)
    g_debug ("The service does not start");
}

GDBusConnection *
heedctl_service_connect (GError **error)
{
  GDBusConnection *connection = connect_to_socket (NULL);

  if (connection != NULL)
    return connection;
  start ();
  return connect_to_socket (error);
}

GVariant *
heedctl_service_call (GDBusConnection *connection,
                      const char *method,
                      GVariant *arguments,
                      GError **error)
{
  GVariant *answer =
      g_dbus_connection_call_sync (connection, NULL, HEED_OBJECT_PATH,
                                   HEED_APPLICATION_ID ".Control1", method, arguments, NULL,
                                   G_DBUS_CALL_FLAGS_NONE, G_MAXINT, NULL, error);

  if (answer == NULL && error != NULL)
    g_dbus_error_strip_remote_error (*error);
  return answer;
}

static void
print_status (GVariant *status)
{
  const char *version = "";
  const char *history = "";
  const char *problem = NULL;
  guint correspondents = 0;

  g_variant_lookup (status, "version", "&s", &version);
  g_variant_lookup (status, "history", "&s", &history);
  g_variant_lookup (status, "correspondents", "u", &correspondents);
  g_print ("%-16s %s\n%-16s %s\n%-16s %u\n", _ ("version"), version, _ ("history"), history,
           _ ("correspondents"), correspondents);
  if (g_variant_lookup (status, "problem", "&s", &problem))
    g_print ("%-16s %s\n", _ ("problem"), problem);
}

int
heedctl_status (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;
  const char *history = "";

  g_set_prgname ("heedctl status");
  g_option_context_set_summary (context, _ ("Says how the service and its history are."));
  if (g_option_context_parse (context, &argc, &argv, &error) &&
      (connection = heedctl_service_connect (&error)) != NULL)
    answer = heedctl_service_call (connection, "Status", NULL, &error);
  if (answer == NULL)
    {
      g_printerr ("heedctl: %s\n", error->message);
      return 2;
    }
  g_autoptr (GVariant) status = g_variant_get_child_value (answer, 0);
  print_status (status);
  g_variant_lookup (status, "history", "&s", &history);
  return g_str_equal (history, "memory") ? 1 : 0;
}
