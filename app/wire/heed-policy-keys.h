/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json.h>

#include "heed-policy-builder.h"

G_BEGIN_DECLS

/* The key that names other keys: what later files say about those does not count. */
#define HEED_POLICY_KEY_LOCKED "locked"

/* Where the JSON Schema is that an editor completes from; nothing here reads it. */
#define HEED_POLICY_KEY_SCHEMA "$schema"

/**
 * heed_policy_keys_check:
 * @policy: what a policy file holds
 * @problems: (element-type HeedPolicyProblem): all that is wrong is added here
 */
void heed_policy_keys_check (json_object *policy, GPtrArray *problems);

/** heed_policy_keys_set: sets on @builder what @value says about the key @name; both are from a
 * policy that heed_policy_keys_check() found nothing wrong with */
void heed_policy_keys_set (const char *name, json_object *value, HeedPolicyBuilder *builder);

/** heed_policy_keys_has: Returns: whether @name is a key that sets something, which `locked` does
 * not */
gboolean heed_policy_keys_has (const char *name);

/** heed_policy_keys_count: Returns: how many keys set something */
guint heed_policy_keys_count (void);

/** heed_policy_keys_get_name: Returns: (transfer none): the key at @index, in alphabetical order */
const char *heed_policy_keys_get_name (guint index);

/** heed_policy_keys_get_default: Returns: (transfer none): JSON of what counts for the key at
 * @index where no file says anything */
const char *heed_policy_keys_get_default (guint index);

G_END_DECLS
