/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedAlignmentCell:
 * @got: (owned): what was typed, usually one letter; empty where something is missing
 * @expected: (owned): what belongs there; empty where something is too many
 * @differs: whether the two differ
 *
 * One place of an address in which what was typed stands above what may have been meant.
 */
typedef struct
{
  char *got;
  char *expected;
  gboolean differs;
} HeedAlignmentCell;

/**
 * heed_alignment_new:
 * @local: the local part, the same in both addresses
 * @domain: the domain as it is shown
 * @expected: (nullable): the domain that may have been meant
 * @edits: (element-type HeedEdit): what turns @domain into @expected, by rising position
 *
 * Lines up two addresses letter under letter. When the edits do not turn the one domain into the
 * other, what lies between their common beginning and end is taken for the difference. Without an
 * expected domain, no cell differs and each @expected is empty. Letters that are written from right
 * to left stay together, so that they keep their order and their shapes.
 *
 * Returns: (transfer full) (element-type HeedAlignmentCell): the cells, none of them empty
 */
GArray *
heed_alignment_new (const char *local, const char *domain, const char *expected, GPtrArray *edits);

/**
 * heed_alignment_describe:
 * @cells: (element-type HeedAlignmentCell): an alignment
 *
 * Returns: (transfer full): the differences in translated sentences ("The letter i is missing."),
 * empty when there are none
 */
char *heed_alignment_describe (GArray *cells);

/** heed_alignment_join: @expected: whether what may have been meant is wanted. Returns: (transfer
 * full): the one address or the other */
char *heed_alignment_join (GArray *cells, gboolean expected);

G_END_DECLS
