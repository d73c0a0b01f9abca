/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEED_TYPE_DIFFERENCE (heed_difference_get_type ())

/**
 * HeedDifference:
 *
 * Shows an address as it was typed above the one that may have been meant, letter under letter.
 */
G_DECLARE_FINAL_TYPE (HeedDifference, heed_difference, HEED, DIFFERENCE, GtkWidget)

/**
 * heed_difference_set:
 * @cells: (transfer full) (element-type HeedAlignmentCell): what stands where
 * @has_expected: whether there is a second line
 */
void heed_difference_set (HeedDifference *self, GArray *cells, gboolean has_expected);

G_END_DECLS
