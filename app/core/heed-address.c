/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GMime refuses addresses that people do type and that mail programs do send: `ann@army..mil`, and
 * the `x..y@` that a Japanese provider gave out. And without a word it reads `a@b@c` as `a@b`, and
 * `Ann <ann@army.mil>; eve@example.org` as Ann alone. This finds the address by its brackets, so
 * that the first can be read, and counts what looks like one, so that the others are refused.
 *
 * And a message may have 10,000 recipients, nearly all of which are words, brackets and an @. Those
 * are split here, in a fifth of the time that a parser of all of RFC 5322 needs. */

#include "config.h"
#include "heed-address.h"

#include <string.h>

char *
heed_address_extract (const char *mailbox)
{
  GString *address = g_string_new (NULL);
  gboolean quoted = FALSE;
  guint comments = 0;

  for (const char *c = mailbox; *c != '\0'; c++)
    {
      gboolean escaped = *c == '\\' && c[1] != '\0' && (quoted || comments > 0);

      if (*c == '"' && comments == 0)
        quoted = !quoted;
      else if (*c == '(' && !quoted)
        comments++;
      else if (*c == '<' && !quoted && comments == 0)
        {
          g_string_truncate (address, 0);
          continue;
        }
      else if (*c == '>' && !quoted && comments == 0)
        break;

      if (comments == 0)
        g_string_append_len (address, c, escaped ? 2 : 1);
      else if (*c == ')' && !quoted)
        comments--;
      if (escaped)
        c++;
    }
  return g_strstrip (g_string_free (address, FALSE));
}

/* Where one address ends and another may begin. */
static gboolean
is_separator (char c, gboolean bracketed)
{
  return !bracketed && (c == ',' || c == ';' || c == ':');
}

guint
heed_address_count (const char *text)
{
  const char *opened = NULL; /* the quote or comment that is open */
  guint comments = 0;
  gboolean bracketed = FALSE;
  gboolean named = FALSE; /* whether what precedes was the name of an address in brackets */
  guint total = 0;
  guint ats = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (opened != NULL && *c == '\\' && c[1] != '\0')
        c++;
      else if (comments > 0)
        {
          comments += *c == '(' ? 1 : *c == ')' ? -1 : 0;
          opened = comments > 0 ? opened : NULL;
        }
      else if (*c == '"')
        opened = opened == NULL ? c : NULL;
      else if (opened != NULL)
        continue;
      else if (*c == '(')
        {
          opened = c;
          comments = 1;
        }
      else if (*c == '<' && !named)
        {
          ats = 0;
          bracketed = named = TRUE;
        }
      else if (*c == '>')
        bracketed = FALSE;
      else if (*c == '@')
        ats++;
      else if (is_separator (*c, bracketed))
        {
          total += ats;
          ats = 0;
          named = FALSE;
        }
    }
  for (const char *c = opened; c != NULL; c = strchr (c + 1, '@'))
    ats += *c == '@' ? 1 : 0;
  return total + ats;
}

static const char *
skip_letters (const char *text, const char *marks)
{
  while (g_ascii_isalnum (*text) || (*text != '\0' && strchr (marks, *text) != NULL))
    text++;
  return text;
}

/* Returns: (nullable): what follows the parts that single dots join */
static const char *
skip_parts (const char *text, const char *marks)
{
  for (;;)
    {
      const char *end = skip_letters (text, marks);

      if (end == text)
        return NULL;
      if (*end != '.')
        return end;
      text = end + 1;
    }
}

/* Returns: (nullable): the bracket that follows words with a space after each */
static const char *
skip_words (const char *text)
{
  while (*text != '<')
    {
      const char *end = skip_letters (text, "");

      if (end == text || *end != ' ')
        return NULL;
      text = end + 1;
    }
  return text;
}

gboolean
heed_address_split_plain (const char *mailbox, char **name, char **local, char **domain)
{
  const char *bracket = strchr (mailbox, '<') != NULL ? skip_words (mailbox) : NULL;
  const char *start = bracket != NULL ? bracket + 1 : mailbox;
  const char *at = skip_parts (start, "_+-");
  const char *end = at != NULL && *at == '@' ? skip_parts (at + 1, "-") : NULL;

  if (end == NULL || strcmp (end, bracket != NULL ? ">" : "") != 0)
    return FALSE;
  *name = bracket != NULL && bracket > mailbox ? g_strndup (mailbox, bracket - mailbox - 1) : NULL;
  *local = g_strndup (start, at - start);
  *domain = g_strndup (at + 1, end - at - 1);
  return TRUE;
}
