/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-service.h"

G_BEGIN_DECLS

#define HEED_TYPE_CONTROL (heed_control_get_type ())

/**
 * HeedControl:
 *
 * Answers heedctl at a socket that only the same user can open: what the history holds, what is to
 * be erased from it or brought into it, and how a message is reviewed.
 */
G_DECLARE_FINAL_TYPE (HeedControl, heed_control, HEED, CONTROL, GObject)

HeedControl *heed_control_new (HeedService *service);

/**
 * heed_control_start:
 * @self: a control that does not listen yet
 * @error: return location for an error
 *
 * To be called once the name on the bus is owned: it takes the socket from an instance that left.
 *
 * Returns: whether it listens; %FALSE with %HEED_ERROR_FAILED
 */
gboolean heed_control_start (HeedControl *self, GError **error);

G_END_DECLS
