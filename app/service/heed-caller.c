/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-caller.h"

struct _HeedCaller
{
  char *sender;  /* (owned) */
  char *process; /* (owned): a number or, where that is not known, the sender */
  gboolean is_known;
  GCancellable *cancellable; /* (owned) */
  guint watch_id;
  guint64 turn;
  HeedCallerKnownFunc known;
  HeedCallerVanishedFunc vanished;
  gpointer user_data;
};

static void
heed_caller_vanished_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  HeedCaller *self = user_data;

  self->vanished (name, self->user_data);
}

static void
heed_caller_process_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedCaller *self = user_data;
  g_autoptr (GError) error = NULL;
  guint32 process = 0;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer != NULL)
    {
      g_variant_get (answer, "(u)", &process);
      g_free (self->process);
      self->process = g_strdup_printf ("%u", process);
    }
  self->is_known = TRUE;
  self->known (self->sender, self->user_data);
}

HeedCaller *
heed_caller_new (GDBusConnection *connection,
                 const char *sender,
                 guint64 turn,
                 HeedCallerKnownFunc known,
                 HeedCallerVanishedFunc vanished,
                 gpointer user_data)
{
  HeedCaller *self = g_new0 (HeedCaller, 1);

  self->sender = g_strdup (sender);
  self->process = g_strdup (sender);
  self->cancellable = g_cancellable_new ();
  self->turn = turn;
  self->known = known;
  self->vanished = vanished;
  self->user_data = user_data;
  self->watch_id =
      g_bus_watch_name_on_connection (connection, sender, G_BUS_NAME_WATCHER_FLAGS_NONE, NULL,
                                      heed_caller_vanished_cb, self, NULL);
  g_dbus_connection_call (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                          g_variant_new ("(s)", sender), G_VARIANT_TYPE ("(u)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, heed_caller_process_cb,
                          self);
  return self;
}

void
heed_caller_free (HeedCaller *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_bus_unwatch_name (self->watch_id);
  g_free (self->sender);
  g_free (self->process);
  g_free (self);
}

gboolean
heed_caller_is_known (const HeedCaller *self)
{
  return self->is_known;
}

const char *
heed_caller_get_process (const HeedCaller *self)
{
  return self->process;
}

guint64
heed_caller_get_turn (const HeedCaller *self)
{
  return self->turn;
}

void
heed_caller_set_turn (HeedCaller *self, guint64 turn)
{
  self->turn = turn;
}
