/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * heedctl_check:
 * @argc: how many words
 * @argv: (array length=argc): the words, the first being the command's name
 *
 * Reviews recipients without sending anything.
 *
 * Returns: 0: nothing at `caution` or above; 1: something; 2: bad usage or input
 */
int heedctl_check (int argc, char **argv);

G_END_DECLS
