/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * heedctl_simulate:
 * @argc: how many words
 * @argv: (array length=argc): the words, the first being the command's name
 *
 * Says how many windows a policy would have opened.
 *
 * Returns: 0: it was said; 2: bad usage or input, or no service
 */
int heedctl_simulate (int argc, char **argv);

G_END_DECLS
