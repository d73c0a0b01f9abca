/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * invented_domains_new:
 * @n: how many
 *
 * Returns: (transfer full) (element-type utf8): that many different domains, the same at each call;
 *   a shorter list is the start of a longer one
 */
GPtrArray *invented_domains_new (guint n);

/** invented_domains_make: Returns: (transfer full): one more domain, which may be there already */
char *invented_domains_make (GRand *chance);

/** invented_domains_slip: Returns: (transfer full): @domain with one letter of its name mistyped */
char *invented_domains_slip (GRand *chance, const char *domain);

/** invented_domains_new_near: Returns: (transfer full) (element-type utf8): that many different
 * domains of one length, of which each has two letters that @domain has not */
GPtrArray *invented_domains_new_near (const char *domain, guint n);

G_END_DECLS
