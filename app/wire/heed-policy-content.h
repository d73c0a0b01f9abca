/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json.h>

#include "heed-policy-builder.h"

G_BEGIN_DECLS

/** heed_policy_content_read_rules: sets on @builder the rules that stand in @value, at @path, and
 * adds a #GError to @problems for all that is wrong */
void heed_policy_content_read_rules (json_object *value,
                                     const char *path,
                                     HeedPolicyBuilder *builder,
                                     GPtrArray *problems);

G_END_DECLS
