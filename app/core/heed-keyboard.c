/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-keyboard.h"

#include <stdlib.h>
#include <string.h>

#define N_ROWS 4

/* Rows of keys from the top; each row stands half a key further right than the one above it. */
typedef const char *const Layout[N_ROWS];

static Layout qwerty = { "1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm" };
static Layout qwertz = { "1234567890", "qwertzuiop", "asdfghjkl", "yxcvbnm-" };
static Layout azerty = { "1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn" };

static Layout *
get_layout (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      const char *language = g_get_language_names ()[0];
      const char *const qwertz_languages[] = { "de", "cs", "sk", "hu", "sl", "hr", "bs", "sq" };
      Layout *layout = g_str_has_prefix (language, "fr") ? &azerty : &qwerty;

      for (gsize i = 0; i < G_N_ELEMENTS (qwertz_languages); i++)
        {
          if (g_str_has_prefix (language, qwertz_languages[i]))
            layout = &qwertz;
        }
      g_once_init_leave (&once, (gsize)layout);
    }
  return (Layout *)once;
}

static gboolean
find_key (Layout *layout, gunichar c, int *row, int *column)
{
  for (*row = 0; c < 128 && *row < N_ROWS; (*row)++)
    {
      const char *key = strchr ((*layout)[*row], (int)c);

      if (key != NULL && *key != '\0')
        {
          *column = (int)(key - (*layout)[*row]);
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
heed_keyboard_are_neighbours (gunichar a, gunichar b)
{
  Layout *layout = get_layout ();
  int row_a;
  int column_a;
  int row_b;
  int column_b;

  if (!find_key (layout, a, &row_a, &column_a) || !find_key (layout, b, &row_b, &column_b))
    return FALSE;
  if (row_a == row_b)
    return abs (column_a - column_b) == 1;
  /* Half a key to the right in each row: the key below touches this one and the one on its left. */
  if (row_b - row_a == 1)
    return column_b == column_a || column_b == column_a - 1;
  if (row_a - row_b == 1)
    return column_a == column_b || column_a == column_b - 1;
  return FALSE;
}
