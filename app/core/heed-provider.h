/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-domain-set.h"

G_BEGIN_DECLS

/** heed_provider_is_one: Returns: whether mailboxes at @domain are given to anybody, by a large
 * provider; from data/providers.tsv */
gboolean heed_provider_is_one (const HeedDomain *domain);

/** heed_provider_is_in_many_countries: Returns: whether @domain is a provider's, which holds the
 * name under many suffixes */
gboolean heed_provider_is_in_many_countries (const HeedDomain *domain);

/** heed_provider_get_set: Returns: (transfer none): all providers, to be searched */
HeedDomainSet *heed_provider_get_set (void);

G_END_DECLS
