/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-difference.h"

#include <glib/gi18n-lib.h>

#include "heed-alignment.h"
#include "heed-letter-face.h"
#include "heed-shown-text.h"

/* The cells are laid out from left to right, as addresses are in every language, in pairs of lines:
 * what was typed above what may have been meant. A pair that is too long goes on in a further pair,
 * so that letters stay one under the other. Letters that differ are bold, underlined and coloured
 * on a tinted ground; where one is missing, a dashed frame keeps its place. The words "Typed" and
 * "Meant" stand beside the lines while there is room for them. */

#define LINE_PADDING 3
#define PAIR_SPACING 10
#define CAPTION_SPACING 12

/* With fewer columns than this beside them, the captions take more than they give. */
#define COLUMNS_WITH_CAPTIONS 14

typedef struct
{
  PangoLayout *got;      /* (owned) (nullable) */
  PangoLayout *expected; /* (owned) (nullable) */
  gboolean differs;
  int width;
} Place;

struct _HeedDifference
{
  GtkWidget parent_instance;

  GArray *cells; /* (owned) (nullable) (element-type HeedAlignmentCell) */
  gboolean has_expected;

  GArray *places;             /* (owned) (element-type Place) made when needed */
  PangoLayout *got_caption;   /* (owned) (nullable) */
  PangoLayout *other_caption; /* (owned) (nullable) */
  int column;                 /* the width of a letter */
  int line;                   /* the height of a line */
  int captions;               /* the width of the captions and the space behind them */
};

G_DEFINE_FINAL_TYPE (HeedDifference, heed_difference, GTK_TYPE_WIDGET)

static void
place_clear (gpointer data)
{
  Place *place = data;

  g_clear_object (&place->got);
  g_clear_object (&place->expected);
}

static void
heed_difference_forget (HeedDifference *self)
{
  g_array_set_size (self->places, 0);
  g_clear_object (&self->got_caption);
  g_clear_object (&self->other_caption);
}

static void
grow (PangoLayout *layout, int *width, int *height)
{
  int layout_width, layout_height;

  pango_layout_get_pixel_size (layout, &layout_width, &layout_height);
  *width = MAX (*width, layout_width);
  *height = MAX (*height, layout_height);
}

static void
heed_difference_add_place (HeedDifference *self, const HeedAlignmentCell *cell)
{
  Place place = { .differs = cell->differs, .width = self->column };

  if (*cell->got != '\0')
    {
      place.got = heed_letter_face_create_letters (GTK_WIDGET (self), cell->got, cell->differs);
      grow (place.got, &place.width, &self->line);
    }
  if (*cell->expected != '\0')
    {
      place.expected =
          heed_letter_face_create_letters (GTK_WIDGET (self), cell->expected, cell->differs);
      grow (place.expected, &place.width, &self->line);
    }
  g_array_append_val (self->places, place);
}

static void
heed_difference_ensure (HeedDifference *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autoptr (PangoFontDescription) font = NULL;
  PangoFontMetrics *metrics;
  int height = 0;

  if (self->cells == NULL || self->places->len > 0)
    return;
  font = heed_letter_face_create_font (GTK_WIDGET (self));
  metrics = pango_context_get_metrics (context, font, NULL);
  self->column = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));
  self->line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  self->captions = 0;
  pango_font_metrics_unref (metrics);
  for (guint i = 0; i < self->cells->len; i++)
    heed_difference_add_place (self, &g_array_index (self->cells, HeedAlignmentCell, i));
  if (!self->has_expected)
    return;
  /* Translators: stands beside an address as it was typed. */
  self->got_caption = heed_letter_face_create_caption (GTK_WIDGET (self), _ ("Typed"));
  /* Translators: stands beside the address that may have been meant. */
  self->other_caption = heed_letter_face_create_caption (GTK_WIDGET (self), _ ("Meant"));
  grow (self->got_caption, &self->captions, &height);
  grow (self->other_caption, &self->captions, &height);
  self->captions += CAPTION_SPACING;
}

static int
get_pair_height (HeedDifference *self)
{
  return (self->line + 2 * LINE_PADDING) * (self->has_expected ? 2 : 1);
}

static gboolean
has_captions (HeedDifference *self, int width)
{
  return self->captions > 0 && width >= self->captions + COLUMNS_WITH_CAPTIONS * self->column;
}

/* Returns the first place that does not fit into a line of that width any more. */
static guint
fill_line (HeedDifference *self, guint start, int width, int *used)
{
  guint i = start;

  *used = 0;
  while (i < self->places->len)
    {
      int next = *used + g_array_index (self->places, Place, i).width;

      if (next > width && i > start)
        break;
      *used = next;
      i++;
    }
  return i;
}

static void
measure_width (HeedDifference *self, int *minimum, int *natural)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      *minimum = MAX (*minimum, place->width);
      *natural += place->width;
    }
  *natural += self->captions;
}

static int
get_height (HeedDifference *self, int width)
{
  int room = has_captions (self, width) ? width - self->captions : width;
  int height = 0, used;

  for (guint i = 0; i < self->places->len; i = fill_line (self, i, room, &used))
    height += get_pair_height (self) + (i > 0 ? PAIR_SPACING : 0);
  return height;
}

