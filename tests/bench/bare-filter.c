/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "bare-filter.h"

#include <string.h>

typedef struct
{
  guint64 positions[256];
  guint length;
  guint64 last;
} Typed;

static guint
measure (const Typed *typed, const guint8 *text)
{
  guint64 plus = G_MAXUINT64;
  guint64 minus = 0;
  guint64 zero = 0;
  guint64 former = 0;
  guint distance = typed->length;

  for (; *text != '\0'; text++)
    {
      guint64 same = typed->positions[*text];
      guint64 up;
      guint64 down;

      zero = ((((~zero) & same) << 1) & former) | (((same & plus) + plus) ^ plus) | same | minus;
      up = minus | ~(zero | plus);
      down = zero & plus;
      distance += (up & typed->last) != 0;
      distance -= (down & typed->last) != 0;
      up = (up << 1) | 1;
      plus = (down << 1) | ~(zero | up);
      minus = zero & up;
      former = same;
    }
  return distance;
}

guint
bare_filter_count (GPtrArray *domains, const char *text, guint limit)
{
  Typed typed = { .length = (guint)MIN (strlen (text), 64) };
  guint n_near = 0;

  typed.last = G_GUINT64_CONSTANT (1) << (typed.length - 1);
  for (guint i = 0; i < typed.length; i++)
    typed.positions[(guint8)text[i]] |= G_GUINT64_CONSTANT (1) << i;
  for (guint i = 0; i < domains->len; i++)
    {
      gsize length = strlen (domains->pdata[i]);

      if (length <= typed.length + limit && typed.length <= length + limit)
        n_near += measure (&typed, domains->pdata[i]) <= limit;
    }
  return n_near;
}
