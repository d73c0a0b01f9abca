/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* json-c reads the value. Even when it is strict it lets pass what RFC 8259 does not have, or what
 * nothing here could do with: two members of one name (the last would win without a word), single
 * quotes, NaN, control characters and U+0000 in strings, halves of surrogate pairs. A walk over the
 * text finds these first. It follows quotes, braces and colons, keeps a set of names for each open
 * object, and leaves all other faults to json-c. */

#include "config.h"
#include "heed-json.h"

#include "heed-error.h"
#include "heed-limits.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *end;
  GPtrArray
      *names; /* (element-type GHashTable) (nullable elements): open objects, %NULL for arrays */
} Walk;

static void
set_error_at (GError **error, const char *text, const char *place, const char *what)
{
  guint line = 1;
  guint column = 1;

  for (const char *c = text; c < place; c++)
    {
      line += *c == '\n';
      column = *c == '\n' ? 1 : column + 1;
    }
  g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT, "line %u, column %u: %s", line,
               column, what);
}

static gboolean
is_hex (const char *c, const char *end, const char *pattern)
{
  return end - c >= 6 && c[0] == '\\' && c[1] == 'u' && g_ascii_tolower (c[2]) == 'd' &&
         strchr (pattern, g_ascii_tolower (c[3])) != NULL;
}

/* What is wrong with the escape at @c, and how long it is. */
static const char *
check_escape (const char *c, const char *end, gsize *length)
{
  *length = 2;
  if (end - c >= 6 && strncmp (c, "\\u0000", 6) == 0)
    return "a text must not contain U+0000";
  if (is_hex (c, end, "89ab"))
    {
      *length = 12;
      return is_hex (c + 6, end, "cdef") ? NULL : "half of a surrogate pair";
    }
  return is_hex (c, end, "cdef") ? "half of a surrogate pair" : NULL;
}

/* Returns the closing quote, or the end where there is none. */
static const char *
check_string (Walk *walk, const char *start, GError **error)
{
  const char *c = start + 1;

  while (c < walk->end && *c != '"')
    {
      const char *wrong = (guchar)*c < ' ' ? "a control character in a text" : NULL;
      gsize length = 1;

      if (*c == '\\')
        wrong = check_escape (c, walk->end, &length);
      if (wrong != NULL)
        {
          set_error_at (error, walk->text, c, wrong);
          return NULL;
        }
      c += MIN (length, (gsize)(walk->end - c));
    }
  return c;
}

static gboolean
is_member_name (const char *after, const char *end)
{
  while (after < end && strchr (" \t\r\n", *after) != NULL)
    after++;
  return after < end && *after == ':';
}

static gboolean
check_name (Walk *walk, const char *start, const char *end, GError **error)
{
  GHashTable *names = walk->names->len > 0 ? walk->names->pdata[walk->names->len - 1] : NULL;
  g_autofree char *name = NULL;
  g_autofree char *what = NULL;

  if (names == NULL || end == walk->end || !is_member_name (end + 1, walk->end))
    return TRUE;
  name = g_strndup (start + 1, (gsize)(end - start - 1));
  if (strchr (name, '\\') != NULL)
    what = g_strdup_printf ("the name “%s” must be written without a backslash", name);
  else if (g_hash_table_contains (names, name))
    what = g_strdup_printf ("“%s” stands here a second time", name);
  else
    g_hash_table_add (names, g_steal_pointer (&name));
  if (what != NULL)
    set_error_at (error, walk->text, start, what);
  return what == NULL;
}

static void
names_unref (gpointer names)
{
  if (names != NULL)
    g_hash_table_unref (names);
}

static gboolean
check_mark (Walk *walk, const char *c, GError **error)
{
  switch (*c)
    {
    case '{':
      g_ptr_array_add (walk->names, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
      return TRUE;
    case '[':
      g_ptr_array_add (walk->names, NULL);
      return TRUE;
    case '}':
    case ']':
      if (walk->names->len > 0)
        g_ptr_array_set_size (walk->names, (int)walk->names->len - 1);
      return TRUE;
    case '\'':
      set_error_at (error, walk->text, c, "texts stand in double quotes");
      return FALSE;
    case 'N':
    case 'I':
      set_error_at (error, walk->text, c, "not a value");
      return FALSE;
    default:
      return TRUE;
    }
}

static gboolean
check_text (const char *text, const char *end, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (names_unref);
  Walk walk = { .text = text, .end = end, .names = names };

  for (const char *c = text; c < end; c++)
    {
      if (*c == '"')
        {
          const char *last = check_string (&walk, c, error);

          if (last == NULL || !check_name (&walk, c, last, error))
            return FALSE;
          c = last;
        }
      else if (!check_mark (&walk, c, error))
        return FALSE;
    }
  return TRUE;
}

json_object *
heed_json_parse (const char *text, gsize length, GError **error)
{
  struct json_tokener *tokener;
  g_autoptr (json_object) value = NULL;
  enum json_tokener_error failure;
  const char *stop = text;

  if (!g_utf8_validate_len (text, length, &stop))
    {
      set_error_at (error, text, stop, *stop == '\0' ? "a zero byte" : "not valid UTF-8");
      return NULL;
    }
  if (length > G_MAXINT32)
    {
      set_error_at (error, text, text, "too long");
      return NULL;
    }
  if (!check_text (text, text + length, error))
    return NULL;
  tokener = json_tokener_new_ex (HEED_LIMIT_JSON_DEPTH);
  json_tokener_set_flags (tokener, JSON_TOKENER_STRICT);
  value = json_tokener_parse_ex (tokener, text, (int)length);
  failure = json_tokener_get_error (tokener);
  stop = text + json_tokener_get_parse_end (tokener);
  json_tokener_free (tokener);

  if (failure == json_tokener_continue)
    set_error_at (error, text, text + length, "the text ends too early");
  else if (failure == json_tokener_error_depth)
    set_error_at (error, text, stop, "nested too deeply");
  else if (failure != json_tokener_success)
    set_error_at (error, text, stop, json_tokener_error_desc (failure));
  else if (value == NULL)
    set_error_at (error, text, text, "null is not a value here");
  return failure == json_tokener_success ? g_steal_pointer (&value) : NULL;
}
