/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sys/types.h>

G_BEGIN_DECLS

/**
 * HeedOtherProcess:
 *
 * A process that connects to a bus and hands the connection over: to the bus, what comes from there
 * is that process's from then on, as the kernel says so.
 */
typedef struct _HeedOtherProcess HeedOtherProcess;

HeedOtherProcess *heed_other_process_new (void);

/** heed_other_process_free: ends it; the connections stay */
void heed_other_process_free (HeedOtherProcess *self);

/** heed_other_process_connect: @address: of a bus on a local socket. Returns: (transfer full): a
 * new connection to it */
GSocketConnection *heed_other_process_connect (HeedOtherProcess *self, const char *address);

G_END_DECLS
