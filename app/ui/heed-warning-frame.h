/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HeedWarningLayout:
 * @HEED_WARNING_LAYOUT_BAND: the heading in a coloured band on top
 * @HEED_WARNING_LAYOUT_COLUMN: the heading in a coloured column beside the rest, where there is
 *   room, with a large sign
 * @HEED_WARNING_LAYOUT_BORDER: a coloured border around all, the heading in the middle under a sign
 * @HEED_WARNING_LAYOUT_GROUND: the whole window coloured, and the rest on a sheet in it
 *
 * How a window that warns looks. The eye stops seeing what always looks the same, so a dangerous
 * message gets each of them in turn. What is read aloud has the same order in all of them.
 */
typedef enum
{
  HEED_WARNING_LAYOUT_BAND,
  HEED_WARNING_LAYOUT_COLUMN,
  HEED_WARNING_LAYOUT_BORDER,
  HEED_WARNING_LAYOUT_GROUND,
} HeedWarningLayout;

#define HEED_N_WARNING_LAYOUTS (HEED_WARNING_LAYOUT_GROUND + 1)

/** heed_warning_layout_get_name: Returns: (transfer none): the name that style sheets use */
const char *heed_warning_layout_get_name (HeedWarningLayout layout);

#define HEED_TYPE_WARNING_FRAME (heed_warning_frame_get_type ())

/**
 * HeedWarningFrame:
 *
 * Holds two children, what is read first and the rest, and places them as the layout says.
 */
G_DECLARE_FINAL_TYPE (HeedWarningFrame, heed_warning_frame, HEED, WARNING_FRAME, GtkWidget)

/** heed_warning_frame_set_layout: changes the layout */
void heed_warning_frame_set_layout (HeedWarningFrame *self, HeedWarningLayout layout);

/** heed_warning_frame_get_column_width: @rest: pixels for the rest. Returns: pixels that a column
 * beside it needs; 0 where the layout has none, or the text is too large for one */
int heed_warning_frame_get_column_width (HeedWarningFrame *self, int rest);

G_END_DECLS
