/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Of a vCard (RFC 2426, RFC 6350) only two properties matter here, FN and EMAIL, so what is read is
 * its lines: unfolded, without group and parameters, with their escapes undone. CSV is as RFC 4180
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

static char *
unescape_vcard (const char *value)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (; *value != '\0'; value++)
    {
      if (*value == '\\' && value[1] != '\0')
        value++;
      g_string_append_c (plain, *value);
    }
  return g_strstrip (g_string_free (g_steal_pointer (&plain), FALSE));
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

static void
end_vcard (GPtrArray *addresses, const char *name, HeedAddressFunc func, gpointer user_data)
{
  for (guint i = 0; i < addresses->len; i++)
    func (addresses->pdata[i], name, 1, user_data);
  g_ptr_array_set_size (addresses, 0);
}

void
heed_address_book_read_vcards (const char *text, HeedAddressFunc func, gpointer user_data)
{
  g_autoptr (GPtrArray) addresses = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = NULL;

  while (*text != '\0')
    {
      g_autofree char *line = take_vcard_line (&text);
      const char *email = get_vcard_value (line, "EMAIL");
      const char *full_name = get_vcard_value (line, "FN");

      if (email != NULL)
        g_ptr_array_add (addresses, unescape_vcard (email));
      if (full_name != NULL)
        {
          g_free (name);
          name = unescape_vcard (full_name);
        }
      if (get_vcard_value (line, "END") != NULL)
        {
          end_vcard (addresses, name, func, user_data);
          g_clear_pointer (&name, g_free);
        }
    }
  end_vcard (addresses, name, func, user_data);
}

static char
find_separator (const char *text)
{
  gsize n = strcspn (text, "\r\n,;\t");

  return text[n] == ';' || text[n] == '\t' ? text[n] : ',';
}

/* Returns: (transfer full): the next field; moves @text to what ended it */
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
  *text = next;
  return g_strstrip (g_string_free (g_steal_pointer (&field), FALSE));
}

/* Returns: (transfer full) (element-type utf8): the fields of the next line; moves @text behind it
 */
static GPtrArray *
take_csv_line (const char **text, char separator)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      g_ptr_array_add (fields, take_csv_field (text, separator));
      if (**text != separator)
        break;
      (*text)++;
    }
  *text += **text == '\r' ? 1 : 0;
  *text += **text == '\n' ? 1 : 0;
  return fields;
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
  char separator = find_separator (text);
  g_autoptr (GPtrArray) header = take_csv_line (&text, separator);
  guint name_column = find_column (header, "name");
  guint count_column = find_column (header, "count");
  gboolean any = FALSE;

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
      g_autoptr (GPtrArray) fields = take_csv_line (&text, separator);
      const char *count_text = get_field (fields, count_column);
      guint64 count = 1;

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
