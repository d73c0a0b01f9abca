/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-policy.h"

G_BEGIN_DECLS

/**
 * HeedRequestOptions:
 * @message_token: (owned) (nullable): the same token again from the same caller is the same send
 * @cancellation_id: (owned) (nullable): names the request for CancelConfirmation
 * @parent_window: (owned) (nullable): the composer, as in xdg-desktop-portal (`x11:…`, `wayland:…`)
 * @activation_token: (owned) (nullable): permission to come to the front
 * @can_correct: whether the caller can replace the recipients
 * @timeout: seconds in which the caller needs its answer; 0 for as long as the person thinks
 *
 * How a message is asked about, as opposed to what it is (#HeedMessage).
 */
typedef struct
{
  char *message_token;
  char *cancellation_id;
  char *parent_window;
  char *activation_token;
  gboolean can_correct;
  guint timeout;
} HeedRequestOptions;

/**
 * heed_request_options_new:
 * @options: the `a{sv}` of ConfirmSend; unknown keys are ignored
 * @error: return location for an error
 *
 * Returns: (transfer full): the options, or %NULL with %HEED_ERROR_INVALID_ARGUMENT (a known key of
 * the wrong type) or %HEED_ERROR_LIMIT_EXCEEDED
 */
HeedRequestOptions *heed_request_options_new (GVariant *options, GError **error);

/** heed_request_options_limit: takes from @self what @policy does not grant: a time without end,
 * corrections */
void heed_request_options_limit (HeedRequestOptions *self, const HeedPolicy *policy);

void heed_request_options_free (HeedRequestOptions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedRequestOptions, heed_request_options_free)

G_END_DECLS
