/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** heed_control_address_get_path: Returns: (transfer full): the socket at which a running service
 * answers heedctl; in a sandbox, in the folder that its programs share */
char *heed_control_address_get_path (void);

/** heed_control_address_get_server_flags: Returns: who may connect to the socket: this user, by
 * what the kernel says of the peer or, in a sandbox, by the folder that nobody else can enter */
GDBusServerFlags heed_control_address_get_server_flags (void);

/** heed_control_address_new_observer: Returns: (transfer full): for both ends of a connection: how
 * they may find out who the other is */
GDBusAuthObserver *heed_control_address_new_observer (void);

G_END_DECLS
