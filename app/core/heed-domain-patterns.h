/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-domain-pattern.h"

G_BEGIN_DECLS

/**
 * HeedDomainPatterns:
 *
 * Many patterns, looked up in a time that does not grow with their number. Immutable.
 */
typedef struct _HeedDomainPatterns HeedDomainPatterns;

/** heed_domain_patterns_new: @patterns: (element-type HeedDomainPattern): referenced */
HeedDomainPatterns *heed_domain_patterns_new (GPtrArray *patterns);
void heed_domain_patterns_free (HeedDomainPatterns *self);

/** heed_domain_patterns_get_all: Returns: (transfer none) (element-type HeedDomainPattern): in the
 * order given */
GPtrArray *heed_domain_patterns_get_all (const HeedDomainPatterns *self);

/** heed_domain_patterns_find: Returns: (transfer none) (nullable): the most specific pattern that
 * means @domain */
HeedDomainPattern *heed_domain_patterns_find (const HeedDomainPatterns *self,
                                              const HeedDomain *domain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedDomainPatterns, heed_domain_patterns_free)

G_END_DECLS
