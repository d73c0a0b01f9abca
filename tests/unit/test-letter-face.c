/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <pango/pangocairo.h>

#include "heed-letter-face.h"

#define SIZE 48

/* Of the ink of two letters, at least so much is not common to both: a tenth, as the bar in 0. */
#define LEAST_DIFFERENCE 0.1

static cairo_surface_t *
draw (const char *letter)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SIZE, 2 * SIZE);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (HEED_LETTER_FACE);

  pango_font_description_set_absolute_size (font, SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, letter, -1);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The part of all ink that only one of the two has. */
static double
compare (const char *one, const char *other)
{
  cairo_surface_t *first = draw (one), *second = draw (other);
  const guchar *a = cairo_image_surface_get_data (first);
  const guchar *b = cairo_image_surface_get_data (second);
  int length = cairo_image_surface_get_stride (first) * cairo_image_surface_get_height (first);
  int different = 0, all = 0;

  for (int i = 0; i < length; i++)
    {
      different += ABS (a[i] - b[i]);
      all += MAX (a[i], b[i]);
    }
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
  return (double)different / all;
}

static void
test_letters_differ (void)
{
  static const char *const letters[] = { "l", "1", "I", "O", "0", "o" };

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      for (gsize j = 0; j < i; j++)
        {
          double difference = compare (letters[i], letters[j]);

          g_test_message ("%s and %s: %.2f", letters[i], letters[j], difference);
          g_assert_cmpfloat (difference, >=, LEAST_DIFFERENCE);
        }
    }
  g_assert_cmpfloat (compare ("l", "l"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-face/letters-differ", test_letters_differ);
  return g_test_run ();
}
