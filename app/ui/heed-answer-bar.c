/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-answer-bar.h"

#define SPACING 12

struct _HeedAnswerBar
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (HeedAnswerBar, heed_answer_bar, GTK_TYPE_WIDGET)

static GtkWidget *
next_visible (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
previous_visible (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_prev_sibling (child);
  return child;
}

/* The width of all buttons side by side. */
static int
get_row_width (GtkWidget *widget)
{
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));
  int width = 0;

  while (child != NULL)
    {
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      child = next_visible (gtk_widget_get_next_sibling (child));
      width += natural + (child != NULL ? SPACING : 0);
    }
  return width;
}

static int
get_height (GtkWidget *widget, int width)
{
  gboolean row = width >= get_row_width (widget);
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));
  int height = 0;

  while (child != NULL)
    {
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, row ? -1 : width, NULL, &natural, NULL,
                          NULL);
      child = next_visible (gtk_widget_get_next_sibling (child));
      if (row)
        height = MAX (height, natural);
      else
        height += natural + (child != NULL ? SPACING : 0);
    }
  return height;
}

static void
heed_answer_bar_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  GtkWidget *child;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = get_height (widget, for_size < 0 ? G_MAXINT : for_size);
      return;
    }
  *minimum = 0;
  *natural = get_row_width (widget);
  child = next_visible (gtk_widget_get_first_child (widget));
  for (; child != NULL; child = next_visible (gtk_widget_get_next_sibling (child)))
    {
      int least;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
}

static GtkSizeRequestMode
heed_answer_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
allocate_child (GtkWidget *widget, GtkWidget *child, GtkAllocation place)
{
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    place.x = gtk_widget_get_width (widget) - place.x - place.width;
  gtk_widget_size_allocate (child, &place, -1);
}

static void
allocate_row (GtkWidget *widget, int width, int height)
{
  GtkWidget *first = next_visible (gtk_widget_get_first_child (widget));
  GtkWidget *child = previous_visible (gtk_widget_get_last_child (widget));
  int end = width;

  while (child != NULL)
    {
      GtkWidget *previous = previous_visible (gtk_widget_get_prev_sibling (child));
      gboolean leads =
          child == first && child != previous_visible (gtk_widget_get_last_child (widget));
      GtkAllocation place = { .height = height };

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL, NULL);
      place.x = leads ? 0 : end - place.width;
      allocate_child (widget, child, place);
      end = place.x - SPACING;
      child = previous;
    }
}

static void
allocate_column (GtkWidget *widget, int width)
{
  GtkWidget *child = previous_visible (gtk_widget_get_last_child (widget));
  GtkAllocation place = { .width = width };

  for (; child != NULL; child = previous_visible (gtk_widget_get_prev_sibling (child)))
    {
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &place.height, NULL, NULL);
      allocate_child (widget, child, place);
      place.y += place.height + SPACING;
    }
}

static void
heed_answer_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  if (width >= get_row_width (widget))
    allocate_row (widget, width, height);
  else
    allocate_column (widget, width);
}

static void
heed_answer_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (heed_answer_bar_parent_class)->dispose (object);
}

static void
heed_answer_bar_class_init (HeedAnswerBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_answer_bar_dispose;
  widget_class->measure = heed_answer_bar_measure;
  widget_class->get_request_mode = heed_answer_bar_get_request_mode;
  widget_class->size_allocate = heed_answer_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "answerbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
heed_answer_bar_init (HeedAnswerBar *self)
{
}
