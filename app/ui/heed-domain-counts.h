/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-correspondent.h"

G_BEGIN_DECLS

/**
 * HeedDomainCount:
 * @domain: (owned): in ASCII
 * @count: how many messages went there
 *
 * One domain that a person writes to.
 */
typedef struct
{
  char *domain;
  guint64 count;
} HeedDomainCount;

void heed_domain_count_free (HeedDomainCount *self);

/**
 * heed_domain_count_list:
 * @correspondents: (element-type HeedCorrespondent): in no order
 *
 * Returns: (transfer full) (element-type HeedDomainCount): their domains, the most written to
 *   first, then by name
 */
GPtrArray *heed_domain_count_list (GPtrArray *correspondents);

G_END_DECLS
