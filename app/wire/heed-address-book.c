/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Of a vCard (RFC 2426, RFC 6350) only three properties matter here, EMAIL, FN and, where that is
 * missing, N, so what is read is its lines: unfolded, without group and parameters, with their
 * escapes undone. CSV is as RFC 4180
 * has it. */

#include "config.h"
#include "heed-address-book.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "heed-error.h"

/* Returns: (transfer full): the next line with those that continue it; moves @text behind them */
static char *
take_vcard_line (const char **text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const char *next = *text;

  do
    {
      gsize n = strcspn (next, "\r\n");

      g_string_append_len (line, next, (gssize)n);
      next += n;
      next += *next == '\r' ? 1 : 0;
      next += *next == '\n' ? 1 : 0;
    }
  while ((*next == ' ' || *next == '\t') && *++next != '\0');
  *text = next;
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* Takes one character of a value, or an escape for one; an end of a line is a space here. Moves
 * @value behind it. */
static void
take_vcard_character (const char **value, GString *plain)
{
  if (**value == '\\' && (*value)[1] != '\0')
    {
      (*value)++;
      g_string_append_c (plain, g_ascii_tolower (**value) == 'n' ? ' ' : **value);
    }
  else
    g_string_append_c (plain, **value);
  (*value)++;
}

static char *
unescape_vcard (const char *value)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  while (*value != '\0')
    take_vcard_character (&value, plain);
  return g_strstrip (g_string_free (g_steal_pointer (&plain), FALSE));
}

/* Returns: (transfer full): the next part of N, whose values stand apart; moves @value behind it */
static char *
take_name_part (const char **value)
{
  g_autoptr (GString) part = g_string_new (NULL);

  while (**value != '\0' && **value != ';')
    {
      if (**value == ',')
        {
          g_string_append_c (part, ' ');
          (*value)++;
        }
      else
        take_vcard_character (value, part);
    }
  *value += **value == ';' ? 1 : 0;
  return g_strstrip (g_string_free (g_steal_pointer (&part), FALSE));
}

/* Returns: (transfer full): the name as it is spoken, of an N: family name, given and further
 * names, what stands before them and what after */
