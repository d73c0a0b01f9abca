/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-domain-patterns.h"

#include <string.h>

struct _HeedDomainPatterns
{
  GPtrArray *all;        /* (owned) (element-type HeedDomainPattern) */
  GHashTable *whole;     /* (owned) (element-type utf8 HeedDomainPattern): by the fixed part */
  GHashTable *wildcards; /* (owned) (element-type utf8 HeedDomainPattern): by the fixed part */
};

HeedDomainPatterns *
heed_domain_patterns_new (GPtrArray *patterns)
{
  HeedDomainPatterns *self = g_new0 (HeedDomainPatterns, 1);

  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_domain_pattern_unref);
  self->whole = g_hash_table_new (g_str_hash, g_str_equal);
  self->wildcards = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < patterns->len; i++)
    {
      HeedDomainPattern *pattern = heed_domain_pattern_ref (patterns->pdata[i]);
      GHashTable *table = heed_domain_pattern_is_wildcard (pattern) ? self->wildcards : self->whole;

      g_ptr_array_add (self->all, pattern);
      g_hash_table_insert (table,
                           (gpointer)heed_domain_get_ascii (
                               heed_domain_pattern_get_domain (pattern)),
                           pattern);
    }
  return self;
}

void
heed_domain_patterns_free (HeedDomainPatterns *self)
{
  g_hash_table_unref (self->whole);
  g_hash_table_unref (self->wildcards);
  g_ptr_array_unref (self->all);
  g_free (self);
}

GPtrArray *
heed_domain_patterns_get_all (const HeedDomainPatterns *self)
{
  return self->all;
}

HeedDomainPattern *
heed_domain_patterns_find (const HeedDomainPatterns *self, const HeedDomain *domain)
{
  const char *name = heed_domain_get_ascii (domain);
  HeedDomainPattern *found = NULL;

  if (self->all->len == 0)
    return NULL;
  found = g_hash_table_lookup (self->whole, name);
  while (found == NULL && (name = strchr (name, '.')) != NULL)
    {
      name++;
      found = g_hash_table_lookup (self->wildcards, name);
      if (found == NULL)
        found = g_hash_table_lookup (self->whole, name);
    }
  return found;
}
