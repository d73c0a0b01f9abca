/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HeedCaller:
 *
 * One sender on the bus that has questions waiting. It is watched for as long as that lasts and no
 * longer: an answer that comes at once costs no round trip to the bus. Which process it is, the bus
 * says a moment after it is asked.
 */
typedef struct _HeedCaller HeedCaller;

/**
 * HeedCallerVanishedFunc:
 * @sender: the unique name that left the bus
 */
typedef void (*HeedCallerVanishedFunc) (const char *sender, gpointer user_data);

/**
 * HeedCallerKnownFunc:
 * @sender: the unique name whose process is known from now on
 */
typedef void (*HeedCallerKnownFunc) (const char *sender, gpointer user_data);

/**
 * heed_caller_new:
 * @connection: the bus
 * @sender: its unique name
 * @turn: when it was served last, as a number that grows
 * @known: called once when its process is known; never from within this function
 * @vanished: called when it leaves the bus, or has left already; never from within this function
 * @user_data: for both
 *
 * Returns: (transfer full): the caller
 */
HeedCaller *heed_caller_new (GDBusConnection *connection,
                             const char *sender,
                             guint64 turn,
                             HeedCallerKnownFunc known,
                             HeedCallerVanishedFunc vanished,
                             gpointer user_data);
void heed_caller_free (HeedCaller *self);

/** heed_caller_is_known: Returns: whether the bus has said which process it is */
gboolean heed_caller_is_known (const HeedCaller *self);

/**
 * heed_caller_get_process:
 * @self: a caller
 *
 * Returns: (transfer none): what is the same for all connections of one process. Until that is
 * known, and where the bus does not tell, the caller counts as a process of its own.
 */
const char *heed_caller_get_process (const HeedCaller *self);

/** heed_caller_get_turn: Returns: when it was served last */
guint64 heed_caller_get_turn (const HeedCaller *self);

/** heed_caller_set_turn: it is served now */
void heed_caller_set_turn (HeedCaller *self, guint64 turn);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedCaller, heed_caller_free)

G_END_DECLS
