/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * heed_address_extract:
 * @mailbox: a mailbox in UTF-8
 *
 * Finds the address in a mailbox without judging it: what stands in the first angle brackets, else
 * everything that is not a comment.
 *
 * Returns: (transfer full): the address, white space at its ends removed
 */
char *heed_address_extract (const char *mailbox);

/**
 * heed_address_count:
 * @text: mailboxes and groups of them in UTF-8
 *
 * Counts what looks like an address, without judging it: each `@` outside quotes, comments and the
 * words before angle brackets. A quote or comment that is never closed hides nothing.
 *
 * Returns: how many there are; a parser that found fewer has left one out
 */
guint heed_address_count (const char *text);

/**
 * heed_address_split_plain:
 * @mailbox: a mailbox in UTF-8
 * @name: (out) (nullable) (transfer full): the display name
 * @local: (out) (transfer full): what stands before the `@`
 * @domain: (out) (transfer full): what stands after it
 *
 * Splits a mailbox of the two forms that nearly all have, `ann@army.mil` and
 * `Ann Lee <ann@army.mil>`, in which no character means more than itself. That it returns %FALSE
 * says only that the mailbox must be read by a parser.
 *
 * Returns: whether the mailbox is plain; else nothing is set
 */
gboolean heed_address_split_plain (const char *mailbox, char **name, char **local, char **domain);

G_END_DECLS
