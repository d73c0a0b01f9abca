/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heedctl-output.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define JSON_FLAGS (JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE)

char *
heedctl_output_escape (const char *text)
{
  GString *shown = g_string_new (NULL);
  gboolean has_all = g_get_charset (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isprint (c) && g_unichar_type (c) != G_UNICODE_FORMAT && (has_all || c < 128))
        g_string_append_unichar (shown, c);
      else
        g_string_append_printf (shown, "\\u{%04x}", c);
    }
  return g_string_free (shown, FALSE);
}

static gboolean
has_colours (void)
{
  const char *no_color = g_getenv ("NO_COLOR");
  const char *terminal = g_getenv ("TERM");

  return (no_color == NULL || *no_color == '\0') && isatty (STDOUT_FILENO) && terminal != NULL &&
         !g_str_equal (terminal, "dumb");
}

char *
heedctl_output_paint (HeedSeverity severity, const char *text)
{
  /* Of the colours that every terminal has (ECMA-48, SGR): green, cyan, yellow, red, red and bold.
   */
  static const char *const colours[HEED_N_SEVERITIES] = {
    [HEED_SEVERITY_CLEAR] = "32",  [HEED_SEVERITY_NOTICE] = "36",    [HEED_SEVERITY_CAUTION] = "33",
    [HEED_SEVERITY_DANGER] = "31", [HEED_SEVERITY_BLOCKED] = "1;31",
  };

  if (!has_colours ())
    return g_strdup (text);
  return g_strdup_printf ("\033[%sm%s\033[0m", colours[severity], text);
}

/* g_print() would convert it to the locale. */
void
heedctl_output_line (const char *line)
{
  puts (line);
}

void
heedctl_output_json (json_object *value)
{
  heedctl_output_line (json_object_to_json_string_ext (value, JSON_FLAGS));
}
