/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-caller.h"

G_BEGIN_DECLS

/**
 * HeedCallers:
 *
 * The callers that have questions waiting, by their names on the bus, and whose turn it is. A turn
 * is a process's: all of its connections that are known have the same.
 */
typedef struct _HeedCallers HeedCallers;

/**
 * heed_callers_new:
 * @known: called once for each caller, when its process is known
 * @vanished: called when one leaves the bus
 * @user_data: for both
 *
 * Returns: (transfer full): no callers yet
 */
HeedCallers *
heed_callers_new (HeedCallerKnownFunc known, HeedCallerVanishedFunc vanished, gpointer user_data);
void heed_callers_free (HeedCallers *self);

/** heed_callers_watch: @sender: a unique name on @connection, watched from now on. A newcomer
 * counts as served just before the one that was served last */
void heed_callers_watch (HeedCallers *self, GDBusConnection *connection, const char *sender);

/** heed_callers_forget: @sender has no question any more */
void heed_callers_forget (HeedCallers *self, const char *sender);

/** heed_callers_get: Returns: (transfer none) (nullable): the caller that is watched under the name
 * of @sender */
HeedCaller *heed_callers_get (const HeedCallers *self, const char *sender);

/** heed_callers_serve: it is the turn of the process of @caller now */
void heed_callers_serve (HeedCallers *self, const HeedCaller *caller);

/** heed_callers_join: the process of @caller has become known, and all of its connections get the
 * turn that the others have */
void heed_callers_join (HeedCallers *self, const HeedCaller *caller);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedCallers, heed_callers_free)

G_END_DECLS
