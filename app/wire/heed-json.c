/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* json-c reads the value. Even when it is strict it lets pass what RFC 8259 does not have, or what
 * nothing here could do with: two members of one name (the last would win without a word), single
 * quotes, NaN, numbers such as `-01` and `1.`, integers that it silently makes smaller, control
 * characters and U+0000 in strings, halves of surrogate pairs. A walk over the text finds these
 * first. It follows quotes, braces and colons, keeps a set of names for each open object, and
 * leaves all other faults to json-c. The walk also counts the nesting, so that a megabyte of braces
 * costs nothing. */

#include "config.h"
#include "heed-json.h"

#include "heed-error.h"
#include "heed-limits.h"

#include <string.h>

/* The largest whole number that every reader of JSON keeps exactly (RFC 7493, section 2.2). */
#define MAX_INTEGER G_GINT64_CONSTANT (9007199254740991)

#define EXCERPT_CHARACTERS 64

/* More names that stand twice are no slip; each costs a count of lines. */
#define MOST_NOTES 100

typedef struct
{
  const char *text;
  const char *end;
  /* (element-type GHashTable) (nullable elements): the open objects; %NULL for open arrays */
  GPtrArray *names;
  GPtrArray *notes; /* (nullable) (element-type GError): where names go that stand twice */
} Walk;

