/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heedctl-words.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "heed-error.h"

#define COLUMNS 80

static int
count_columns (const char *word)
{
  int columns = 0;

  for (const char *c = word; *c != '\0'; c = g_utf8_next_char (c))
    columns += g_unichar_iszerowidth (g_utf8_get_char (c)) ? 0
               : g_unichar_iswide (g_utf8_get_char (c))    ? 2
                                                           : 1;
  return columns;
}

/* Breaks a paragraph between words. */
static char *
wrap (const char *paragraph)
{
  g_auto (GStrv) words = g_strsplit (paragraph, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  int column = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int columns = count_columns (words[i]);

      if (column > 0 && column + 1 + columns > COLUMNS)
        {
          g_string_append_c (text, '\n');
          column = 0;
        }
      else if (column > 0)
        {
          g_string_append_c (text, ' ');
          column++;
        }
      g_string_append (text, words[i]);
      column += columns;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

GOptionContext *
heedctl_words_new_context (const char *usage,
                           const char *summary,
                           const char *status,
                           const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (usage);
  g_autofree char *wrapped_summary = wrap (summary);
  g_autofree char *wrapped_status = status != NULL ? wrap (status) : NULL;

  g_option_context_set_summary (context, wrapped_summary);
  g_option_context_set_description (context, wrapped_status);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

gboolean
heedctl_words_to_utf8 (char **word, GError **error)
{
  char *converted;

  if (*word == NULL || g_utf8_validate (*word, -1, NULL))
    return TRUE;
  converted = g_locale_to_utf8 (*word, -1, NULL, NULL, NULL);
  if (converted == NULL)
    {
      g_autofree char *shown = g_utf8_make_valid (*word, -1);

      g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                   /* Translators: %s is what was typed, as far as it can be shown. */
                   _ ("“%s” is not text in UTF-8, nor in the encoding of the locale."), shown);
      return FALSE;
    }
  g_free (*word);
  *word = converted;
  return TRUE;
}

gboolean
heedctl_words_all_to_utf8 (char **words, GError **error)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (!heedctl_words_to_utf8 (&words[i], error))
        return FALSE;
    }
  return TRUE;
}

char *
heedctl_words_ask (const char *question)
{
  char *line = NULL;
  size_t size = 0;
  char *answer = NULL;

  if (!isatty (STDIN_FILENO))
    return NULL;
  g_printerr ("%s", question);
  if (getline (&line, &size, stdin) > 0)
    answer = g_strdup (g_strchomp (line));
  free (line);
  return answer;
}

gboolean
heedctl_words_read_format (const char *format, gboolean *as_json, GError **error)
{
  *as_json = g_strcmp0 (format, "json") == 0;
  if (format == NULL || *as_json || g_str_equal (format, "text"))
    return TRUE;
  g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
               /* Translators: %s is what was typed. */
               _ ("--format is “text” or “json”, not “%s”."), format);
  return FALSE;
}

gboolean
heedctl_words_read_number (const char *option, const char *word, int *number, GError **error)
{
  gint64 value;

  if (word == NULL)
    return TRUE;
  if (!g_ascii_string_to_signed (word, 10, 0, G_MAXINT, &value, NULL))
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                   /* Translators: an option such as --days, and what was typed after it. */
                   _ ("%s takes a whole number, 0 or more, not “%s”."), option, word);
      return FALSE;
    }
  *number = (int)value;
  return TRUE;
}

void
heedctl_words_refuse (const char *word, GError **error)
{
  g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
               /* Translators: what was typed, and a command such as “heedctl history”. */
               _ ("“%s” is not expected here. “%s --help” says what is."), word, g_get_prgname ());
}
