/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Optimal string alignment by Hyyrö's bit-parallel algorithm (2003, A bit-vector algorithm for
 * computing Levenshtein and Damerau edit distances): a column of the table is two machine words,
 * and a letter takes a few operations. */

#include "config.h"
#include "heed-edit-distance.h"

#include "heed-lookalike.h"

#include <string.h>

guint8
heed_edit_distance_fold (const char *name, guint8 *letters)
{
  guint8 length = 0;

  for (; name[length] != '\0' && length < G_MAXUINT8; length++)
    letters[length] = (guint8)heed_lookalike_fold_letter (name[length]);
  return length;
}

guint32
heed_edit_distance_get_letter_set (const guint8 *letters, guint length)
{
  guint32 set = 0;

  /* The low five bits tell the letters of ASCII apart. */
  for (guint i = 0; i < length; i++)
    set |= 1u << (letters[i] & 31);
  return set;
}

void
heed_edit_distance_init (HeedEditDistance *self, const char *name)
{
  memset (self->positions, 0, sizeof self->positions);
  self->length = heed_edit_distance_fold (name, self->letters);
  for (guint i = 0; i < MIN (self->length, HEED_EDIT_DISTANCE_LETTERS); i++)
    self->positions[self->letters[i]] |= G_GUINT64_CONSTANT (1) << i;
}

guint
heed_edit_distance_get (const HeedEditDistance *self, const guint8 *letters, guint length)
{
  guint n = MIN (self->length, HEED_EDIT_DISTANCE_LETTERS);
  guint distance = n;
  guint64 last = G_GUINT64_CONSTANT (1) << (MAX (n, 1) - 1);
  guint64 vertical_plus = G_MAXUINT64;
  guint64 vertical_minus = 0;
  guint64 diagonal = 0;
  guint64 before = 0;

  if (n == 0)
    return length;
  for (guint i = 0; i < MIN (length, HEED_EDIT_DISTANCE_LETTERS); i++)
    {
      guint64 match = self->positions[letters[i]];
      guint64 swap = ((~diagonal & match) << 1) & before;
      guint64 plus;
      guint64 minus;

      diagonal = (((match & vertical_plus) + vertical_plus) ^ vertical_plus) | match |
                 vertical_minus | swap;
      plus = vertical_minus | ~(diagonal | vertical_plus);
      minus = diagonal & vertical_plus;
      distance += (plus & last) != 0;
      distance -= (minus & last) != 0;
      plus = (plus << 1) | 1;
      minus <<= 1;
      vertical_plus = minus | ~(diagonal | plus);
      vertical_minus = plus & diagonal;
      before = match;
    }
  return distance;
}
