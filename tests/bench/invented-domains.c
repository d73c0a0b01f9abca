/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Domains that nobody has, but that look as those do that people write to: one or two words of
 * syllables, four to twenty letters with eleven in the middle, one in eight with a hyphen or a
 * digit, one in twelve with a host before it, and suffixes in about the shares of the real ones. */

#include "config.h"
#include "invented-domains.h"

#include <string.h>

#define SEED 20261125

static const char *const onsets[] = { "b", "br", "c",  "ch", "d",  "dr", "f", "fl", "g",  "gr",
                                      "h", "j",  "k",  "l",  "m",  "n",  "p", "pr", "qu", "r",
                                      "s", "st", "sh", "t",  "tr", "v",  "w", "z",  "sc", "pl" };
static const char *const nuclei[] = {
  "a", "e", "i", "o", "u", "a", "e", "o", "ea", "ai", "ou", "ie"
};
static const char *const codas[] = { "",  "",  "",  "",   "n",  "r",  "s",
                                     "l", "t", "m", "ck", "rd", "nt", "ng" };
static const char *const hosts[] = { "mail", "cs", "lists", "it", "uk", "support" };

/* Doubled entries are the frequent ones. */
static const char *const suffixes[] = { "com", "com", "com",  "com",   "com",    "com",    "com",
                                        "com", "org", "org",  "net",   "net",    "de",     "de",
                                        "edu", "fr",  "nl",   "co.uk", "ac.uk",  "it",     "ch",
                                        "eu",  "pl",  "ca",   "es",    "com.au", "com.br", "co.jp",
                                        "io",  "se",  "info", "us" };

static const char *
choose (GRand *chance, const char *const *from, gsize n)
{
  return from[g_rand_int_range (chance, 0, (gint32)n)];
}

static void
append_word (GString *text, GRand *chance)
{
  gint32 n_syllables = g_rand_int_range (chance, 1, 4);

  for (gint32 i = 0; i < n_syllables; i++)
    {
      g_string_append (text, choose (chance, onsets, G_N_ELEMENTS (onsets)));
      g_string_append (text, choose (chance, nuclei, G_N_ELEMENTS (nuclei)));
    }
  g_string_append (text, choose (chance, codas, G_N_ELEMENTS (codas)));
}

char *
invented_domains_make (GRand *chance)
{
  GString *text = g_string_new (NULL);
  gsize start;

  if (g_rand_int_range (chance, 0, 12) == 0)
    g_string_printf (text, "%s.", choose (chance, hosts, G_N_ELEMENTS (hosts)));
  start = text->len;
  append_word (text, chance);
  if (g_rand_int_range (chance, 0, 16) == 0)
    g_string_append_c (text, '-');
  if (text->len < start + 5 || g_rand_boolean (chance))
    append_word (text, chance);
  if (g_rand_int_range (chance, 0, 16) == 0)
    g_string_append_printf (text, "%d", g_rand_int_range (chance, 1, 100));
  g_string_append_printf (text, ".%s", choose (chance, suffixes, G_N_ELEMENTS (suffixes)));
  return g_string_free (text, FALSE);
}

GPtrArray *
invented_domains_new (guint n)
{
  GPtrArray *domains = g_ptr_array_new_full (n, g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GRand) chance = g_rand_new_with_seed (SEED);

  while (domains->len < n)
    {
      g_autofree char *domain = invented_domains_make (chance);

      if (g_hash_table_contains (seen, domain))
        continue;
      g_hash_table_add (seen, domain);
      g_ptr_array_add (domains, g_steal_pointer (&domain));
    }
  return domains;
}

char *
invented_domains_slip (GRand *chance, const char *domain)
{
  gint32 length = (gint32)strcspn (domain, ".");
  gint32 at = g_rand_int_range (chance, 1, length);
  GString *slip = g_string_new (domain);

  switch (g_rand_int_range (chance, 0, 3))
    {
    case 0:
      g_string_erase (slip, at, 1);
      break;
    case 1:
      g_string_insert_c (slip, at, domain[at]);
      break;
    default:
      slip->str[at - 1] = domain[at];
      slip->str[at] = domain[at - 1];
      break;
    }
  return g_string_free (slip, FALSE);
}

GPtrArray *
invented_domains_new_near (const char *domain, guint n)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  GPtrArray *domains = g_ptr_array_new_full (n, g_free);
  gsize length = strcspn (domain, ".");

  for (gsize first = 0; first < length; first++)
    {
      for (gsize second = first + 1; second < length; second++)
        {
          for (gsize change = 0; change < 36 * 36 && domains->len < n; change++)
            {
              char *near = g_strdup (domain);

              near[first] = letters[change / 36];
              near[second] = letters[change % 36];
              if (near[first] == domain[first] || near[second] == domain[second])
                g_free (near);
              else
                g_ptr_array_add (domains, near);
            }
        }
    }
  return domains;
}
