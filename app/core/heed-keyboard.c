/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-keyboard.h"

#include <stdlib.h>

#define N_ROWS 4
#define N_LETTERS 128

/* Rows of keys from the top; each row stands half a key further right than the one above it. */
typedef const char *const Layout[N_ROWS];

typedef struct
{
  gboolean exists;
  int row;
  int column;
} Key;

static Layout qwerty = { "1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm,." };
static Layout qwertz = { "1234567890", "qwertzuiop", "asdfghjkl", "yxcvbnm,.-" };
static Layout azerty = { "1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn" };

static Layout *
choose_layout (void)
{
  const char *language = g_get_language_names ()[0];
  const char *const qwertz_languages[] = { "de", "cs", "sk", "hu", "sl", "hr", "bs", "sq" };

  for (gsize i = 0; i < G_N_ELEMENTS (qwertz_languages); i++)
    {
      if (g_str_has_prefix (language, qwertz_languages[i]))
        return &qwertz;
    }
  return g_str_has_prefix (language, "fr") ? &azerty : &qwerty;
}

/* An alignment asks once for each cell of its table. */
static const Key *
get_keys (void)
{
  static Key keys[N_LETTERS];
  static gsize once;

  if (g_once_init_enter (&once))
    {
      Layout *layout = choose_layout ();

      for (int row = 0; row < N_ROWS; row++)
        {
          const char *letters = (*layout)[row];

          for (int column = 0; letters[column] != '\0'; column++)
            keys[(guchar)letters[column]] = (Key){ .exists = TRUE, .row = row, .column = column };
        }
      g_once_init_leave (&once, 1);
    }
  return keys;
}

gboolean
heed_keyboard_are_neighbours (gunichar a, gunichar b)
{
  const Key *keys = get_keys ();
  int row_a, column_a, row_b, column_b;

  if (a >= N_LETTERS || b >= N_LETTERS || !keys[a].exists || !keys[b].exists)
    return FALSE;
  row_a = keys[a].row;
  column_a = keys[a].column;
  row_b = keys[b].row;
  column_b = keys[b].column;
  if (row_a == row_b)
    return abs (column_a - column_b) == 1;
  /* Half a key to the right in each row: the key below touches this one and the one on its left. */
  if (row_b - row_a == 1)
    return column_b == column_a || column_b == column_a - 1;
  if (row_a - row_b == 1)
    return column_a == column_b || column_a == column_b - 1;
  return FALSE;
}
