/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-history.h"
#include "heed-policy-watch.h"

G_BEGIN_DECLS

#define HEED_TYPE_DOMAINS_PAGE (heed_domains_page_get_type ())

/**
 * HeedDomainsPage:
 *
 * What Heed compares with: the organisation's own domains, those that its policy protects and
 * trusts, and those that the person writes to. Looks anew each time that it is shown.
 */
G_DECLARE_FINAL_TYPE (HeedDomainsPage, heed_domains_page, HEED, DOMAINS_PAGE, AdwBin)

/** heed_domains_page_set_sources: where the domains come from; to be called once */
void
heed_domains_page_set_sources (HeedDomainsPage *self, HeedHistory *history, HeedPolicyWatch *watch);

G_END_DECLS
