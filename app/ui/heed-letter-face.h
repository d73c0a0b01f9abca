/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The face in which addresses are compared: of one width, and l, 1 and I, or O and 0, look
 * different. What "monospace" means on a desktop may be a face in which they do not, so faces that
 * are common and good at it come first. The style sheet names the same. */
#define HEED_LETTER_FACE                                                                           \
  "DejaVu Sans Mono,Adwaita Mono,JetBrains Mono,Source Code Pro,Noto Sans Mono,Ubuntu Mono,"       \
  "monospace"

/** heed_letter_face_create_font: Returns: (transfer full): the face, larger than the text of
 * @widget
 */
PangoFontDescription *heed_letter_face_create_font (GtkWidget *widget);

/**
 * heed_letter_face_create_letters:
 * @widget: where they stand
 * @letters: some letters of an address
 * @differs: whether they differ from what stands above or below: bold and underlined
 *
 * Returns: (transfer full): the letters in that face
 */
PangoLayout *
heed_letter_face_create_letters (GtkWidget *widget, const char *letters, gboolean differs);

/** heed_letter_face_create_caption: Returns: (transfer full): a word in the text's own face, small
 * enough to stand beside such letters */
PangoLayout *heed_letter_face_create_caption (GtkWidget *widget, const char *text);

G_END_DECLS
