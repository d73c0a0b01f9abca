/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GMime refuses addresses that people do type and that mail programs do send: `ann@army..mil`, and
 * the `x..y@` that a Japanese provider gave out. And it reads `a@b@c` as `a@b` without a word. This
 * finds the address by its brackets alone, so that the first can be read and the second refused. */

#include "config.h"
#include "heed-address.h"

char *
heed_address_extract (const char *mailbox, guint *n_ats)
{
  GString *address = g_string_new (NULL);
  gboolean quoted = FALSE;
  guint comments = 0;
  guint ats = 0;

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
          ats = 0;
          continue;
        }
      else if (*c == '>' && !quoted && comments == 0)
        break;
      else if (*c == '@' && !quoted && comments == 0)
        ats++;

      if (comments == 0)
        g_string_append_len (address, c, escaped ? 2 : 1);
      else if (*c == ')' && !quoted)
        comments--;
      if (escaped)
        c++;
    }
  *n_ats = ats;
  return g_strstrip (g_string_free (address, FALSE));
}
