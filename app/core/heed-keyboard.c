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

/* For each letter, a bit for each letter whose key touches its own. */
typedef guint32 Neighbours[N_LETTERS][N_LETTERS / 32];

typedef enum
{
  HERE,
  ELSEWHERE,
  N_PLACES,
} Place;

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

static void
read_layout (Layout *layout, Key *keys)
{
  for (int row = 0; row < N_ROWS; row++)
    {
      const char *letters = (*layout)[row];

      for (int column = 0; letters[column] != '\0'; column++)
        keys[(guchar)letters[column]] = (Key){ .exists = TRUE, .row = row, .column = column };
    }
}

static gboolean
are_neighbours (const Key *a, const Key *b)
{
  if (!a->exists || !b->exists)
    return FALSE;
  if (a->row == b->row)
    return abs (a->column - b->column) == 1;
  /* Half a key to the right in each row: the key below touches this one and the one on its left. */
  if (b->row - a->row == 1)
    return b->column == a->column || b->column == a->column - 1;
  if (a->row - b->row == 1)
    return a->column == b->column || a->column == b->column - 1;
  return FALSE;
}

static void
read_neighbours (Layout *layout, Neighbours *neighbours)
{
  Key keys[N_LETTERS] = { 0 };

  read_layout (layout, keys);
  for (guint a = 0; a < N_LETTERS; a++)
    {
      for (guint b = 0; b < N_LETTERS; b++)
        {
          if (are_neighbours (&keys[a], &keys[b]))
            (*neighbours)[a][b / 32] |= 1u << (b % 32);
        }
    }
}

/* An alignment asks once for each cell of its table. */
static const Neighbours *
get_neighbours (void)
{
  static Neighbours neighbours[N_PLACES];
  static gsize once;

  if (g_once_init_enter (&once))
    {
      read_neighbours (choose_layout (), &neighbours[HERE]);
      read_neighbours (&qwerty, &neighbours[ELSEWHERE]);
      read_neighbours (&qwertz, &neighbours[ELSEWHERE]);
      read_neighbours (&azerty, &neighbours[ELSEWHERE]);
      g_once_init_leave (&once, 1);
    }
  return neighbours;
}

static gboolean
look_up (Place place, gunichar a, gunichar b)
{
  return a < N_LETTERS && b < N_LETTERS && (get_neighbours ()[place][a][b / 32] >> (b % 32) & 1);
}

gboolean
heed_keyboard_are_neighbours (gunichar a, gunichar b)
{
  return look_up (HERE, a, b);
}

gboolean
heed_keyboard_are_neighbours_elsewhere (gunichar a, gunichar b)
{
  return look_up (ELSEWHERE, a, b);
}
