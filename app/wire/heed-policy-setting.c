/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-policy-setting.h"

#include <json.h>

static const char *const outcome_names[] = {
  [HEED_POLICY_OUTCOME_EFFECTIVE] = "effective",
  [HEED_POLICY_OUTCOME_REPLACED] = "replaced",
  [HEED_POLICY_OUTCOME_LOCKED] = "locked",
};

const char *
heed_policy_outcome_get_name (HeedPolicyOutcome outcome)
{
  g_return_val_if_fail ((guint)outcome < G_N_ELEMENTS (outcome_names), NULL);
  return outcome_names[outcome];
}

HeedPolicySetting *
heed_policy_setting_new (const char *key, const char *path, json_object *value, gboolean is_users)
{
  HeedPolicySetting *self = g_new0 (HeedPolicySetting, 1);

  self->key = g_strdup (key);
  self->path = g_strdup (path);
  self->value = json_object_get (value);
  self->is_users = is_users;
  return self;
}

void
heed_policy_setting_free (HeedPolicySetting *self)
{
  g_free (self->key);
  g_free (self->path);
  json_object_put (self->value);
  g_free (self);
}
