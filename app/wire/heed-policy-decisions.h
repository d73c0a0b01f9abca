/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json.h>

#include "heed-policy-builder.h"

G_BEGIN_DECLS

/* The keys of a policy that are objects of several decisions. Each sets on @builder what stands in
 * @value, at @path, and adds a #HeedPolicyProblem to @problems for all that is wrong. */

void heed_policy_decisions_read_may_override (json_object *value,
                                              const char *path,
                                              HeedPolicyBuilder *builder,
                                              GPtrArray *problems);

void heed_policy_decisions_read_justification (json_object *value,
                                               const char *path,
                                               HeedPolicyBuilder *builder,
                                               GPtrArray *problems);

void heed_policy_decisions_read_severities (json_object *value,
                                            const char *path,
                                            HeedPolicyBuilder *builder,
                                            GPtrArray *problems);

void heed_policy_decisions_read_learn (json_object *value,
                                       const char *path,
                                       HeedPolicyBuilder *builder,
                                       GPtrArray *problems);

void heed_policy_decisions_read_audit (json_object *value,
                                       const char *path,
                                       HeedPolicyBuilder *builder,
                                       GPtrArray *problems);

void heed_policy_decisions_read_support (json_object *value,
                                         const char *path,
                                         HeedPolicyBuilder *builder,
                                         GPtrArray *problems);

G_END_DECLS
