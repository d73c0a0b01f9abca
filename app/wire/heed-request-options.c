/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-request-options.h"

#include "heed-option.h"

void
heed_request_options_free (HeedRequestOptions *self)
{
  g_free (self->message_token);
  g_free (self->cancellation_id);
  g_free (self->parent_window);
  g_free (self->activation_token);
  g_free (self);
}

/* An empty text is as good as none. */
static gboolean
lookup_text (GVariant *options, const char *name, char **value, GError **error)
{
  if (!heed_option_lookup_string (options, name, value, error))
    return FALSE;
  if (*value != NULL && **value == '\0')
    g_clear_pointer (value, g_free);
  return TRUE;
}

HeedRequestOptions *
heed_request_options_new (GVariant *options, GError **error)
{
  g_autoptr (HeedRequestOptions) self = g_new0 (HeedRequestOptions, 1);
  g_autoptr (GVariant) can_correct = NULL;
  g_autoptr (GVariant) timeout = NULL;

  if (!lookup_text (options, "message-token", &self->message_token, error) ||
      !lookup_text (options, "cancellation-id", &self->cancellation_id, error) ||
      !lookup_text (options, "parent-window", &self->parent_window, error) ||
      !lookup_text (options, "activation-token", &self->activation_token, error) ||
      !heed_option_lookup (options, "can-correct", G_VARIANT_TYPE_BOOLEAN, &can_correct, error) ||
      !heed_option_lookup (options, "timeout", G_VARIANT_TYPE_UINT32, &timeout, error))
    return NULL;
  self->can_correct = can_correct != NULL && g_variant_get_boolean (can_correct);
  self->timeout = timeout != NULL ? g_variant_get_uint32 (timeout) : 0;
  return g_steal_pointer (&self);
}

void
heed_request_options_limit (HeedRequestOptions *self, const HeedPolicy *policy)
{
  guint timeout = heed_policy_get_confirmation_timeout (policy);

  if (timeout > 0 && (self->timeout == 0 || self->timeout > timeout))
    self->timeout = timeout;
  self->can_correct = self->can_correct && heed_policy_may_correct (policy);
}
