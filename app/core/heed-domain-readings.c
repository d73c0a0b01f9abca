/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* People slip across dots as much as inside labels: a dot is left out, moves by a letter, becomes a
 * hyphen, swallows the suffix. So what was typed is read in each way in which it could have a name:
 * before its suffix, as it is written and as it looks, its registrable label alone, without its
 * last two labels, and before any suffix that is used, were it not for a dot. Most domains have one
 * reading; each costs a search.
 *
 * Two more slips are more letters than an index takes for one: a key that was held down, and digits
 * of the local part that went to the domain. */

#include "config.h"
#include "heed-domain-readings.h"

#include "heed-lookalike.h"

#include <string.h>

/* Squashed suffixes are as short as "uk" and hardly longer than "corppartnergooglecom". */
#define MIN_SUFFIX 2
#define MAX_SUFFIX 20

/* Makes one byte of each letter, since an index compares bytes: of a letter that is not in ASCII,
 * one that few others have. */
static char *
narrow (const char *text)
{
  GString *narrow = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      g_string_append_c (narrow, (char)(letter < 128 ? letter : 128 + letter * 37 % 128));
    }
  return g_string_free (narrow, FALSE);
}

char *
heed_domain_readings_fold_name (const HeedDomain *domain)
{
  const char *unicode = heed_domain_get_unicode (domain);
  g_autofree char *name = g_strndup (unicode, heed_domain_get_name_length (domain, unicode));
  g_autofree char *folded = heed_lookalike_fold (name);
  g_autofree char *squashed = heed_domain_squash (folded, -1);

  return narrow (squashed);
}

static void
take (GPtrArray *readings, char *name)
{
  for (char *c = name; *c != '\0'; c++)
    *c = heed_lookalike_fold_letter (*c);
  if (*name == '\0' || g_ptr_array_find_with_equal_func (readings, name, g_str_equal, NULL))
    g_free (name);
  else
    g_ptr_array_add (readings, name);
}

/* The name without what a held key added to a letter. */
static void
take_without_run (GPtrArray *readings, const char *name)
{
  GString *shorter = g_string_new (NULL);

  for (gsize i = 0; name[i] != '\0'; i++)
    {
      if (i < 2 || name[i] != name[i - 1] || name[i] != name[i - 2])
        g_string_append_c (shorter, name[i]);
    }
  take (readings, g_string_free (shorter, FALSE));
}

/* What stands before the last @n_labels labels. */
static gsize
get_length_without (const char *text, guint n_labels)
{
  for (gsize i = strlen (text); i > 0; i--)
    {
      if (text[i - 1] == '.' && --n_labels == 0)
        return i - 1;
    }
  return 0;
}

/* The dot before the suffix being lost, any end of the text may be one. */
static void
take_before_suffixes (GPtrArray *readings, const char *squashed, GHashTable *suffixes)
{
  gsize length = strlen (squashed);

  for (gsize end = MIN_SUFFIX; end <= MAX_SUFFIX && end < length; end++)
    {
      if (g_hash_table_contains (suffixes, squashed + length - end))
        take (readings, g_strndup (squashed, length - end));
    }
}

GPtrArray *
heed_domain_readings_list (const HeedDomain *typed, GHashTable *suffixes)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func (g_free);
  const char *ascii = heed_domain_get_ascii (typed);
  const char *registrable = heed_domain_get_registrable (typed);
  g_autofree char *whole = heed_domain_squash (ascii, -1);
  g_autofree char *name =
      heed_domain_squash (ascii, (gssize)heed_domain_get_name_length (typed, ascii));
  gsize n_digits = strspn (name, "0123456789");

  take (readings, g_strdup (name));
  take (readings, heed_domain_readings_fold_name (typed));
  take_without_run (readings, name);
  if (n_digits > 1)
    take (readings, g_strdup (name + n_digits));
  if (registrable != NULL && registrable != ascii)
    {
      gsize own = strcspn (registrable, ".");

      take (readings, heed_domain_squash (registrable, (gssize)own));
      take (readings,
            heed_domain_squash (registrable, (gssize)get_length_without (registrable, 1)));
    }
  take (readings, heed_domain_squash (ascii, (gssize)get_length_without (ascii, 2)));
  take_before_suffixes (readings, whole, suffixes);
  take_before_suffixes (readings, name, suffixes);
  return readings;
}
