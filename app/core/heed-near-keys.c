/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What near names have in common, though they differ.
 *
 * A short name is filed under itself and under itself with each one letter left out. Two short
 * names within one edit share one of these (the symmetric deletions of Garbe's SymSpell, 2012).
 *
 * A long name is filed under each pair of its quarters, with its length. Two edits leave two
 * quarters intact, each at a place that is shifted by as many letters as were added or left out
 * before it (the pigeonhole principle, as in Navarro 2001, section 8; a single part of three would
 * do, but so few letters are shared by thousands of a million names). What was typed is cut into
 * such pairs for each length and each shift that two edits can lead to.
 *
 * A name of n letters is filed under at most n + 1 keys if short, else 6, and looked up with at
 * most 63. Keys are hashes: who shares one is not near for sure, and has to be compared. */

#include "config.h"
#include "heed-near-keys.h"

#include <stdlib.h>
#include <string.h>

#define N_PARTS 4

#define SPREAD G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) /* 2^64 divided by the golden ratio */

static void
add (HeedNearKeys *self, guint32 hash)
{
  /* Of doubled letters, leaving out either gives the same, and so does each shift of one letter
   * that is repeated. */
  if (self->n == 0 || self->hashes[self->n - 1] != hash)
    self->hashes[self->n++] = hash;
}

static guint32
hash_bytes (guint32 seed, const guint8 *bytes, guint length)
{
  guint64 hash = 0xcbf29ce484222325u ^ seed;

  /* FNV-1a, then a multiplication that carries every bit to the top. */
  for (guint i = 0; i < length; i++)
    hash = (hash ^ bytes[i]) * 0x100000001b3u;
  return (guint32)((hash * SPREAD) >> 32);
}

static void
add_deletions (HeedNearKeys *self, const guint8 *letters, guint length)
{
  guint8 rest[HEED_NEAR_KEYS_LONG];

  add (self, hash_bytes (0, letters, length));
  for (guint i = 0; i < length; i++)
    {
      memcpy (rest, letters, i);
      memcpy (rest + i, letters + i + 1, length - i - 1);
      add (self, hash_bytes (0, rest, length - 1));
    }
}

/* Where part number @part of a name of @length letters begins; part N_PARTS is its end. */
static guint
get_border (guint length, guint part)
{
  return length * part / N_PARTS;
}

static guint
get_part_length (guint length, guint part)
{
  return get_border (length, part + 1) - get_border (length, part);
}

static guint32
hash_part (guint length, guint part, const guint8 *letters)
{
  return hash_bytes (1 + part + N_PARTS * length, letters, get_part_length (length, part));
}

/* The key of two parts, of which each hash says which part of how long a name it is. */
static guint32
join_hashes (guint32 a, guint32 b)
{
  return (guint32)(((((guint64)a << 32) | b) * SPREAD) >> 32);
}

void
heed_near_keys_file (HeedNearKeys *self, const guint8 *letters, guint length)
{
  guint32 parts[N_PARTS];

  self->n = 0;
  if (length < HEED_NEAR_KEYS_LONG)
    {
      add_deletions (self, letters, length);
      return;
    }
  for (guint part = 0; part < N_PARTS; part++)
    parts[part] = hash_part (length, part, letters + get_border (length, part));
  for (guint a = 0; a < N_PARTS; a++)
    {
      for (guint b = a + 1; b < N_PARTS; b++)
        add (self, join_hashes (parts[a], parts[b]));
    }
}

typedef struct
{
  const guint8 *letters; /* what was typed */
  guint length;
  guint near_length; /* of the names that are looked for */
} Typed;

/* Adds the key of the names that have parts @a and @b where they were typed, shifted by @a_shift
 * and @b_shift letters. */
static void
add_pair (HeedNearKeys *self, const Typed *typed, guint a, int a_shift, guint b, int b_shift)
{
  guint length = typed->near_length;
  int a_start = (int)get_border (length, a) + a_shift;
  int b_start = (int)get_border (length, b) + b_shift;

  if (a_start >= 0 && a_start + (int)get_part_length (length, a) <= b_start &&
      b_start + (int)get_part_length (length, b) <= (int)typed->length)
    add (self, join_hashes (hash_part (length, a, typed->letters + a_start),
                            hash_part (length, b, typed->letters + b_start)));
}

/* Each letter added or left out is an edit, and shifts all that comes after it. */
static void
add_shifts (HeedNearKeys *self, const Typed *typed, guint a, guint b)
{
  const int most = HEED_NEAR_KEYS_LONG_EDITS;
  int end_shift = (int)typed->length - (int)typed->near_length;

  for (int a_shift = -most; a_shift <= most; a_shift++)
    {
      for (int b_shift = -most; b_shift <= most; b_shift++)
        {
          gboolean is_possible = (a > 0 || a_shift == 0) && (b > a + 1 || b_shift == a_shift) &&
                                 (b < N_PARTS - 1 || b_shift == end_shift);

          if (is_possible &&
              abs (a_shift) + abs (b_shift - a_shift) + abs (end_shift - b_shift) <= most)
            add_pair (self, typed, a, a_shift, b, b_shift);
        }
    }
}

void
heed_near_keys_look_up (HeedNearKeys *self, const guint8 *letters, guint length)
{
  guint shortest = length > HEED_NEAR_KEYS_LONG_EDITS ? length - HEED_NEAR_KEYS_LONG_EDITS : 0;
  guint longest = MIN (length + HEED_NEAR_KEYS_LONG_EDITS, G_MAXUINT8);
  Typed typed = { .letters = letters, .length = length };

  self->n = 0;
  if (length < HEED_NEAR_KEYS_LONG + HEED_NEAR_KEYS_SHORT_EDITS)
    add_deletions (self, letters, length);
  for (guint near = MAX (HEED_NEAR_KEYS_LONG, shortest); near <= longest; near++)
    {
      typed.near_length = near;
      for (guint a = 0; a < N_PARTS; a++)
        {
          for (guint b = a + 1; b < N_PARTS; b++)
            add_shifts (self, &typed, a, b);
        }
    }
}
