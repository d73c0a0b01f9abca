/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json.h>

#include "heed-policy-builder.h"

G_BEGIN_DECLS

/**
 * heed_policy_keys_read:
 * @policy: what a policy file holds
 * @builder: what the keys say is set here
 * @problems: (element-type GError): all that is wrong is added here, each with its JSON path
 */
void heed_policy_keys_read (json_object *policy, HeedPolicyBuilder *builder, GPtrArray *problems);

G_END_DECLS
