/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-warning-frame.h"

/* In letters of the window's font: the column, and what the rest needs for a column beside it. */
#define COLUMN_LETTERS 26
#define REST_LETTERS 50

struct _HeedWarningFrame
{
  GtkWidget parent_instance;

  HeedWarningLayout layout;
};

G_DEFINE_FINAL_TYPE (HeedWarningFrame, heed_warning_frame, GTK_TYPE_WIDGET)

const char *
heed_warning_layout_get_name (HeedWarningLayout layout)
{
  static const char *const names[] = { "band", "column", "border", "ground" };

  g_return_val_if_fail ((guint)layout < HEED_N_WARNING_LAYOUTS, NULL);
  return names[layout];
}

static int
get_letter_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

/* The width of the column, 0 where both stand one above the other. */
static int
get_column (HeedWarningFrame *self, int width)
{
  int letter = get_letter_width (GTK_WIDGET (self));
  int column = COLUMN_LETTERS * letter;

  if (self->layout != HEED_WARNING_LAYOUT_COLUMN || width < column + REST_LETTERS * letter)
    return 0;
  return column;
}

int
heed_warning_frame_get_column_width (HeedWarningFrame *self, int rest)
{
  return get_column (self, rest + COLUMN_LETTERS * get_letter_width (GTK_WIDGET (self)));
}

static int
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, int *minimum)
{
  int natural;

  gtk_widget_measure (child, orientation, for_size, minimum, &natural, NULL, NULL);
  return natural;
}

static void
heed_warning_frame_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  HeedWarningFrame *self = HEED_WARNING_FRAME (widget);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *rest = gtk_widget_get_last_child (widget);
  int column, least, rest_least, most;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      most = measure_child (first, orientation, -1, &least);
      *natural = MAX (most, measure_child (rest, orientation, -1, &rest_least));
      *minimum = MAX (least, rest_least);
      return;
    }
  column = get_column (self, for_size < 0 ? G_MAXINT : for_size);
  most = measure_child (first, orientation, column > 0 ? column : for_size, &least);
  if (column > 0 && for_size >= 0)
    for_size -= column;
  *natural = measure_child (rest, orientation, for_size, &rest_least);
  *minimum = column > 0 ? MAX (least, rest_least) : least + rest_least;
  *natural = column > 0 ? MAX (most, *natural) : most + *natural;
}

static GtkSizeRequestMode
heed_warning_frame_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
heed_warning_frame_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HeedWarningFrame *self = HEED_WARNING_FRAME (widget);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *rest = gtk_widget_get_last_child (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = get_column (self, width);
  GtkAllocation place = { 0, 0, width, height };

  if (column > 0)
    {
      place.width = column;
      place.x = mirrored ? width - column : 0;
      gtk_widget_size_allocate (first, &place, -1);
      place.width = width - column;
      place.x = mirrored ? 0 : column;
    }
  else
    {
      int least;
      int most = measure_child (first, GTK_ORIENTATION_VERTICAL, width, &least);

      place.height = MIN (most, height);
      gtk_widget_size_allocate (first, &place, -1);
      place.y = place.height;
      place.height = height - place.height;
    }
  gtk_widget_size_allocate (rest, &place, -1);
}

static void
heed_warning_frame_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (heed_warning_frame_parent_class)->dispose (object);
}

static void
heed_warning_frame_class_init (HeedWarningFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_warning_frame_dispose;
  widget_class->measure = heed_warning_frame_measure;
  widget_class->get_request_mode = heed_warning_frame_get_request_mode;
  widget_class->size_allocate = heed_warning_frame_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
heed_warning_frame_init (HeedWarningFrame *self)
{
}

void
heed_warning_frame_set_layout (HeedWarningFrame *self, HeedWarningLayout layout)
{
  self->layout = layout;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
