/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How it ends. A request must not be lost between the decision to leave and the end: the name is
 * given up first, from when on the bus starts another instance for new requests. What the bus had
 * delivered before is dispatched before the bus's answer to that is. Only when all of it is
 * answered and the history is on disk does the program end. */

#include "config.h"
#include "heed-lifetime.h"

#include <glib-unix.h>

/* Seconds without anything to do after which the service leaves. */
#define IDLE_SECONDS 600

enum
{
  ENDED,
  N_SIGNALS
};

struct _HeedLifetime
{
  GObject parent_instance;

  GDBusConnection *connection; /* (owned) */
  HeedService *service;        /* (owned) */
  HeedAudit *audit;            /* (owned) */
  HeedHistory *history;        /* (owned) */
  guint idle_id;
  guint terminate_id;
  guint interrupt_id;
  gboolean has_window;
  gboolean leaving; /* the name is given up */
  gboolean ending;  /* nothing is answered any more */
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedLifetime, heed_lifetime, G_TYPE_OBJECT)

static void
heed_lifetime_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedLifetime) self = user_data;
  g_autoptr (GError) error = NULL;

  /* Without a file nothing was to be written, as the person was told. */
  if (!heed_history_flush_finish (HEED_HISTORY (source), result, &error) &&
      heed_history_get_state (self->history) == HEED_HISTORY_READY)
    g_warning ("The history could not be written: %s", error->message);
  /* The answers that shutting down gave are still to leave; there is no window any more. */
  g_dbus_connection_flush_sync (self->connection, NULL, NULL);
  g_signal_emit (self, signals[ENDED], 0);
}

static void
heed_lifetime_audited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedLifetime *self = user_data;

  heed_audit_flush_finish (HEED_AUDIT (source), result);
  heed_history_flush_async (self->history, NULL, heed_lifetime_flushed_cb, self);
}

static void
heed_lifetime_end (HeedLifetime *self)
{
  if (self->ending)
    return;
  self->ending = TRUE;
  heed_service_shut_down (self->service);
  heed_audit_stop_waiting (self->audit);
  heed_audit_flush_async (self->audit, heed_lifetime_audited_cb, g_object_ref (self));
}

static void
heed_lifetime_end_if_idle (HeedLifetime *self)
{
  if (!self->has_window && heed_service_is_idle (self->service))
    heed_lifetime_end (self);
}

static void
heed_lifetime_released_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedLifetime) self = user_data;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (answer == NULL)
    g_debug ("The bus did not answer");
  heed_lifetime_end_if_idle (self);
}

void
heed_lifetime_leave (HeedLifetime *self)
{
  if (self->leaving || self->ending)
    return;
  self->leaving = TRUE;
  g_dbus_connection_call (self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "ReleaseName",
                          g_variant_new ("(s)", HEED_APPLICATION_ID), G_VARIANT_TYPE ("(u)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, heed_lifetime_released_cb,
                          g_object_ref (self));
}

static gboolean
heed_lifetime_idle_cb (gpointer data)
{
  HeedLifetime *self = data;

  self->idle_id = 0;
  if (!self->has_window && heed_service_is_idle (self->service))
    heed_lifetime_leave (self);
  return G_SOURCE_REMOVE;
}

/* Counts the idle time anew, or stops counting. */
static void
heed_lifetime_update_idle (HeedLifetime *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->ending || self->has_window || !heed_service_is_idle (self->service))
    return;
  if (self->leaving)
    heed_lifetime_end (self);
  else
    self->idle_id = g_timeout_add_seconds (IDLE_SECONDS, heed_lifetime_idle_cb, self);
}

static gboolean
heed_lifetime_signal_cb (gpointer data)
{
  heed_lifetime_end (data);
  return G_SOURCE_CONTINUE;
}

static void
heed_lifetime_finalize (GObject *object)
{
  HeedLifetime *self = HEED_LIFETIME (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_handle_id (&self->terminate_id, g_source_remove);
  g_clear_handle_id (&self->interrupt_id, g_source_remove);
  g_object_unref (self->service);
  g_object_unref (self->audit);
  g_object_unref (self->history);
  g_object_unref (self->connection);
  G_OBJECT_CLASS (heed_lifetime_parent_class)->finalize (object);
}

static void
heed_lifetime_class_init (HeedLifetimeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_lifetime_finalize;

  /**
   * HeedLifetime::ended:
   *
   * All is answered and written: the program may stop.
   */
  signals[ENDED] = g_signal_new ("ended", HEED_TYPE_LIFETIME, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
heed_lifetime_init (HeedLifetime *self)
{
}

HeedLifetime *
heed_lifetime_new (GDBusConnection *connection,
                   HeedService *service,
                   HeedAudit *audit,
                   HeedHistory *history)
{
  HeedLifetime *self = g_object_new (HEED_TYPE_LIFETIME, NULL);

  self->connection = g_object_ref (connection);
  self->service = g_object_ref (service);
  self->audit = g_object_ref (audit);
  self->history = g_object_ref (history);
  self->terminate_id = g_unix_signal_add (SIGTERM, heed_lifetime_signal_cb, self);
  self->interrupt_id = g_unix_signal_add (SIGINT, heed_lifetime_signal_cb, self);
  g_signal_connect_object (service, "notify::idle", G_CALLBACK (heed_lifetime_update_idle), self,
                           G_CONNECT_SWAPPED);
  heed_lifetime_update_idle (self);
  return self;
}

void
heed_lifetime_set_has_window (HeedLifetime *self, gboolean has_window)
{
  g_return_if_fail (HEED_IS_LIFETIME (self));
  self->has_window = has_window;
  heed_lifetime_update_idle (self);
}

gboolean
heed_lifetime_is_ending (HeedLifetime *self)
{
  return self->ending;
}
