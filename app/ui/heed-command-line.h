/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What may be typed after `heed`. */

/** heed_command_line_add_to: gives @application its options and its help, and answers --version */
void heed_command_line_add_to (GApplication *application);

/**
 * heed_command_line_check:
 * @arguments: (array zero-terminated=1): the name of the program, and what was typed after it
 *
 * GApplication would not say which program it is, and would end with another status.
 *
 * Returns: whether each word is one that is known; if not, standard error has been told
 */
gboolean heed_command_line_check (char **arguments);

G_END_DECLS
