/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * heedctl_audit:
 * @argc: how many words
 * @argv: (array length=argc): the words, the first being the command's name
 *
 * Shows the records of the audit file, or verifies that they are as they were written.
 *
 * Returns: 0: all is well; 1: a record was changed, removed or moved; 2: bad usage, or no service;
 *   3: nothing is wrong, but not all could be verified
 */
int heedctl_audit (int argc, char **argv);

G_END_DECLS
