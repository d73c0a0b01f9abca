/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The next message goes where the last one went, and the thousands of recipients of one message
 * are at few domains. Most of what a mailbox costs is its domain, above all the search of the
 * public suffixes; this makes it a hash and a comparison. Each text has one place, and whoever
 * comes last has it: there is nothing to tidy up. */

#include "config.h"
#include "heed-recent-domains.h"

#include "heed-limits.h"

#include <string.h>

#define N_PLACES 2048

G_LOCK_DEFINE_STATIC (places);
static HeedDomain *places[N_PLACES]; /* (owned) (nullable), under the lock */

static HeedDomain **
get_place (const char *typed)
{
  return &places[g_str_hash (typed) % N_PLACES];
}

HeedDomain *
heed_recent_domains_find (const char *typed)
{
  HeedDomain *found = NULL;
  HeedDomain **place = get_place (typed);

  G_LOCK (places);
  if (*place != NULL && g_str_equal (heed_domain_get_typed (*place), typed))
    found = heed_domain_ref (*place);
  G_UNLOCK (places);
  return found;
}

void
heed_recent_domains_keep (HeedDomain *domain)
{
  const char *typed = heed_domain_get_typed (domain);
  HeedDomain **place = get_place (typed);
  HeedDomain *former;

  if (strlen (typed) > HEED_LIMIT_DOMAIN_CHARACTERS)
    return;
  G_LOCK (places);
  former = *place;
  *place = heed_domain_ref (domain);
  G_UNLOCK (places);
  g_clear_pointer (&former, heed_domain_unref);
}