static void
heed_difference_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  HeedDifference *self = HEED_DIFFERENCE (widget);
  int least = 0, most = 0;

  heed_difference_ensure (self);
  measure_width (self, &least, &most);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = most;
      return;
    }
  *minimum = get_height (self, for_size < 0 ? most : for_size);
  *natural = *minimum;
}

static GtkSizeRequestMode
heed_difference_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static GdkRGBA
get_color (GtkWidget *widget, const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (context, name, &color))
    gtk_style_context_get_color (context, &color);
  return color;
}

static void
snapshot_layout (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_gap (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *color)
{
  static const double dashes[] = { 3, 2 };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, area);

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, area->origin.x + 0.5, area->origin.y + 0.5, area->size.width - 1,
                   area->size.height - 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
snapshot_place (HeedDifference *self,
                GtkSnapshot *snapshot,
                PangoLayout *layout,
                const Place *place,
                graphene_point_t at,
                const char *color_name)
{
  int height = self->line + 2 * LINE_PADDING;
  graphene_rect_t area = GRAPHENE_RECT_INIT (at.x, at.y + 1, place->width, height - 2);
  GdkRGBA color;

  if (!place->differs)
    gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  else
    {
      GdkRGBA ground = color = get_color (GTK_WIDGET (self), color_name);

      ground.alpha *= 0.15f;
      gtk_snapshot_append_color (snapshot, &ground, &area);
    }
  if (layout != NULL)
    snapshot_layout (snapshot, layout, at.x, at.y + LINE_PADDING, &color);
  else if (place->differs)
    snapshot_gap (snapshot, &area, &color);
}

static void
snapshot_captions (HeedDifference *self, GtkSnapshot *snapshot, float y, int line)
{
  int width, height;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  pango_layout_get_pixel_size (self->got_caption, &width, &height);
  snapshot_layout (snapshot, self->got_caption, 0, y + (line - height) / 2, &color);
  snapshot_layout (snapshot, self->other_caption, 0, y + line + (line - height) / 2, &color);
}

static void
heed_difference_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HeedDifference *self = HEED_DIFFERENCE (widget);
  int line = self->line + 2 * LINE_PADDING;
  int width = gtk_widget_get_width (widget);
  float indent = has_captions (self, width) ? self->captions : 0;
  float y = 0;
  guint i = 0;

  heed_difference_ensure (self);
  while (i < self->places->len)
    {
      int used;
      guint end = fill_line (self, i, width - (int)indent, &used);
      float x = indent;

      if (i == 0 && indent > 0)
        snapshot_captions (self, snapshot, y, line);
      for (; i < end; i++)
        {
          const Place *place = &g_array_index (self->places, Place, i);

          snapshot_place (self, snapshot, place->got, place, GRAPHENE_POINT_INIT (x, y),
                          "error_color");
          if (self->has_expected)
            snapshot_place (self, snapshot, place->expected, place,
                            GRAPHENE_POINT_INIT (x, y + line), "success_color");
          x += place->width;
        }
      y += get_pair_height (self) + PAIR_SPACING;
    }
}

/* Fonts, their size and their resolution change while a window is open. */
static void
heed_difference_measure_anew (HeedDifference *self)
{
  heed_difference_forget (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
heed_difference_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (heed_difference_parent_class)->css_changed (widget, change);
  heed_difference_measure_anew (HEED_DIFFERENCE (widget));
}

static void
heed_difference_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (heed_difference_parent_class)->system_setting_changed (widget, setting);
  heed_difference_measure_anew (HEED_DIFFERENCE (widget));
}

static void
heed_difference_finalize (GObject *object)
{
  HeedDifference *self = HEED_DIFFERENCE (object);

  heed_difference_forget (self);
  g_clear_pointer (&self->cells, g_array_unref);
  g_array_unref (self->places);
  G_OBJECT_CLASS (heed_difference_parent_class)->finalize (object);
}

static void
heed_difference_class_init (HeedDifferenceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = heed_difference_finalize;
  widget_class->measure = heed_difference_measure;
  widget_class->get_request_mode = heed_difference_get_request_mode;
  widget_class->snapshot = heed_difference_snapshot;
  widget_class->css_changed = heed_difference_css_changed;
  widget_class->system_setting_changed = heed_difference_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "difference");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
heed_difference_init (HeedDifference *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, place_clear);
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
}

void
heed_difference_set (HeedDifference *self, GArray *cells, gboolean has_expected)
{
  g_autofree char *typed = heed_alignment_join (cells, FALSE);
  g_autofree char *expected = heed_alignment_join (cells, TRUE);
  g_autofree char *got = heed_shown_text_escape (typed);
  g_autofree char *meant = heed_shown_text_escape (expected);
  g_autofree char *words = NULL;

  g_clear_pointer (&self->cells, g_array_unref);
  self->cells = cells;
  self->has_expected = has_expected;
  heed_difference_measure_anew (self);
  if (has_expected)
    {
      /* Translators: both are addresses; read by a screen reader. */
      words = g_strdup_printf (_ ("Typed %s, meant perhaps %s"), got, meant);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  has_expected ? words : got, -1);
}
