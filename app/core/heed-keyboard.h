/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** heed_keyboard_are_neighbours: Returns: whether the keys of two lower-case ASCII letters, digits,
 * dots or hyphens touch on the keyboard that is usual for the locale: AZERTY for French, QWERTZ for
 * German and its neighbours, else QWERTY */
gboolean heed_keyboard_are_neighbours (gunichar a, gunichar b);

/** heed_keyboard_are_neighbours_elsewhere: Returns: whether they touch on any of the three */
gboolean heed_keyboard_are_neighbours_elsewhere (gunichar a, gunichar b);

G_END_DECLS
