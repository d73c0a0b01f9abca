/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-week-chart.h"

#include <glib/gi18n-lib.h>

/* In pixels: of the bars' area, between the bars, and of the line that a week without windows is.
 */
#define BAR_HEIGHT 72
#define GAP 6
#define LEAST_HEIGHT 2
#define LEAST_WIDTH 12

struct _HeedWeekChart
{
  GtkWidget parent_instance;

  guint windows[HEED_HISTORY_FIGURES_WEEKS];
  char *first; /* (owned) (nullable): the date under the first bar */
  char *last;  /* (owned) (nullable): and that under the last */
};

G_DEFINE_FINAL_TYPE (HeedWeekChart, heed_week_chart, GTK_TYPE_WIDGET)

static PangoLayout *
heed_week_chart_make_layout (HeedWeekChart *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static int
heed_week_chart_get_line_height (HeedWeekChart *self)
{
  g_autoptr (PangoLayout) layout = heed_week_chart_make_layout (self, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* @x: where the middle of the text is; moved so that nothing of it is outside. */
static void
heed_week_chart_draw_text (
    HeedWeekChart *self, GtkSnapshot *snapshot, const char *text, double x, double y)
{
  g_autoptr (PangoLayout) layout = heed_week_chart_make_layout (self, text);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  x = CLAMP (x - width / 2.0, 0, MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) - width));
  gtk_style_context_get_color (style, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
heed_week_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HeedWeekChart *self = HEED_WEEK_CHART (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  int line = heed_week_chart_get_line_height (self);
  double step = (gtk_widget_get_width (widget) + GAP) / (double)HEED_HISTORY_FIGURES_WEEKS;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint most = 1;
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &colour))
    gtk_style_context_get_color (style, &colour);
  for (guint week = 0; week < HEED_HISTORY_FIGURES_WEEKS; week++)
    most = MAX (most, self->windows[week]);
  for (guint week = 0; week < HEED_HISTORY_FIGURES_WEEKS; week++)
    {
      guint column = mirrored ? HEED_HISTORY_FIGURES_WEEKS - 1 - week : week;
      double height = MAX (LEAST_HEIGHT, BAR_HEIGHT * (double)self->windows[week] / most);
      graphene_rect_t bar =
          GRAPHENE_RECT_INIT (column * step, line + BAR_HEIGHT - height, step - GAP, height);
      g_autofree char *number = g_strdup_printf ("%'u", self->windows[week]);

      gtk_snapshot_append_color (snapshot, &colour, &bar);
      if (self->windows[week] > 0)
        heed_week_chart_draw_text (self, snapshot, number, column * step + (step - GAP) / 2,
                                   bar.origin.y - line);
    }
  if (self->first == NULL)
    return;
  heed_week_chart_draw_text (self, snapshot, mirrored ? self->last : self->first, 0,
                             line + BAR_HEIGHT + GAP);
  heed_week_chart_draw_text (self, snapshot, mirrored ? self->first : self->last,
                             gtk_widget_get_width (widget), line + BAR_HEIGHT + GAP);
}

static void
heed_week_chart_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  HeedWeekChart *self = HEED_WEEK_CHART (widget);
  int size = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? HEED_HISTORY_FIGURES_WEEKS * (LEAST_WIDTH + GAP)
                 : BAR_HEIGHT + GAP + 2 * heed_week_chart_get_line_height (self);

  *minimum = size;
  *natural = size;
}

static void
heed_week_chart_finalize (GObject *object)
{
  HeedWeekChart *self = HEED_WEEK_CHART (object);

  g_free (self->first);
  g_free (self->last);
  G_OBJECT_CLASS (heed_week_chart_parent_class)->finalize (object);
}

static void
heed_week_chart_class_init (HeedWeekChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = heed_week_chart_finalize;
  widget_class->snapshot = heed_week_chart_snapshot;
  widget_class->measure = heed_week_chart_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "weekchart");
}

static void
heed_week_chart_init (HeedWeekChart *self)
{
}

static char *
describe (const HeedHistoryFigures *figures)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint week = 0; week < HEED_HISTORY_FIGURES_WEEKS; week++)
    {
      g_autofree char *date = g_date_time_format (figures->mondays[week], "%x");

      g_string_append_printf (text,
                              /* Translators: one line of the chart in words. %s is the date of a
                                 Monday, %u a number of windows. */
                              ngettext ("Week of %s: %u window", "Week of %s: %u windows",
                                        figures->windows[week]),
                              date, figures->windows[week]);
      g_string_append_c (text, '\n');
    }
  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}

void
heed_week_chart_show (HeedWeekChart *self, const HeedHistoryFigures *figures)
{
  g_autofree char *words = describe (figures);

  g_return_if_fail (HEED_IS_WEEK_CHART (self));
  memcpy (self->windows, figures->windows, sizeof self->windows);
  g_free (self->first);
  g_free (self->last);
  self->first = g_date_time_format (figures->mondays[0], "%x");
  self->last = g_date_time_format (figures->mondays[HEED_HISTORY_FIGURES_WEEKS - 1], "%x");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Windows shown per week"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
