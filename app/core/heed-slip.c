/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Optimal string alignment (Damerau 1964; the name from Boytsov 2011) with weights: the path of the
 * least weight through the table of both texts, where each step is a slip that fingers make, and
 * two letters that look like one are a step as well. The path is what a person is shown. Time and
 * memory are the product of both lengths, at most 254² cells. */

#include "config.h"
#include "heed-slip.h"

#include "heed-keyboard.h"
#include "heed-weights.h"

#include <math.h>
#include <string.h>

/* Of a domain of %HEED_LIMIT_DOMAIN_CHARACTERS in U-labels. */
#define MAX_BYTES 1024

/* Letters that are taken for one slip. */
#define MAX_RUN 8

typedef enum
{
  STEP_NONE,
  STEP_KEEP,
  STEP_MISSING,
  STEP_EXTRA,
  STEP_EXTRA_RUN, /* several letters, of one slip */
  STEP_WRONG,
  STEP_SWAPPED,
  STEP_ONE_FOR_TWO, /* m for rn */
  STEP_TWO_FOR_ONE, /* rn for m */
} Step;

typedef struct
{
  guint weight;
  guint8 step;
  guint8 n_typed; /* how many letters it takes of what was typed */
} Cell;

typedef struct
{
  gunichar *typed;    /* (owned) */
  gunichar *expected; /* (owned) */
  glong n_typed;
  glong n_expected;
  glong suffix;  /* in expected */
  guint in_name; /* the weight of which letter of the name it is */
  Cell *cells;   /* (owned): (n_typed + 1) × (n_expected + 1) */
} Table;

static Cell *
get_cell (const Table *table, glong i, glong j)
{
  return &table->cells[i * (table->n_expected + 1) + j];
}

