/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json.h>

#include "heed-policy-builder.h"

G_BEGIN_DECLS

/** heed_policy_domains_read_patterns: Returns: (transfer full) (element-type HeedDomainPattern):
 * the domains listed in @value, at @path; a #HeedPolicyProblem is added to @problems for each other
 */
GPtrArray *
heed_policy_domains_read_patterns (json_object *value, const char *path, GPtrArray *problems);

/** heed_policy_domains_read_addresses: Returns: (transfer full) (element-type HeedMailbox): the
 * addresses listed in @value, as for heed_policy_domains_read_patterns() */
GPtrArray *
heed_policy_domains_read_addresses (json_object *value, const char *path, GPtrArray *problems);

/* The keys of a policy that name domains in other ways. Each sets on @builder what stands in
 * @value, at @path, and adds a #HeedPolicyProblem to @problems for all that is wrong. */

void heed_policy_domains_read_known_domains (json_object *value,
                                             const char *path,
                                             HeedPolicyBuilder *builder,
                                             GPtrArray *problems);

void heed_policy_domains_read_organisation (json_object *value,
                                            const char *path,
                                            HeedPolicyBuilder *builder,
                                            GPtrArray *problems);

void heed_policy_domains_read_protected_domains (json_object *value,
                                                 const char *path,
                                                 HeedPolicyBuilder *builder,
                                                 GPtrArray *problems);

G_END_DECLS
