/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-json.h"

G_BEGIN_DECLS

#define HEED_TYPE_BRIDGE_REQUEST (heed_bridge_request_get_type ())

/**
 * HeedBridgeRequest:
 *
 * One request of a shim, on its way to the service and back. It gives exactly one answer.
 */
G_DECLARE_FINAL_TYPE (HeedBridgeRequest, heed_bridge_request, HEED, BRIDGE_REQUEST, GObject)

/**
 * heed_bridge_request_new:
 * @frame: what the shim sent
 *
 * Reads the frame. Whether it is a good request shows when it is sent on.
 *
 * Returns: (transfer full): the request
 */
HeedBridgeRequest *heed_bridge_request_new (GBytes *frame);

/** heed_bridge_request_get_id: Returns: (transfer none) (nullable): the id as JSON text; %NULL if
 * none could be read */
const char *heed_bridge_request_get_id (HeedBridgeRequest *self);

/**
 * heed_bridge_request_run_async:
 * @self: a request
 * @connection: (nullable): the session bus; %NULL when it cannot be reached
 *
 * Calls the service. Lasts as long as the person thinks.
 */
void heed_bridge_request_run_async (HeedBridgeRequest *self,
                                    GDBusConnection *connection,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/** heed_bridge_request_run_finish: Returns: (transfer full): the answer's frame, a reply or an
 * error; never %NULL */
GBytes *heed_bridge_request_run_finish (HeedBridgeRequest *self, GAsyncResult *result);

/**
 * heed_bridge_request_refuse:
 * @self: a request
 * @error: why it is not sent on
 *
 * Returns: (transfer full): the frame of that answer
 */
GBytes *heed_bridge_request_refuse (HeedBridgeRequest *self, const GError *error);

G_END_DECLS
