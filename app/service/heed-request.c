/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-request.h"

#include "heed-bus-error.h"

struct _HeedRequest
{
  GDBusMethodInvocation *invocation; /* (owned) (nullable): gone once it is answered */
  char *sender;                      /* (owned) */
  char *cancellation_id;             /* (owned) (nullable) */
  guint timeout_id;                  /* 0 when none runs */
  HeedRequestTimeoutFunc timeout_callback;
  gpointer timeout_data;
};

HeedRequest *
heed_request_new (GDBusMethodInvocation *invocation, const char *cancellation_id)
{
  HeedRequest *self = g_rc_box_new0 (HeedRequest);

  self->invocation = invocation;
  self->sender = g_strdup (g_dbus_method_invocation_get_sender (invocation));
  self->cancellation_id = g_strdup (cancellation_id);
  return self;
}

HeedRequest *
heed_request_ref (HeedRequest *self)
{
  return g_rc_box_acquire (self);
}

static void
heed_request_clear (gpointer data)
{
  HeedRequest *self = data;

  /* A request that is dropped is a mistake of ours, but the caller must not wait for ever. */
  g_warn_if_fail (self->invocation == NULL);
  heed_request_fail (self, NULL);
  g_free (self->sender);
  g_free (self->cancellation_id);
}

void
heed_request_unref (HeedRequest *self)
{
  g_rc_box_release_full (self, heed_request_clear);
}

const char *
heed_request_get_sender (const HeedRequest *self)
{
  return self->sender;
}

const char *
heed_request_get_cancellation_id (const HeedRequest *self)
{
  return self->cancellation_id;
}

gboolean
heed_request_is_pending (const HeedRequest *self)
{
  return self->invocation != NULL;
}

static gboolean
heed_request_timeout_cb (gpointer user_data)
{
  HeedRequest *self = user_data;

  self->timeout_id = 0;
  self->timeout_callback (self, self->timeout_data);
  return G_SOURCE_REMOVE;
}

void
heed_request_set_timeout (HeedRequest *self,
                          guint seconds,
                          HeedRequestTimeoutFunc callback,
                          gpointer user_data)
{
  g_return_if_fail (heed_request_is_pending (self) && self->timeout_id == 0);
  self->timeout_callback = callback;
  self->timeout_data = user_data;
  self->timeout_id = g_timeout_add_seconds (seconds, heed_request_timeout_cb, self);
}

/* The one place where a request stops waiting. */
static GDBusMethodInvocation *
heed_request_settle (HeedRequest *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  return g_steal_pointer (&self->invocation);
}

void
heed_request_answer (HeedRequest *self, GVariant *answer)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (answer);
  GDBusMethodInvocation *invocation = heed_request_settle (self);

  if (invocation != NULL)
    g_dbus_method_invocation_return_value (invocation, owned);
}

void
heed_request_fail (HeedRequest *self, const GError *error)
{
  GDBusMethodInvocation *invocation = heed_request_settle (self);
  g_autoptr (GError) translated = heed_bus_error_translate (error);

  if (invocation != NULL)
    g_dbus_method_invocation_return_gerror (invocation, translated);
}
