/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-domain.h"

G_BEGIN_DECLS

/**
 * HeedDomainSet:
 *
 * Domains, each with a number counted from 0, looked up exactly or by what is near. Not
 * thread-safe.
 */
typedef struct _HeedDomainSet HeedDomainSet;

HeedDomainSet *heed_domain_set_new (void);
void heed_domain_set_free (HeedDomainSet *self);

/** heed_domain_set_add: Returns: the number of the domain, a new one if it was not there */
guint32 heed_domain_set_add (HeedDomainSet *self, const HeedDomain *domain);

/** heed_domain_set_find: @ascii: a normalised domain in ASCII. Returns: whether it is there, and
 * then its number in @id */
gboolean heed_domain_set_find (const HeedDomainSet *self, const char *ascii, guint32 *id);

/** heed_domain_set_get_ascii: Returns: (transfer none): the domain of that number */
const char *heed_domain_set_get_ascii (const HeedDomainSet *self, guint32 id);

guint heed_domain_set_get_size (const HeedDomainSet *self);

/**
 * heed_domain_set_search:
 * @self: a set
 * @typed: what was typed
 * @limit: how many names it compares at most, but for the up to 512 that wait to be filed
 * @ids: (element-type guint32): the numbers of domains that may have been meant, each once; what
 *   was there is replaced; where they are more than %HEED_LIMIT_CANDIDATES, the nearest
 *
 * Looks at names without their suffix, dots and hyphens, as they are written and as they look. What
 * comes back shares no more than a likeness; how likely a slip is, is for others to say.
 *
 * Returns: how many names it compared, of those that are filed
 */
guint
heed_domain_set_search (HeedDomainSet *self, const HeedDomain *typed, guint limit, GArray *ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedDomainSet, heed_domain_set_free)

G_END_DECLS
