/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-provider.h"

#include "heed-provider-list.h"

#include <string.h>

/* Suffixes under which a provider has mailboxes in many countries. */
#define MANY_SUFFIXES 3

HeedDomainSet *
heed_provider_get_set (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      HeedDomainSet *set = heed_domain_set_new ();

      for (gsize i = 0; i < G_N_ELEMENTS (heed_provider_list); i++)
        {
          g_autoptr (HeedDomain) domain = heed_domain_new (heed_provider_list[i], NULL);

          heed_domain_set_add (set, domain);
        }
      g_once_init_leave (&once, (gsize)set);
    }
  return (HeedDomainSet *)once;
}

gboolean
heed_provider_is_one (const HeedDomain *domain)
{
  guint32 id;

  return heed_domain_set_find (heed_provider_get_set (), heed_domain_get_ascii (domain), &id);
}

/* How many domains of the list begin with each label. */
static GHashTable *
get_names (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

      for (gsize i = 0; i < G_N_ELEMENTS (heed_provider_list); i++)
        {
          const char *domain = heed_provider_list[i];
          g_autofree char *start = g_strndup (domain, strcspn (domain, "."));
          const char *name = g_intern_string (start);
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (names, name));

          g_hash_table_insert (names, (gpointer)name, GUINT_TO_POINTER (count + 1));
        }
      g_once_init_leave (&once, (gsize)names);
    }
  return (GHashTable *)once;
}

gboolean
heed_provider_is_in_many_countries (const HeedDomain *domain)
{
  const char *ascii = heed_domain_get_ascii (domain);
  g_autofree char *name = g_strndup (ascii, strcspn (ascii, "."));

  return heed_provider_is_one (domain) &&
         GPOINTER_TO_UINT (g_hash_table_lookup (get_names (), name)) >= MANY_SUFFIXES;
}
