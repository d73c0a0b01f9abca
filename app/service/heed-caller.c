/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-caller.h"

struct _HeedCaller
{
  guint watch_id;
  guint64 turn;
  HeedCallerVanishedFunc vanished;
  gpointer user_data;
};

static void
heed_caller_vanished_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  HeedCaller *self = user_data;

  self->vanished (name, self->user_data);
}

HeedCaller *
heed_caller_new (GDBusConnection *connection,
                 const char *sender,
                 guint64 turn,
                 HeedCallerVanishedFunc vanished,
                 gpointer user_data)
{
  HeedCaller *self = g_new0 (HeedCaller, 1);

  self->turn = turn;
  self->vanished = vanished;
  self->user_data = user_data;
  self->watch_id =
      g_bus_watch_name_on_connection (connection, sender, G_BUS_NAME_WATCHER_FLAGS_NONE, NULL,
                                      heed_caller_vanished_cb, self, NULL);
  return self;
}

void
heed_caller_free (HeedCaller *self)
{
  g_bus_unwatch_name (self->watch_id);
  g_free (self);
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
