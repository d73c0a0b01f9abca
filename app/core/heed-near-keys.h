/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Letters from which on a name is a long one, in which two edits are looked for in place of one. */
#define HEED_NEAR_KEYS_LONG 8

/* Edits that are looked for in a long name and in a short one. */
#define HEED_NEAR_KEYS_LONG_EDITS 2
#define HEED_NEAR_KEYS_SHORT_EDITS 1

/* The most keys that a name is filed under or looked up with: for a name of eight letters, 9 as a
 * short one, and for each of the five lengths of long ones that can be near 12, 9, 12, 9 and 12. */
#define HEED_NEAR_KEYS_MAX 64

/**
 * HeedNearKeys:
 * @hashes: the keys; those of near names have one in common, and few others have
 * @n: how many they are
 */
typedef struct
{
  guint32 hashes[HEED_NEAR_KEYS_MAX];
  guint n;
} HeedNearKeys;

/** heed_near_keys_file: Sets the keys that a known name of @length letters is filed under */
void heed_near_keys_file (HeedNearKeys *self, const guint8 *letters, guint length);

/** heed_near_keys_look_up: Sets the keys that what was typed, of @length letters, is looked up with
 */
void heed_near_keys_look_up (HeedNearKeys *self, const guint8 *letters, guint length);

G_END_DECLS