static char *
make_vcard_name (const char *value)
{
  static const guint order[] = { 3, 1, 2, 0, 4 };
  g_autoptr (GString) name = g_string_new (NULL);
  char *parts[G_N_ELEMENTS (order)];

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    parts[i] = take_name_part (&value);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (*parts[order[i]] != '\0')
        g_string_append_printf (name, name->len > 0 ? " %s" : "%s", parts[order[i]]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_free (parts[i]);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* Returns: (nullable): the value of a line with this property; a group before it and parameters
 * after it do not matter, though a colon within quotes is none */
static const char *
get_vcard_value (const char *line, const char *property)
{
  gsize end = strcspn (line, ":;");
  const char *dot = memchr (line, '.', end);
  const char *name = dot != NULL ? dot + 1 : line;
  gboolean quoted = FALSE;

  if ((gsize)(line + end - name) != strlen (property) ||
      g_ascii_strncasecmp (name, property, strlen (property)) != 0)
    return NULL;
  for (const char *at = line + end; *at != '\0'; at++)
    {
      if (*at == '"')
        quoted = !quoted;
      else if (*at == ':' && !quoted)
        return at + 1;
    }
  return NULL;
}

typedef struct
{
  GPtrArray *addresses; /* (owned) (element-type utf8) */
  char *full_name;      /* (owned) (nullable) */
  char *name;           /* (owned) (nullable): made of N */
} Card;

static void
card_end (Card *self, HeedAddressFunc func, gpointer user_data)
{
  gboolean has_full_name = self->full_name != NULL && *self->full_name != '\0';

  for (guint i = 0; i < self->addresses->len; i++)
    func (self->addresses->pdata[i], has_full_name ? self->full_name : self->name, 1, user_data);
  g_ptr_array_set_size (self->addresses, 0);
  g_clear_pointer (&self->full_name, g_free);
  g_clear_pointer (&self->name, g_free);
}

void
heed_address_book_read_vcards (const char *text, HeedAddressFunc func, gpointer user_data)
{
  Card card = { .addresses = g_ptr_array_new_with_free_func (g_free) };

  while (*text != '\0')
    {
      g_autofree char *line = take_vcard_line (&text);
      const char *value;

      if ((value = get_vcard_value (line, "EMAIL")) != NULL)
        g_ptr_array_add (card.addresses, unescape_vcard (value));
      else if ((value = get_vcard_value (line, "FN")) != NULL)
        {
          g_free (card.full_name);
          card.full_name = unescape_vcard (value);
        }
      else if ((value = get_vcard_value (line, "N")) != NULL)
        {
          g_free (card.name);
          card.name = make_vcard_name (value);
        }
      else if (get_vcard_value (line, "END") != NULL)
        card_end (&card, func, user_data);
    }
  card_end (&card, func, user_data);
  g_ptr_array_unref (card.addresses);
}

static char
find_separator (const char *text)
{
  gsize n = strcspn (text, "\r\n,;\t");

  return text[n] == ';' || text[n] == '\t' ? text[n] : ',';
}

/* Returns: (transfer full) (nullable): the next field; moves @text to what ended it. %NULL where
 * the quote that begins it, and stays at @text, has no end */
static char *
take_csv_field (const char **text, char separator)
{
  g_autoptr (GString) field = g_string_new (NULL);
  const char *next = *text;
  gboolean quoted = *next == '"';

  next += quoted ? 1 : 0;
  for (; *next != '\0'; next++)
    {
      if (quoted && *next == '"' && next[1] != '"')
        quoted = FALSE;
      else if (!quoted && (*next == separator || *next == '\r' || *next == '\n'))
        break;
      else
        {
          next += quoted && *next == '"' ? 1 : 0;
          g_string_append_c (field, *next);
        }
    }
  if (quoted)
    return NULL;
  *text = next;
  return g_strstrip (g_string_free (g_steal_pointer (&field), FALSE));
}

/* Counts as an editor does: a line ends with CR, LF or both. */
static guint
count_lines (const char *start, const char *end)
{
  guint n = 1;

  for (const char *c = start; c < end; c++)
    n += *c == '\n' || (*c == '\r' && c[1] != '\n');
  return n;
}

/* Returns: (transfer full) (nullable) (element-type utf8): the fields of the next line; moves
 * @text, which is within @start, behind it */
static GPtrArray *
take_csv_line (const char *start, const char **text, char separator, GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      char *field = take_csv_field (text, separator);

      if (field == NULL)
        {
          g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                       /* Translators: %u is a line of a file. */
                       _ ("line %u: the quotation mark that begins a field has no end."),
                       count_lines (start, *text));
          return NULL;
        }
      g_ptr_array_add (fields, field);
      if (**text != separator)
        break;
      (*text)++;
    }
  *text += **text == '\r' ? 1 : 0;
  *text += **text == '\n' ? 1 : 0;
  return g_steal_pointer (&fields);
}

static gboolean
is_called (GPtrArray *header, guint column, const char *what)
{
  if (column >= header->len)
    return FALSE;
  g_autofree char *lower = g_ascii_strdown (header->pdata[column], -1);
  return strstr (lower, what) != NULL;
}

static guint
find_column (GPtrArray *header, const char *what)
{
  guint column = 0;

  while (column < header->len &&
         (!is_called (header, column, what) || is_called (header, column, "mail")))
    column++;
  return column;
}

static const char *
get_field (GPtrArray *fields, guint column)
{
  const char *field = column < fields->len ? fields->pdata[column] : "";

  return *field != '\0' ? field : NULL;
}

gboolean
heed_address_book_read_csv (const char *text,
                            HeedAddressFunc func,
                            gpointer user_data,
                            GError **error)
{
  const char *start = text;
  char separator = find_separator (text);
  g_autoptr (GPtrArray) header = take_csv_line (start, &text, separator, error);
  guint name_column;
  guint count_column;
  gboolean any = FALSE;

  if (header == NULL)
    return FALSE;
  name_column = find_column (header, "name");
  count_column = find_column (header, "count");
  for (guint i = 0; i < header->len; i++)
    any = any || is_called (header, i, "mail");
  if (!any)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                           _ ("line 1: no column has “mail” in its name."));
      return FALSE;
    }
  while (*text != '\0')
    {
      g_autoptr (GPtrArray) fields = take_csv_line (start, &text, separator, error);
      const char *count_text;
      guint64 count = 1;

      if (fields == NULL)
        return FALSE;
      count_text = get_field (fields, count_column);
      if (count_text != NULL &&
          !g_ascii_string_to_unsigned (count_text, 10, 1, G_MAXUINT, &count, NULL))
        count = 1;
      for (guint i = 0; i < fields->len; i++)
        {
          const char *address = is_called (header, i, "mail") ? get_field (fields, i) : NULL;

          if (address != NULL)
            func (address, get_field (fields, name_column), (guint)count, user_data);
        }
    }
  return TRUE;
}
