/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bare_filter_count:
 * @domains: (element-type utf8): a list
 * @typed: what was typed, up to 64 letters
 * @limit: edits
 *
 * The least that a scan of the list costs: optimal string alignment by Hyyrö's algorithm with one
 * machine word (2003), for each domain whose length allows that it is near.
 *
 * Returns: how many domains are within @limit edits
 */
guint bare_filter_count (GPtrArray *domains, const char *typed, guint limit);

G_END_DECLS
