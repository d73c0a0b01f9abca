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

HeedRequestOptions *
heed_request_options_new (GVariant *options, GError **error)
{
  g_autoptr (HeedRequestOptions) self = g_new0 (HeedRequestOptions, 1);
  g_autoptr (GVariant) can_correct = NULL;
  g_autoptr (GVariant) timeout = NULL;

  if (!heed_option_lookup_string (options, "message-token", &self->message_token, error) ||
      !heed_option_lookup_string (options, "cancellation-id", &self->cancellation_id, error) ||
      !heed_option_lookup_string (options, "parent-window", &self->parent_window, error) ||
      !heed_option_lookup_string (options, "activation-token", &self->activation_token, error) ||
      !heed_option_lookup (options, "can-correct", G_VARIANT_TYPE_BOOLEAN, &can_correct, error) ||
      !heed_option_lookup (options, "timeout", G_VARIANT_TYPE_UINT32, &timeout, error))
    return NULL;
  self->can_correct = can_correct != NULL && g_variant_get_boolean (can_correct);
  self->timeout = timeout != NULL ? g_variant_get_uint32 (timeout) : 0;
  return g_steal_pointer (&self);
}
