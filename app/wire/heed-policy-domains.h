/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json.h>

#include "heed-policy-builder.h"

G_BEGIN_DECLS

/* The keys of a policy that name domains and addresses. Each sets on @builder what stands in
 * @value, at @path, and adds a #HeedPolicyProblem to @problems for all that is wrong. */

void heed_policy_domains_read_trusted_domains (json_object *value,
                                               const char *path,
                                               HeedPolicyBuilder *builder,
                                               GPtrArray *problems);

void heed_policy_domains_read_trusted_addresses (json_object *value,
                                                 const char *path,
                                                 HeedPolicyBuilder *builder,
                                                 GPtrArray *problems);

void heed_policy_domains_read_watched_suffixes (json_object *value,
                                                const char *path,
                                                HeedPolicyBuilder *builder,
                                                GPtrArray *problems);

void heed_policy_domains_read_watched_addresses (json_object *value,
                                                 const char *path,
                                                 HeedPolicyBuilder *builder,
                                                 GPtrArray *problems);

void heed_policy_domains_read_blocked_domains (json_object *value,
                                               const char *path,
                                               HeedPolicyBuilder *builder,
                                               GPtrArray *problems);

void heed_policy_domains_read_blocked_addresses (json_object *value,
                                                 const char *path,
                                                 HeedPolicyBuilder *builder,
                                                 GPtrArray *problems);

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
