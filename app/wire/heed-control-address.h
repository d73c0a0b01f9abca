/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** heed_control_address_get_path: Returns: (transfer full): the socket at which a running service
 * answers heedctl; in a sandbox, in the folder that its programs share */
char *heed_control_address_get_path (void);

G_END_DECLS
