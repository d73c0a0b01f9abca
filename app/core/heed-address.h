/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * heed_address_extract:
 * @mailbox: a mailbox in UTF-8
 * @n_ats: (out): how many `@` the address has outside quotes and comments
 *
 * Finds the address in a mailbox without judging it: what stands in the first angle brackets, else
 * everything that is not a comment.
 *
 * Returns: (transfer full): the address, white space at its ends removed
 */
char *heed_address_extract (const char *mailbox, guint *n_ats);

G_END_DECLS
