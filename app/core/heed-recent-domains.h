/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-domain.h"

G_BEGIN_DECLS

/**
 * heed_recent_domains_find:
 * @typed: what stands after the `@`
 *
 * Safe from any thread.
 *
 * Returns: (transfer full) (nullable): the domain that was made of exactly this text lately
 */
HeedDomain *heed_recent_domains_find (const char *typed);

/**
 * heed_recent_domains_keep:
 * @domain: a domain
 *
 * Keeps it to be found, in place of another one. One whose text is longer than a domain can be is
 * not kept: so some thousand short texts are the most that is held.
 */
void heed_recent_domains_keep (HeedDomain *domain);

G_END_DECLS
