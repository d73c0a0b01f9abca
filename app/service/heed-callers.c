/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-callers.h"

struct _HeedCallers
{
  GHashTable *by_sender; /* (owned) (element-type utf8 HeedCaller) */
  guint64 turn;          /* how often somebody was served */
  HeedCallerKnownFunc known;
  HeedCallerVanishedFunc vanished;
  gpointer user_data;
};

HeedCallers *
heed_callers_new (HeedCallerKnownFunc known, HeedCallerVanishedFunc vanished, gpointer user_data)
{
  HeedCallers *self = g_new0 (HeedCallers, 1);

  self->by_sender =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)heed_caller_free);
  self->known = known;
  self->vanished = vanished;
  self->user_data = user_data;
  return self;
}

void
heed_callers_free (HeedCallers *self)
{
  g_hash_table_unref (self->by_sender);
  g_free (self);
}

void
heed_callers_watch (HeedCallers *self, GDBusConnection *connection, const char *sender)
{
  guint64 turn = self->turn > 0 ? self->turn - 1 : 0;

  if (g_hash_table_contains (self->by_sender, sender))
    return;
  g_hash_table_insert (self->by_sender, g_strdup (sender),
                       heed_caller_new (connection, sender, turn, self->known, self->vanished,
                                        self->user_data));
}

void
heed_callers_forget (HeedCallers *self, const char *sender)
{
  g_hash_table_remove (self->by_sender, sender);
}

HeedCaller *
heed_callers_get (const HeedCallers *self, const char *sender)
{
  return g_hash_table_lookup (self->by_sender, sender);
}

static gboolean
is_same_process (const HeedCaller *a, const HeedCaller *b)
{
  return g_str_equal (heed_caller_get_process (a), heed_caller_get_process (b));
}

static void
set_turn (HeedCallers *self, const HeedCaller *caller, guint64 turn)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, self->by_sender);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    {
      if (is_same_process (other, caller))
        heed_caller_set_turn (other, turn);
    }
}

void
heed_callers_serve (HeedCallers *self, const HeedCaller *caller)
{
  set_turn (self, caller, ++self->turn);
}

void
heed_callers_join (HeedCallers *self, const HeedCaller *caller)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, self->by_sender);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    {
      if (other == caller || !is_same_process (other, caller))
        continue;
      set_turn (self, caller, heed_caller_get_turn (other));
      return;
    }
}
