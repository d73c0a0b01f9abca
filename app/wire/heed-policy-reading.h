/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-policy-setting.h"
#include "heed-policy.h"

G_BEGIN_DECLS

#define HEED_TYPE_POLICY_READING (heed_policy_reading_get_type ())

/**
 * HeedPolicyReading:
 *
 * The policy that several files make together, with where each key comes from. Immutable,
 * ref-counted.
 */
typedef struct _HeedPolicyReading HeedPolicyReading;

GType heed_policy_reading_get_type (void) G_GNUC_CONST;

/**
 * heed_policy_reading_new:
 * @folders: (element-type HeedPolicyFolder): weakest first
 *
 * Reads the files of each folder in the order of their names. Key by key, a later one takes the
 * place of an earlier one, unless an administrator's file locked the key before. A file with
 * anything wrong is left out as a whole.
 */
HeedPolicyReading *heed_policy_reading_new (GPtrArray *folders);

/** heed_policy_reading_new_from_files: @paths: (array zero-terminated=1): files, weakest first, as
 * an administrator would install them */
HeedPolicyReading *heed_policy_reading_new_from_files (const char *const *paths);

HeedPolicyReading *heed_policy_reading_ref (HeedPolicyReading *self);
void heed_policy_reading_unref (HeedPolicyReading *self);

/** heed_policy_reading_get_policy: Returns: (transfer none): the policy */
HeedPolicy *heed_policy_reading_get_policy (const HeedPolicyReading *self);

/** heed_policy_reading_get_problems: Returns: (transfer none) (element-type GError): all that is
 * wrong with the files, each with its file; empty when all is well */
GPtrArray *heed_policy_reading_get_problems (const HeedPolicyReading *self);

/** heed_policy_reading_is_own_fault: Returns: whether nothing is wrong but with the person's own
 * files, which must not keep an administrator's change from taking effect */
gboolean heed_policy_reading_is_own_fault (const HeedPolicyReading *self);

/** heed_policy_reading_get_notes: Returns: (transfer none) (element-type utf8): what is understood
 * and does not count, such as locks in a file that is the person's own */
GPtrArray *heed_policy_reading_get_notes (const HeedPolicyReading *self);

/** heed_policy_reading_get_settings: Returns: (transfer none) (element-type HeedPolicySetting): all
 * that the files say, in the order of reading */
GPtrArray *heed_policy_reading_get_settings (const HeedPolicyReading *self);

/** heed_policy_reading_find_setting: Returns: (transfer none) (nullable): the one that counts for
 * @key; %NULL where the default does */
const HeedPolicySetting *heed_policy_reading_find_setting (const HeedPolicyReading *self,
                                                           const char *key);

/** heed_policy_reading_get_lock: Returns: (transfer none) (nullable): the file that locked @key */
const char *heed_policy_reading_get_lock (const HeedPolicyReading *self, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPolicyReading, heed_policy_reading_unref)

G_END_DECLS
