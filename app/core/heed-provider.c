/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-provider.h"

#include "heed-provider-list.h"

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
