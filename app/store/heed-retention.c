/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-retention.h"

#include "heed-archive.h"

#define SECONDS_PER_DAY (24 * 60 * 60)

#define SETTING "retention-days"

struct _HeedRetention
{
  GObject parent_instance;

  HeedHistory *history; /* (owned) */
  GSettings *settings;  /* (owned) (nullable): where they are installed */
  guint policy_days;    /* 0 for ever */
  guint timer_id;
};

G_DEFINE_FINAL_TYPE (HeedRetention, heed_retention, G_TYPE_OBJECT)

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  guint correspondents;
  guint decisions;

  if (!heed_archive_erase_finish (HEED_HISTORY (source), result, &correspondents, &decisions,
                                  &error))
    g_warning ("What is too old could not be erased: %s", error->message);
}

/* The shorter of both; 0 is for ever. */
static guint
heed_retention_get_days (HeedRetention *self)
{
  guint own_days = self->settings != NULL ? g_settings_get_uint (self->settings, SETTING) : 0;

  if (own_days == 0 || self->policy_days == 0)
    return MAX (own_days, self->policy_days);
  return MIN (own_days, self->policy_days);
}

static void
heed_retention_erase (HeedRetention *self)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  guint days = heed_retention_get_days (self);

  if (days == 0 || heed_history_get_state (self->history) != HEED_HISTORY_READY)
    return;
  g_autoptr (HeedHistoryQuery) query =
      heed_history_query_new (NULL, NULL, NULL, now - (gint64)days * SECONDS_PER_DAY);
  heed_archive_erase_async (self->history, query, NULL, NULL, NULL, erased_cb, NULL);
}

static gboolean
heed_retention_timer_cb (gpointer user_data)
{
  heed_retention_erase (user_data);
  return G_SOURCE_CONTINUE;
}

static void
heed_retention_finalize (GObject *object)
{
  HeedRetention *self = HEED_RETENTION (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_object (&self->settings);
  g_object_unref (self->history);
  G_OBJECT_CLASS (heed_retention_parent_class)->finalize (object);
}

static void
heed_retention_class_init (HeedRetentionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_retention_finalize;
}

static void
heed_retention_init (HeedRetention *self)
{
  self->timer_id = g_timeout_add_seconds (SECONDS_PER_DAY, heed_retention_timer_cb, self);
}

/* GLib ends a program that asks for settings that are not installed. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source != NULL ? g_settings_schema_source_lookup (source, HEED_APPLICATION_ID, TRUE) : NULL;

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

HeedRetention *
heed_retention_new (HeedHistory *history)
{
  HeedRetention *self = g_object_new (HEED_TYPE_RETENTION, NULL);

  self->history = g_object_ref (history);
  g_signal_connect_object (history, "notify::state", G_CALLBACK (heed_retention_erase), self,
                           G_CONNECT_SWAPPED);
  self->settings = open_settings ();
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::" SETTING, G_CALLBACK (heed_retention_erase),
                             self, G_CONNECT_SWAPPED);
  return self;
}

void
heed_retention_set_days (HeedRetention *self, guint days)
{
  g_return_if_fail (HEED_IS_RETENTION (self));
  if (self->policy_days == days)
    return;
  self->policy_days = days;
  heed_retention_erase (self);
}
