/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-json-places.h"

#include <string.h>

typedef struct
{
  const char *at;
  const char *end;
  const char *counted; /* @column is that of this place */
  guint line;
  guint column;       /* in characters */
  GString *path;      /* of the value that @at is in */
  GHashTable *paths;  /* those that are wanted */
  GHashTable *places; /* (element-type utf8 HeedJsonPlaces) */
} Walk;

static void walk_value (Walk *self, HeedJsonPlace name);

/* Counts from where it was last, so that one long line costs no more than many short ones. */
static HeedJsonPlace
get_place (Walk *self)
{
  self->column += (guint)g_utf8_strlen (self->counted, self->at - self->counted);
  self->counted = self->at;
  return (HeedJsonPlace){ self->line, self->column };
}

static void
skip_space (Walk *self)
{
  for (; self->at < self->end && strchr (" \t\r\n", *self->at) != NULL; self->at++)
    {
      if (*self->at == '\n')
        {
          self->line++;
          self->counted = self->at + 1;
          self->column = 1;
        }
    }
}

/* Whether the next token is @mark, which is then passed. */
static gboolean
take (Walk *self, char mark)
{
  skip_space (self);
  if (self->at == self->end || *self->at != mark)
    return FALSE;
  self->at++;
  return TRUE;
}

/* Passes a text, whose quotes are passed too. Returns: where it begins, after the quote */
static const char *
skip_text (Walk *self)
{
  const char *start = ++self->at;

  while (self->at < self->end && *self->at != '"')
    self->at += *self->at == '\\' && self->end - self->at > 1 ? 2 : 1;
  if (self->at < self->end)
    self->at++;
  return start;
}

static void
walk_object (Walk *self)
{
  gsize length = self->path->len;

  do
    {
      HeedJsonPlace place;
      const char *name;

      skip_space (self);
      place = get_place (self);
      if (self->at == self->end || *self->at != '"')
        break;
      name = skip_text (self);
      g_string_append_c (self->path, '.');
      g_string_append_len (self->path, name, self->at - name - 1);
      if (take (self, ':'))
        walk_value (self, place);
      g_string_truncate (self->path, length);
    }
  while (take (self, ','));
  take (self, '}');
}

static void
walk_array (Walk *self)
{
  gsize length = self->path->len;
  guint index = 0;

  if (take (self, ']'))
    return;
  do
    {
      skip_space (self);
      g_string_append_printf (self->path, "[%u]", index++);
      walk_value (self, get_place (self));
      g_string_truncate (self->path, length);
    }
  while (take (self, ','));
  take (self, ']');
}

/* As deep as HEED_LIMIT_JSON_DEPTH lets a text be. */
static void
walk_value (Walk *self, HeedJsonPlace name)
{
  skip_space (self);
  if (g_hash_table_contains (self->paths, self->path->str))
    {
      HeedJsonPlaces *places = g_new0 (HeedJsonPlaces, 1);

      places->name = name;
      places->value = get_place (self);
      g_hash_table_replace (self->places, g_strdup (self->path->str), places);
    }
  if (self->at == self->end)
    return;
  if (*self->at == '"')
    skip_text (self);
  else if (take (self, '{'))
    walk_object (self);
  else if (take (self, '['))
    walk_array (self);
  else
    while (self->at < self->end && strchr (",]} \t\r\n", *self->at) == NULL)
      self->at++;
}

GHashTable *
heed_json_places_find (const char *text, gsize length, GHashTable *paths)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) path = g_string_new ("$");
  Walk walk = { .at = text,
                .end = text + length,
                .counted = text,
                .line = 1,
                .column = 1,
                .path = path,
                .paths = paths,
                .places = places };

  skip_space (&walk);
  walk_value (&walk, get_place (&walk));
  return places;
}
