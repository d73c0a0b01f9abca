/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-domain-counts.h"

#include <string.h>

void
heed_domain_count_free (HeedDomainCount *self)
{
  g_free (self->domain);
  g_free (self);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const HeedDomainCount *one = *(const HeedDomainCount *const *)a;
  const HeedDomainCount *other = *(const HeedDomainCount *const *)b;

  if (one->count != other->count)
    return one->count > other->count ? -1 : 1;
  return strcmp (one->domain, other->domain);
}

GPtrArray *
heed_domain_count_list (GPtrArray *correspondents)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_domain_count_free);
  g_autoptr (GHashTable) by_domain = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < correspondents->len; i++)
    {
      const HeedCorrespondent *one = correspondents->pdata[i];
      const char *at = strrchr (heed_correspondent_get_address (one), '@');
      HeedDomainCount *count = at != NULL ? g_hash_table_lookup (by_domain, at + 1) : NULL;

      if (at == NULL)
        continue;
      if (count == NULL)
        {
          count = g_new0 (HeedDomainCount, 1);
          count->domain = g_strdup (at + 1);
          g_ptr_array_add (counts, count);
          g_hash_table_insert (by_domain, count->domain, count);
        }
      count->count += heed_correspondent_get_count (one);
    }
  g_ptr_array_sort (counts, compare_counts);
  return counts;
}