static void
set_error_at (GError **error, const char *text, const char *place, const char *what)
{
  guint line = 1;
  guint column = 1;

  for (const char *c = text; c < place; c++)
    {
      line += *c == '\n';
      /* A character is counted once, as editors do, however many bytes it has. */
      column = *c == '\n' ? 1 : column + ((*c & 0xc0) != 0x80);
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

static const char *
skip_digits (const char *c, const char *end)
{
  while (c < end && g_ascii_isdigit (*c))
    c++;
  return c;
}

static const char *
skip_any (const char *c, const char *end, const char *marks)
{
  return c < end && strchr (marks, *c) != NULL ? c + 1 : c;
}

static gboolean
is_exact (const char *start, const char *end)
{
  /* All that has more digits than the largest is larger; what is cut off need not be read. */
  g_autofree char *digits = g_strndup (start, MIN ((gsize)(end - start), 20));
  gint64 value = g_ascii_strtoll (digits, NULL, 10);

  return value >= -MAX_INTEGER && value <= MAX_INTEGER;
}

/* Returns the end of the number at @start. */
static const char *
check_number (Walk *walk, const char *start, GError **error)
{
  const char *digits = skip_any (start, walk->end, "-");
  const char *whole = skip_digits (digits, walk->end);
  const char *point = skip_any (whole, walk->end, ".");
  const char *fraction = skip_digits (point, walk->end);
  const char *letter = skip_any (fraction, walk->end, "eE");
  const char *sign = letter > fraction ? skip_any (letter, walk->end, "+-") : letter;
  const char *exponent = letter > fraction ? skip_digits (sign, walk->end) : letter;

  if (whole == digits || (*digits == '0' && whole > digits + 1) ||
      (point > whole && fraction == point) || (letter > fraction && exponent == sign))
    set_error_at (error, walk->text, start, "not a number");
  else if (exponent == whole && !is_exact (start, whole))
    set_error_at (error, walk->text, start, "a number that is too large");
  else
    return exponent;
  return NULL;
}

static gboolean
is_member_name (const char *after, const char *end)
{
  while (after < end && strchr (" \t\r\n", *after) != NULL)
    after++;
  return after < end && *after == ':';
}

/* Returns: whether the walk goes on */
static gboolean
note_twice (Walk *walk, const char *start, const char *excerpt, GError **error)
{
  g_autofree char *what = g_strdup_printf ("“%s” stands here a second time", excerpt);
  GError *note = NULL;

  set_error_at (&note, walk->text, start, what);
  if (walk->notes != NULL && walk->notes->len < MOST_NOTES)
    {
      g_ptr_array_add (walk->notes, note);
      return TRUE;
    }
  g_propagate_error (error, note);
  return FALSE;
}

static gboolean
check_name (Walk *walk, const char *start, const char *end, GError **error)
{
  GHashTable *names = walk->names->len > 0 ? walk->names->pdata[walk->names->len - 1] : NULL;
  g_autofree char *name = NULL;
  g_autofree char *excerpt = NULL;
  g_autofree char *what = NULL;

  if (names == NULL || end == walk->end || !is_member_name (end + 1, walk->end))
    return TRUE;
  name = g_strndup (start + 1, (gsize)(end - start - 1));
  excerpt = heed_json_make_excerpt (name);
  if (strchr (name, '\\') != NULL)
    what = g_strdup_printf ("the name “%s” must be written without a backslash", excerpt);
  else if (!g_hash_table_add (names, g_steal_pointer (&name)))
    return note_twice (walk, start, excerpt, error);
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
open_container (Walk *walk, const char *c, GError **error)
{
  GHashTable *names = NULL;

  if (walk->names->len >= HEED_LIMIT_JSON_DEPTH)
    {
      set_error_at (error, walk->text, c, "nested too deeply");
      return FALSE;
    }
  if (*c == '{')
    names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (walk->names, names);
  return TRUE;
}

/* Returns where the next token, or the space before it, begins. */
static const char *
check_token (Walk *walk, const char *c, GError **error)
{
  const char *last;

  switch (*c)
    {
    case '"':
      last = check_string (walk, c, error);
      if (last == NULL || !check_name (walk, c, last, error))
        return NULL;
      return last < walk->end ? last + 1 : last;
    case '{':
    case '[':
      return open_container (walk, c, error) ? c + 1 : NULL;
    case '}':
    case ']':
      if (walk->names->len > 0)
        g_ptr_array_set_size (walk->names, (int)walk->names->len - 1);
      return c + 1;
    case '\'':
      set_error_at (error, walk->text, c, "texts stand in double quotes");
      return NULL;
    case 'N':
    case 'I':
      set_error_at (error, walk->text, c, "not a value");
      return NULL;
    default:
      return *c == '-' || g_ascii_isdigit (*c) ? check_number (walk, c, error) : c + 1;
    }
}

static gboolean
check_text (const char *text, const char *end, GPtrArray *notes, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (names_unref);
  Walk walk = { .text = text, .end = end, .names = names, .notes = notes };

  while (text != NULL && text < end)
    text = check_token (&walk, text, error);
  return text != NULL;
}

/* What json-c would refuse for a reason that nobody understands. */
static gboolean
check_encoding (const char *text, gsize length, GError **error)
{
  const char *stop = text;

  if (!g_utf8_validate_len (text, length, &stop))
    set_error_at (error, text, stop, *stop == '\0' ? "a zero byte" : "not valid UTF-8");
  else if (length >= 3 && memcmp (text, "\357\273\277", 3) == 0)
    set_error_at (error, text, text, "a byte order mark; there must be none");
  else if (length >= G_MAXINT32)
    set_error_at (error, text, text, "too long");
  else
    return TRUE;
  return FALSE;
}

/* Returns: what is wrong with the text, which json-c stopped reading at @stop */
static const char *
describe_stop (const char *text, gsize length, const char *stop, enum json_tokener_error failure)
{
  const char *before = stop;

  if (stop == text + length)
    return "the text ends too early";
  while (before > text && strchr (" \t\r\n", before[-1]) != NULL)
    before--;
  if ((*stop == ']' || *stop == '}') && before > text && before[-1] == ',')
    return "a comma stands before this bracket; take it out";
  return json_tokener_error_desc (failure);
}

static json_object *
read_value (const char *text, gsize length, GError **error)
{
  /* One more than the walk lets pass, since json-c counts a value in the innermost container. */
  struct json_tokener *tokener = json_tokener_new_ex (HEED_LIMIT_JSON_DEPTH + 1);
  g_autoptr (json_object) value = NULL;
  enum json_tokener_error failure;
  const char *stop;

  json_tokener_set_flags (tokener, JSON_TOKENER_STRICT);
  value = json_tokener_parse_ex (tokener, text, (int)length);
  failure = json_tokener_get_error (tokener);
  stop = text + json_tokener_get_parse_end (tokener);
  if (failure == json_tokener_continue)
    {
      /* A number goes on until something else comes, and a zero is that. */
      value = json_tokener_parse_ex (tokener, "", 1);
      failure = json_tokener_get_error (tokener);
      stop = text + length;
    }
  json_tokener_free (tokener);

  if (failure == json_tokener_success)
    return g_steal_pointer (&value);
  set_error_at (error, text, stop, describe_stop (text, length, stop, failure));
  return NULL;
}

char *
heed_json_make_excerpt (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= EXCERPT_CHARACTERS)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, EXCERPT_CHARACTERS);
  return g_strconcat (start, "…", NULL);
}

json_object *
heed_json_parse (const char *text, gsize length, GError **error)
{
  return heed_json_parse_noting (text, length, NULL, error);
}

json_object *
heed_json_parse_noting (const char *text, gsize length, GPtrArray *notes, GError **error)
{
  g_autoptr (GError) failure = NULL;
  json_object *value;

  if (length == 0)
    text = "";
  if (!check_encoding (text, length, error) || !check_text (text, text + length, notes, error))
    return NULL;
  value = read_value (text, length, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (value == NULL)
    set_error_at (error, text, text, "null is not a value here");
  return value;
}
