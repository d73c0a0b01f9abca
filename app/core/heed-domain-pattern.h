/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-domain.h"

G_BEGIN_DECLS

#define HEED_TYPE_DOMAIN_PATTERN (heed_domain_pattern_get_type ())

/**
 * HeedDomainPattern:
 *
 * Domains as a policy names them: `army.mil` is this domain and all below it, `*.mil` only what is
 * below it. Immutable, ref-counted.
 */
typedef struct _HeedDomainPattern HeedDomainPattern;

GType heed_domain_pattern_get_type (void) G_GNUC_CONST;

/**
 * heed_domain_pattern_new:
 * @text: a domain in either IDN form, or `*.` and a domain
 * @error: return location for an error
 *
 * Stricter than heed_domain_new(): whoever writes a policy means each character. Nothing is dropped
 * or folded but case, Unicode form and IDN form, and an IP literal is no pattern.
 *
 * Returns: (transfer full): the pattern, or %NULL with %HEED_ERROR_INVALID_ARGUMENT
 */
HeedDomainPattern *heed_domain_pattern_new (const char *text, GError **error);

HeedDomainPattern *heed_domain_pattern_ref (HeedDomainPattern *self);
void heed_domain_pattern_unref (HeedDomainPattern *self);

/** heed_domain_pattern_get_domain: Returns: (transfer none): the fixed part: `mil` of `*.mil` */
HeedDomain *heed_domain_pattern_get_domain (const HeedDomainPattern *self);

/** heed_domain_pattern_is_wildcard: Returns: whether the fixed part itself is not meant */
gboolean heed_domain_pattern_is_wildcard (const HeedDomainPattern *self);

/** heed_domain_pattern_matches: Returns: whether @domain is meant; only whole labels count, so
 * `*.mil` never means `example.smil` */
gboolean heed_domain_pattern_matches (const HeedDomainPattern *self, const HeedDomain *domain);

/**
 * heed_domain_pattern_complete:
 * @self: a pattern
 * @typed: a domain that does not match it
 *
 * Gives what would match a wildcard in place of @typed, where one slip leads from the pattern's end
 * to that of @typed: `army.mil` for `army.ml` and `*.mil`, `mod.gov.uk` for `mod-gov.uk` and
 * `*.gov.uk`.
 *
 * Returns: (transfer full) (nullable): the domain; %NULL where there is no such slip
 */
HeedDomain *heed_domain_pattern_complete (const HeedDomainPattern *self, const HeedDomain *typed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedDomainPattern, heed_domain_pattern_unref)

G_END_DECLS
