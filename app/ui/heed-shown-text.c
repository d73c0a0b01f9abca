/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-shown-text.h"

#include <glib/gi18n-lib.h>

#define SENTENCE_CHARACTERS 2000
#define MARKS_IN_A_ROW 3

#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"

static gboolean
is_isolate (gunichar character)
{
  return character >= 0x2066 && character <= 0x2069;
}

static gboolean
is_joiner (gunichar character)
{
  return character == 0x200c || character == 0x200d;
}

/* Persian, Indic scripts and emoji need joiners; between Latin letters they only hide something. */
static gboolean
is_joinable (gunichar character)
{
  return character >= 0x250 && (g_unichar_isalpha (character) || g_unichar_ismark (character) ||
                                g_unichar_type (character) == G_UNICODE_OTHER_SYMBOL);
}

static gboolean
is_hidden (gunichar character)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return TRUE;
    case G_UNICODE_SPACE_SEPARATOR:
      return character != ' ' && character != 0xa0 && character != 0x202f;
    default:
      return g_unichar_iszerowidth (character) && !g_unichar_ismark (character);
    }
}

static char *
escape (const char *outside, gsize limit, gboolean keep_isolates)
{
  g_autofree char *valid = g_utf8_make_valid (outside, -1);
  g_autoptr (GString) shown = g_string_new (NULL);
  gunichar previous = 0;
  gsize n = 0;
  guint marks = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (n++ == limit)
        {
          g_string_append (shown, "…");
          break;
        }
      marks = g_unichar_ismark (character) ? marks + 1 : 0;
      if ((keep_isolates && is_isolate (character)) ||
          (is_joiner (character) && is_joinable (previous)) || !is_hidden (character))
        {
          if (marks <= MARKS_IN_A_ROW)
            g_string_append_unichar (shown, character);
        }
      else
        g_string_append_printf (shown, "[U+%04X]", character);
      previous = character;
    }
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

char *
heed_shown_text_escape (const char *outside)
{
  return escape (outside, HEED_SHOWN_TEXT_CHARACTERS, FALSE);
}

char *
heed_shown_text_isolate (const char *outside)
{
  g_autofree char *escaped = heed_shown_text_escape (outside);

  return g_strconcat (FIRST_STRONG_ISOLATE, escaped, POP_ISOLATE, NULL);
}

char *
heed_shown_text_sentence (const char *sentence)
{
  return escape (sentence, SENTENCE_CHARACTERS, TRUE);
}

char *
heed_shown_text_lines (const char *lines)
{
  g_auto (GStrv) parts = g_strsplit (lines, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = g_steal_pointer (&parts[i]);

      parts[i] = heed_shown_text_sentence (part);
    }
  return g_strjoinv ("\n", parts);
}

char *
heed_shown_text_reason (const char *heading, const char *text)
{
  g_autofree char *both = NULL;

  if (*heading == '\0' || g_str_equal (heading, text))
    return heed_shown_text_sentence (text);
  /* Translators: the first %s is a sentence without its full stop, the second one with it. */
  both = g_strdup_printf (_ ("%s. %s"), heading, text);
  return heed_shown_text_sentence (both);
}

char *
heed_shown_text_speak (const char *shown)
{
  g_autoptr (GString) spoken = g_string_new (NULL);

  for (const char *p = shown; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!is_isolate (character))
        g_string_append_unichar (spoken, character);
    }
  return g_string_free (g_steal_pointer (&spoken), FALSE);
}
