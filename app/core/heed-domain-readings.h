/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-domain.h"

G_BEGIN_DECLS

/**
 * heed_domain_readings_fold_name:
 * @domain: a domain
 *
 * Returns: (transfer full): its name as it looks, without dots and hyphens, a byte for each letter;
 *   text only where all of it is ASCII
 */
char *heed_domain_readings_fold_name (const HeedDomain *domain);

/**
 * heed_domain_readings_list:
 * @typed: a domain as it was typed
 * @suffixes: (element-type utf8): a set of suffixes without dots and hyphens
 *
 * Returns: (transfer full) (element-type utf8): each name that it can be read to have, without dots
 *   and hyphens; of those that differ by letters that look alike, one
 */
GPtrArray *heed_domain_readings_list (const HeedDomain *typed, GHashTable *suffixes);

G_END_DECLS
