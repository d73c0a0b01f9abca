/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * heedctl_policy:
 * @argc: how many words
 * @argv: (array length=argc): the words, the first being the command's name
 *
 * Checks policy files, or tells what the installed ones make together and where each key comes
 * from.
 *
 * Returns: 0: nothing is wrong with the files; 1: something is; 2: bad usage, or a file that cannot
 *   be read
 */
int heedctl_policy (int argc, char **argv);

G_END_DECLS
