/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HEED_TYPE_BRIDGE_SESSION (heed_bridge_session_get_type ())

/**
 * HeedBridgeSession:
 *
 * A shim at the other end of two streams: takes its requests, gives the answers, ends when the shim
 * ends.
 */
G_DECLARE_FINAL_TYPE (HeedBridgeSession, heed_bridge_session, HEED, BRIDGE_SESSION, GObject)

HeedBridgeSession *heed_bridge_session_new (GInputStream *input, GOutputStream *output);

/**
 * heed_bridge_session_run_async:
 *
 * Serves until the input ends or cannot be trusted any more. What is pending then gets no answer:
 * nobody listens, and the service withdraws it when the connection closes.
 */
void heed_bridge_session_run_async (HeedBridgeSession *self,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/** heed_bridge_session_run_finish: Returns: %FALSE with an error when the stream broke */
gboolean
heed_bridge_session_run_finish (HeedBridgeSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
