/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Letters that are compared, as many as fit into one machine word. */
#define HEED_EDIT_DISTANCE_LETTERS 64

/**
 * HeedEditDistance:
 * @positions: for each letter the set of the places where it stands in the name
 * @letters: the name, in the form in which it is compared
 * @length: its letters
 *
 * A name that is compared with many others: how many letters are missing, extra, wrong, or swapped
 * with their neighbour (optimal string alignment). Letters that look alike are the same
 * (heed_lookalike_fold_letter()). Holds no memory of its own.
 */
typedef struct
{
  guint64 positions[256];
  guint8 letters[G_MAXUINT8];
  guint length;
} HeedEditDistance;

/** heed_edit_distance_init: @name: a name; bytes after the first 255 are not looked at */
void heed_edit_distance_init (HeedEditDistance *self, const char *name);

/** heed_edit_distance_fold: Writes the form in which @name is compared, up to 255 bytes, to
 * @letters. Returns: how many they are */
guint8 heed_edit_distance_fold (const char *name, guint8 *letters);

/** heed_edit_distance_get_letter_set: Returns: which letters a folded name has, a bit for each;
 * some share one */
guint32 heed_edit_distance_get_letter_set (const guint8 *letters, guint length);

/**
 * heed_edit_distance_may_be:
 * @a: the letters of a name
 * @b: the letters of another one
 * @edits: a number of edits
 *
 * Returns: whether names of such letters can be so few edits apart; most that cannot are told so
 * without a look at the names
 */
static inline gboolean
heed_edit_distance_may_be (guint32 a, guint32 b, guint edits)
{
  /* An edit brings a letter, takes one, or both. */
  return (guint)__builtin_popcount (a ^ b) <= 2 * edits;
}

/**
 * heed_edit_distance_get:
 * @self: a name
 * @letters: another one, folded
 * @length: how many letters it has
 *
 * Returns: the edits between both, of whose letters the first 64 are compared
 */
guint heed_edit_distance_get (const HeedEditDistance *self, const guint8 *letters, guint length);

G_END_DECLS
