/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a call takes, beside a Ping of the same service: call-times ROUNDS MAILBOX...
 *
 * A round is a ConfirmSend, a Ping that is not counted, and a Ping that is. The one not counted
 * waits out what the service still learns from the send, which would else make the counted one look
 * slow. Prints two numbers a round, in ns: the send's and the ping's. In C, because an interpreter
 * would add as much to each side and so flatter the ratio. */

#include "config.h"

#include <gio/gio.h>

#define WARM_UP 100

static gint64
get_nanoseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

static GVariant *
make_arguments (char **mailboxes)
{
  GVariantBuilder recipients;
  GVariantBuilder options;

  g_variant_builder_init (&recipients, G_VARIANT_TYPE ("a(ss)"));
  for (; *mailboxes != NULL; mailboxes++)
    g_variant_builder_add (&recipients, "(ss)", "to", *mailboxes);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "client", g_variant_new_string ("bench"));
  return g_variant_ref_sink (g_variant_new ("(a(ss)a{sv})", &recipients, &options));
}

/* Calls, and checks the answer: the time of an error is not a figure. */
static gint64
time_call (GDBusConnection *connection,
           const char *interface,
           const char *method,
           GVariant *arguments)
{
  g_autoptr (GError) error = NULL;
  gint64 start = get_nanoseconds ();
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_sync (connection, HEED_APPLICATION_ID, HEED_OBJECT_PATH, interface,
                                   method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                   &error);
  gint64 end = get_nanoseconds ();

  if (answer == NULL)
    g_error ("%s: %s", method, error->message);
  if (g_variant_n_children (answer) > 0)
    {
      g_autoptr (GVariant) verdict = g_variant_get_child_value (answer, 0);

      if (!g_str_equal (g_variant_get_string (verdict, NULL), "allow"))
        g_error ("%s: the answer was not allow", method);
    }
  return end - start;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) arguments = NULL;
  guint64 rounds;

  if (argc < 3 || !g_ascii_string_to_unsigned (argv[1], 10, 1, G_MAXUINT, &rounds, &error))
    {
      g_printerr ("usage: call-times ROUNDS MAILBOX...\n");
      return 2;
    }
  if (connection == NULL)
    g_error ("No session bus: %s", error->message);
  arguments = make_arguments (argv + 2);
  for (guint64 i = 0; i < rounds + WARM_UP; i++)
    {
      gint64 send = time_call (connection, HEED_INTERFACE, "ConfirmSend", arguments);
      gint64 ping;

      time_call (connection, "org.freedesktop.DBus.Peer", "Ping", NULL);
      ping = time_call (connection, "org.freedesktop.DBus.Peer", "Ping", NULL);
      if (i >= WARM_UP)
        g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", send, ping);
    }
  return 0;
}
