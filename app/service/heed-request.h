/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HeedRequest:
 *
 * One method call that waits for its answer. It is answered exactly once: the first answer goes
 * out, and a request that has one takes no other. Ref-counted.
 */
typedef struct _HeedRequest HeedRequest;

/**
 * heed_request_new:
 * @invocation: (transfer full): the call
 * @cancellation_id: (nullable): what the caller calls it
 *
 * Returns: (transfer full): a request that waits
 */
HeedRequest *heed_request_new (GDBusMethodInvocation *invocation, const char *cancellation_id);

HeedRequest *heed_request_ref (HeedRequest *self);
void heed_request_unref (HeedRequest *self);

/** heed_request_get_sender: Returns: (transfer none): the unique bus name of the caller */
const char *heed_request_get_sender (const HeedRequest *self);

/** heed_request_get_cancellation_id: Returns: (transfer none) (nullable): its name */
const char *heed_request_get_cancellation_id (const HeedRequest *self);

/** heed_request_is_pending: Returns: whether it still waits */
gboolean heed_request_is_pending (const HeedRequest *self);

/**
 * HeedRequestTimeoutFunc:
 * @request: a request that has waited as long as its caller could
 */
typedef void (*HeedRequestTimeoutFunc) (HeedRequest *request, gpointer user_data);

/**
 * heed_request_set_timeout:
 * @self: a request that waits
 * @seconds: after this long
 * @callback: called once, unless it is answered before
 * @user_data: for @callback; has to stay until then
 */
void heed_request_set_timeout (HeedRequest *self,
                               guint seconds,
                               HeedRequestTimeoutFunc callback,
                               gpointer user_data);

/**
 * heed_request_answer:
 * @self: a request
 * @answer: (transfer floating): the values that the method returns
 *
 * Does nothing when it is answered already.
 */
void heed_request_answer (HeedRequest *self, GVariant *answer);

/**
 * heed_request_fail:
 * @self: a request
 * @error: (nullable): what went wrong; translated into %HEED_ERROR
 *
 * Does nothing when it is answered already.
 */
void heed_request_fail (HeedRequest *self, const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedRequest, heed_request_unref)

G_END_DECLS
