/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-justification.h"

/* A reason has at least so many letters; a full stop typed to get past the question has none. */
#define LEAST_LETTERS 3

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    n += g_unichar_isalnum (g_utf8_get_char (c)) ? 1 : 0;
  return n;
}

gboolean
heed_justification_says_anything (const char *text)
{
  return count_letters (text) >= LEAST_LETTERS;
}

static gboolean
is_listed (const HeedPolicy *policy, const char *text)
{
  GPtrArray *reasons = heed_policy_get_justifications (policy);

  for (guint i = 0; i < reasons->len; i++)
    {
      if (g_str_equal (heed_local_text_get (reasons->pdata[i]), text))
        return TRUE;
    }
  return FALSE;
}

char *
heed_justification_accept (const HeedPolicy *policy, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (is_listed (policy, stripped))
    return g_steal_pointer (&stripped);
  if (!heed_policy_may_type_justification (policy) ||
      !heed_justification_says_anything (stripped) ||
      g_utf8_strlen (stripped, -1) > HEED_JUSTIFICATION_CHARACTERS)
    return NULL;
  return g_steal_pointer (&stripped);
}
