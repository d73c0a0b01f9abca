/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the values of a JSON text stand: json-c does not tell. */

/**
 * HeedJsonPlace:
 * @line: counted from 1
 * @column: in bytes, counted from 1
 */
typedef struct
{
  guint line;
  guint column;
} HeedJsonPlace;

/**
 * HeedJsonPlaces:
 * @name: of the member's name; of the value where it is none
 * @value: of the value
 */
typedef struct
{
  HeedJsonPlace name;
  HeedJsonPlace value;
} HeedJsonPlaces;

/**
 * heed_json_places_find:
 * @text: (array length=length): what heed_json_parse() takes
 * @length: its size in bytes
 * @paths: (element-type utf8): a set of paths, such as `$.protected-domains[3].domain`
 *
 * Goes over the text once, however many paths there are. Of two members of one name the last one
 * counts, as it does for the value.
 *
 * Returns: (transfer full) (element-type utf8 HeedJsonPlaces): the places of those paths that are
 * there
 */
GHashTable *heed_json_places_find (const char *text, gsize length, GHashTable *paths);

G_END_DECLS
