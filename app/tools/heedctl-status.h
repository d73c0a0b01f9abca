/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * heedctl_status:
 * @argc: how many words
 * @argv: (array length=argc): the words, the first being the command's name
 *
 * Says how the service is.
 *
 * Returns: 0: all is well; 1: the history works from memory; 2: bad usage, or no service
 */
int heedctl_status (int argc, char **argv);

G_END_DECLS
