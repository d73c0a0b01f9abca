/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedNearIndex:
 *
 * Many short names, searched for those that are at most one letter from a given one, or two where
 * names are long, in a time that hardly grows with their number. Not thread-safe.
 */
typedef struct _HeedNearIndex HeedNearIndex;

HeedNearIndex *heed_near_index_new (void);
void heed_near_index_free (HeedNearIndex *self);

/**
 * heed_near_index_add:
 * @self: an index
 * @name: a name; bytes after the first 255 are not compared
 * @id: what heed_near_index_search() gives back for it
 */
void heed_near_index_add (HeedNearIndex *self, const char *name, guint32 id);

/**
 * heed_near_index_search:
 * @self: an index
 * @name: what was typed
 * @limit: how many of the names that are filed it compares at most
 * @ids: (element-type guint32): the ids of near names are appended, each at least once, until it
 *   holds %HEED_LIMIT_NEAR
 *
 * Finds every name within one edit (optimal string alignment: a letter missing, extra, wrong, or
 * swapped with its neighbour) and, where the name in the index has eight bytes or more, within two;
 * of those only a swap across the border of two quarters together with an edit in another one is
 * missed. Letters that look alike (heed_lookalike_fold_letter()) count as the same.
 * Of names of more than 64 bytes some are found that are further away.
 *
 * Allocates nothing but what @ids grows by. In the worst case, where most names share their keys
 * with what was typed, it compares @limit of those filed, or %HEED_LIMIT_COMPARED if that is
 * less, those that share the rarest keys first, and the up to 512 that wait to be filed: at 20 ns
 * each, less than 2 ms. The first search after many names were added files them, in 0.2 µs each.
 *
 * Returns: how many of those filed it compared
 */
guint heed_near_index_search (HeedNearIndex *self, const char *name, guint limit, GArray *ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedNearIndex, heed_near_index_free)

G_END_DECLS
