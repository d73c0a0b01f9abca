/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** counted_memory_get_allocations: Returns: the calls of malloc(), calloc() and realloc() so far */
guint64 counted_memory_get_allocations (void);

/** counted_memory_get_bytes: Returns: the bytes that are allocated now, with what malloc() itself
 * adds to each block */
gint64 counted_memory_get_bytes (void);

G_END_DECLS
