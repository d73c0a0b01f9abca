/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of json-c, whose header only those need who look into a value. */
struct json_object;

/**
 * HeedPolicyOutcome:
 * @HEED_POLICY_OUTCOME_EFFECTIVE: it is what counts
 * @HEED_POLICY_OUTCOME_REPLACED: a later file says otherwise
 * @HEED_POLICY_OUTCOME_LOCKED: a lock keeps it from counting
 *
 * What became of a setting.
 */
typedef enum
{
  HEED_POLICY_OUTCOME_EFFECTIVE,
  HEED_POLICY_OUTCOME_REPLACED,
  HEED_POLICY_OUTCOME_LOCKED,
} HeedPolicyOutcome;

/** heed_policy_outcome_get_name: Returns: (transfer none): a word for programs */
const char *heed_policy_outcome_get_name (HeedPolicyOutcome outcome);

/**
 * HeedPolicySetting:
 *
 * What one file says about one key.
 */
typedef struct
{
  char *key;                 /* (owned) */
  char *path;                /* (owned): the file */
  struct json_object *value; /* (owned) */
  gboolean is_users;         /* whether the file is the person's own */
  HeedPolicyOutcome outcome;
} HeedPolicySetting;

/** heed_policy_setting_new: @value: (transfer none). Returns: a setting that counts so far */
HeedPolicySetting *heed_policy_setting_new (const char *key,
                                            const char *path,
                                            struct json_object *value,
                                            gboolean is_users);

void heed_policy_setting_free (HeedPolicySetting *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPolicySetting, heed_policy_setting_free)

G_END_DECLS