static gboolean
is_separator (gunichar c)
{
  return c == '.' || c == '-';
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

static gboolean
is_vowel (gunichar c)
{
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

static gboolean
is_pair (const gunichar *two, gunichar one)
{
  return (one == 'm' && (two[0] == 'r' || two[0] == 'n') && two[1] == 'n') ||
         (one == 'k' && two[0] == 'l' && two[1] == 'c') ||
         (one == 'w' && two[0] == 'v' && two[1] == 'v') ||
         (one == 'd' && two[0] == 'c' && two[1] == 'l');
}

static gboolean
is_stroke (gunichar c)
{
  return c == '1' || c == 'i' || c == 'l';
}

static gboolean
is_circle (gunichar c)
{
  return c == '0' || c == 'o';
}

static gboolean
look_alike (gunichar a, gunichar b)
{
  return (is_stroke (a) && is_stroke (b)) || (is_circle (a) && is_circle (b));
}

/* The doubling moved to the neighbour: gogg for goog, or goog for gogg. */
static gboolean
is_wrong_double (const Table *table, glong i, glong j)
{
  const gunichar *typed = table->typed;
  const gunichar *expected = table->expected;
  gboolean has_both = i > 0 && j > 0 && i + 1 < table->n_typed && j + 1 < table->n_expected &&
                      typed[i - 1] == expected[j - 1] && typed[i + 1] == expected[j + 1];

  return has_both && ((expected[j] == expected[j - 1] && typed[i] == typed[i + 1]) ||
                      (expected[j] == expected[j + 1] && typed[i] == typed[i - 1]));
}

static gboolean
differ_in_one_bit (gunichar a, gunichar b)
{
  gunichar difference = a ^ b;

  return a < 128 && b < 128 && (difference & (difference - 1)) == 0;
}

/* Which place of the domain the slip is at, before letter @j of what is expected. */
static guint
get_place (const Table *table, glong j)
{
  if (j >= table->suffix)
    return WEIGHT_IN_SUFFIX;
  return table->in_name + (j == 0 ? WEIGHT_FIRST : 0);
}

static guint
weigh_swapped (const Table *table, glong j)
{
  const gunichar *two = table->expected + j;

  return is_digit (two[0]) && is_digit (two[1]) ? WEIGHT_DIGIT
                                                : WEIGHT_SWAPPED + get_place (table, j);
}

static guint
weigh_missing (const Table *table, glong j)
{
  gunichar c = table->expected[j];
  guint place = get_place (table, j);

  if (c == '.')
    return WEIGHT_DOT + place;
  if (c == '-')
    return WEIGHT_HYPHEN + place;
  if (is_digit (c))
    return WEIGHT_DIGIT;
  if ((j > 0 && table->expected[j - 1] == c) ||
      (j + 1 < table->n_expected && table->expected[j + 1] == c))
    return WEIGHT_MISSING_DOUBLED + place;
  return WEIGHT_MISSING + place;
}

static guint
weigh_extra (const Table *table, glong i, glong j)
{
  gunichar c = table->typed[i];
  gunichar before = j > 0 ? table->expected[j - 1] : 0;
  gunichar after = j < table->n_expected ? table->expected[j] : 0;
  guint place = get_place (table, j);

  if (c == '.')
    return WEIGHT_DOT + place;
  if (c == '-')
    return WEIGHT_HYPHEN + place;
  if (c == before || c == after)
    return WEIGHT_EXTRA_DOUBLED + place;
  if (heed_keyboard_are_neighbours (c, before) || heed_keyboard_are_neighbours (c, after))
    return WEIGHT_EXTRA_NEIGHBOUR + place;
  return WEIGHT_EXTRA + place;
}

static guint
weigh_wrong (const Table *table, glong i, glong j)
{
  gunichar got = table->typed[i];
  gunichar expected = table->expected[j];
  guint place = get_place (table, j);

  if (is_separator (got) && is_separator (expected))
    return WEIGHT_DOT + place;
  if (is_separator (got) || is_separator (expected))
    return WEIGHT_WRONG + WEIGHT_DOT + place;
  if (look_alike (got, expected))
    return WEIGHT_LOOKALIKE + place;
  if (is_digit (got) && is_digit (expected))
    return WEIGHT_DIGIT;
  if (heed_keyboard_are_neighbours (got, expected))
    return WEIGHT_WRONG_NEIGHBOUR + place;
  if (j >= table->suffix)
    return WEIGHT_WRONG_IN_SUFFIX;
  if (is_wrong_double (table, i, j))
    return WEIGHT_WRONG_DOUBLED + place;
  if (is_vowel (got) && is_vowel (expected))
    return WEIGHT_WRONG_VOWEL + place;
  if (heed_keyboard_are_neighbours_elsewhere (got, expected))
    return WEIGHT_WRONG_ELSEWHERE + place;
  if (differ_in_one_bit (got, expected))
    return WEIGHT_WRONG_BIT + place;
  return WEIGHT_WRONG + place;
}

static void
offer (Table *table, glong i, glong j, glong di, glong dj, Step step, guint weight)
{
  Cell *here = get_cell (table, i, j);
  guint sum;

  if (i < di || j < dj)
    return;
  sum = get_cell (table, i - di, j - dj)->weight + weight;
  if (here->step == STEP_NONE || sum < here->weight)
    {
      here->weight = sum;
      here->step = step;
      here->n_typed = (guint8)di;
    }
}

/* Whether a step from there could lead here for less than what is known: weights are most of the
 * time of an alignment. */
static gboolean
may_improve (const Table *table, glong i, glong j, glong di, glong dj)
{
  const Cell *here = get_cell (table, i, j);

  return here->step == STEP_NONE || get_cell (table, i - di, j - dj)->weight < here->weight;
}

/* A key that was held, and digits that were meant for the end of the local part: ann@61example.com
 * for ann61@example.com. */
static void
offer_run (Table *table, glong i, glong j)
{
  gunichar c = table->typed[i - 1];
  gunichar before = j > 0 ? table->expected[j - 1] : 0;
  gboolean is_held = TRUE;
  gboolean is_digits = j == 0;

  for (glong n = 1; n <= MIN (i, MAX_RUN) && (is_held || is_digits); n++)
    {
      is_held = is_held && table->typed[i - n] == c && c == before;
      is_digits = is_digits && is_digit (table->typed[i - n]);
      if (n > 1 && is_held)
        offer (table, i, j, n, 0, STEP_EXTRA_RUN,
               WEIGHT_EXTRA_DOUBLED + (guint)n * WEIGHT_REPEATED + get_place (table, j) +
                   WEIGHT_NEXT_SLIP);
      if (is_digits && n == i)
        offer (table, i, j, n, 0, STEP_EXTRA_RUN, WEIGHT_SPILT_DIGITS + WEIGHT_NEXT_SLIP);
    }
}

static void
fill_cell (Table *table, glong i, glong j)
{
  const gunichar *typed = table->typed;
  const gunichar *expected = table->expected;

  if (i > 0 && j > 0 && typed[i - 1] == expected[j - 1])
    offer (table, i, j, 1, 1, STEP_KEEP, 0);
  else if (i > 0 && j > 0)
    offer (table, i, j, 1, 1, STEP_WRONG, weigh_wrong (table, i - 1, j - 1) + WEIGHT_NEXT_SLIP);
  if (j > 0 && may_improve (table, i, j, 0, 1))
    offer (table, i, j, 0, 1, STEP_MISSING, weigh_missing (table, j - 1) + WEIGHT_NEXT_SLIP);
  if (i > 0 && may_improve (table, i, j, 1, 0))
    offer (table, i, j, 1, 0, STEP_EXTRA, weigh_extra (table, i - 1, j) + WEIGHT_NEXT_SLIP);
  if (i > 0)
    offer_run (table, i, j);
  if (i > 1 && j > 1 && typed[i - 1] == expected[j - 2] && typed[i - 2] == expected[j - 1] &&
      typed[i - 1] != typed[i - 2])
    offer (table, i, j, 2, 2, STEP_SWAPPED, weigh_swapped (table, j - 2) + WEIGHT_NEXT_SLIP);
  if (i > 0 && j > 1 && is_pair (expected + j - 2, typed[i - 1]))
    offer (table, i, j, 1, 2, STEP_ONE_FOR_TWO,
           WEIGHT_LOOKALIKE + get_place (table, j - 2) + WEIGHT_NEXT_SLIP);
  if (i > 1 && j > 0 && is_pair (typed + i - 2, expected[j - 1]))
    offer (table, i, j, 2, 1, STEP_TWO_FOR_ONE,
           WEIGHT_LOOKALIKE + get_place (table, j - 1) + WEIGHT_NEXT_SLIP);
}

static HeedEdit *
make_edit (const Table *table, HeedEditOperation operation, glong i, glong j, glong di, glong dj)
{
  g_autofree char *got = g_ucs4_to_utf8 (table->typed + i, di, NULL, NULL, NULL);
  g_autofree char *expected = g_ucs4_to_utf8 (table->expected + j, dj, NULL, NULL, NULL);

  return heed_edit_new (operation, (guint)i, got, expected);
}

static GPtrArray *
read_edits (const Table *table)
{
  static const struct
  {
    HeedEditOperation operation;
    guint8 n_expected;
  } steps[] = {
    [STEP_KEEP] = { HEED_EDIT_WRONG, 1 },        [STEP_MISSING] = { HEED_EDIT_MISSING, 1 },
    [STEP_EXTRA] = { HEED_EDIT_EXTRA, 0 },       [STEP_EXTRA_RUN] = { HEED_EDIT_EXTRA, 0 },
    [STEP_WRONG] = { HEED_EDIT_WRONG, 1 },       [STEP_SWAPPED] = { HEED_EDIT_SWAPPED, 2 },
    [STEP_ONE_FOR_TWO] = { HEED_EDIT_WRONG, 2 }, [STEP_TWO_FOR_ONE] = { HEED_EDIT_WRONG, 1 },
  };
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_edit_free);
  glong i = table->n_typed;
  glong j = table->n_expected;

  while (i > 0 || j > 0)
    {
      Step step = get_cell (table, i, j)->step;
      glong n_typed = get_cell (table, i, j)->n_typed;

      i -= n_typed;
      j -= steps[step].n_expected;
      if (step != STEP_KEEP)
        g_ptr_array_insert (edits, 0,
                            make_edit (table, steps[step].operation, i, j, n_typed,
                                       steps[step].n_expected));
    }
  return edits;
}

HeedSlip *
heed_slip_new (const char *typed, const char *expected, guint suffix)
{
  HeedSlip *self = g_new0 (HeedSlip, 1);
  Table table = { .suffix = suffix };

  g_return_val_if_fail (strlen (typed) <= MAX_BYTES && strlen (expected) <= MAX_BYTES, NULL);
  table.typed = g_utf8_to_ucs4_fast (typed, -1, &table.n_typed);
  table.expected = g_utf8_to_ucs4_fast (expected, -1, &table.n_expected);
  table.in_name = (guint)(10 * log2 (MAX (suffix, 2)));
  table.cells = g_new0 (Cell, (table.n_typed + 1) * (table.n_expected + 1));
  get_cell (&table, 0, 0)->step = STEP_KEEP;
  for (glong i = 0; i <= table.n_typed; i++)
    {
      for (glong j = 0; j <= table.n_expected; j++)
        fill_cell (&table, i, j);
    }
  self->edits = read_edits (&table);
  self->weight = get_cell (&table, table.n_typed, table.n_expected)->weight;
  if (self->weight > WEIGHT_NEXT_SLIP)
    self->weight -= WEIGHT_NEXT_SLIP;
  g_free (table.typed);
  g_free (table.expected);
  g_free (table.cells);
  return self;
}

void
heed_slip_free (HeedSlip *self)
{
  g_ptr_array_unref (self->edits);
  g_free (self);
}
