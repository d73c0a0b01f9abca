/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-warning-frame.h"

G_BEGIN_DECLS

#define HEED_TYPE_LAYOUT_TURN (heed_layout_turn_get_type ())

/**
 * HeedLayoutTurn:
 *
 * Whose turn it is among the layouts of a dangerous message. One digit in a file remembers it,
 * since the service ends between two messages.
 */
G_DECLARE_FINAL_TYPE (HeedLayoutTurn, heed_layout_turn, HEED, LAYOUT_TURN, GObject)

/** heed_layout_turn_new: @path: the file, which is read soon; it need not exist. Returns: (transfer
 * full): the turn */
HeedLayoutTurn *heed_layout_turn_new (const char *path);

/** heed_layout_turn_get_default_path: Returns: (transfer full): `$XDG_STATE_HOME/heed/layout` */
char *heed_layout_turn_get_default_path (void);

/** heed_layout_turn_take: Returns: the layout whose turn it is; the next one is the next's */
HeedWarningLayout heed_layout_turn_take (HeedLayoutTurn *self);

G_END_DECLS
