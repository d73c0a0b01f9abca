/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-letter-face.h"

#include "heed-shown-text.h"

PangoFontDescription *
heed_letter_face_create_font (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font;

  font = pango_font_description_copy (pango_context_get_font_description (context));
  pango_font_description_set_family_static (font, HEED_LETTER_FACE);
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, pango_font_description_get_size (font) *
                                                        PANGO_SCALE_LARGE);
  else
    pango_font_description_set_size (font, (int)(pango_font_description_get_size (font) *
                                                 PANGO_SCALE_LARGE));
  return font;
}

PangoLayout *
heed_letter_face_create_letters (GtkWidget *widget, const char *letters, gboolean differs)
{
  g_autofree char *shown = heed_shown_text_escape (letters);
  g_autoptr (PangoFontDescription) font = heed_letter_face_create_font (widget);
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, shown);

  if (differs)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
      pango_attr_list_insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_set_font_description (layout, font);
  return layout;
}

PangoLayout *
heed_letter_face_create_caption (GtkWidget *widget, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}
