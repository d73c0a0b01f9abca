/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * heedctl_demo:
 * @argc: how many words
 * @argv: (array length=argc): the words, the first being the command's name
 *
 * Shows the window for a message that nobody sends.
 *
 * Returns: 0: it would have been sent; 1: it would not; 2: bad usage, or no window
 */
int heedctl_demo (int argc, char **argv);

G_END_DECLS
