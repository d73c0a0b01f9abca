/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * heedctl_history:
 * @argc: how many words
 * @argv: (array length=argc): the words, the first being the command's name
 *
 * Lists, searches, erases, exports and imports what the running service remembers.
 *
 * Returns: 0: done; 2: bad usage or input, or it failed
 */
int heedctl_history (int argc, char **argv);

G_END_DECLS
