/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-domain.h"

G_BEGIN_DECLS

/**
 * HeedMode:
 * @HEED_MODE_ENFORCE: windows open
 * @HEED_MODE_OBSERVE: nothing is asked; what would have happened is recorded
 */
typedef enum
{
  HEED_MODE_ENFORCE,
  HEED_MODE_OBSERVE,
} HeedMode;

#define HEED_TYPE_POLICY (heed_policy_get_type ())

/**
 * HeedPolicy:
 *
 * What the organisation decided. Immutable, ref-counted, made by a #HeedPolicyBuilder. An empty one
 * is valid.
 */
typedef struct _HeedPolicy HeedPolicy;

GType heed_policy_get_type (void) G_GNUC_CONST;

/** heed_policy_new_default: Returns: (transfer full): the policy where nobody made one */
HeedPolicy *heed_policy_new_default (void);

HeedPolicy *heed_policy_ref (HeedPolicy *self);
void heed_policy_unref (HeedPolicy *self);

HeedMode heed_policy_get_mode (const HeedPolicy *self);

/** heed_policy_is_managed: Returns: whether an administrator's file took part in it */
gboolean heed_policy_is_managed (const HeedPolicy *self);

/** heed_policy_get_protected_domains: Returns: (transfer none) (element-type HeedDomain): in the
 * order of the files */
GPtrArray *heed_policy_get_protected_domains (const HeedPolicy *self);

/** heed_policy_get_known_domains: Returns: (transfer none) (element-type HeedDomain): domains that
 * the organisation writes to */
GPtrArray *heed_policy_get_known_domains (const HeedPolicy *self);

/** heed_policy_get_trusted_domains: Returns: (transfer none) (element-type HeedDomain): in the
 * order of the files */
GPtrArray *heed_policy_get_trusted_domains (const HeedPolicy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPolicy, heed_policy_unref)

/**
 * HeedPolicyBuilder:
 *
 * Gathers a policy; heed_policy_builder_end() makes it.
 */
typedef struct _HeedPolicyBuilder HeedPolicyBuilder;

HeedPolicyBuilder *heed_policy_builder_new (void);
void heed_policy_builder_free (HeedPolicyBuilder *self);

void heed_policy_builder_set_mode (HeedPolicyBuilder *self, HeedMode mode);
void heed_policy_builder_set_managed (HeedPolicyBuilder *self, gboolean managed);

/** heed_policy_builder_set_protected_domains: @domains: (element-type HeedDomain): replaces what
 * was there */
void heed_policy_builder_set_protected_domains (HeedPolicyBuilder *self, GPtrArray *domains);

/** heed_policy_builder_set_known_domains: @domains: (element-type HeedDomain): replaces what was
 * there */
void heed_policy_builder_set_known_domains (HeedPolicyBuilder *self, GPtrArray *domains);

/** heed_policy_builder_set_trusted_domains: @domains: (element-type HeedDomain): replaces what was
 * there */
void heed_policy_builder_set_trusted_domains (HeedPolicyBuilder *self, GPtrArray *domains);

/** heed_policy_builder_end: Returns: (transfer full): the policy; @self is empty again */
HeedPolicy *heed_policy_builder_end (HeedPolicyBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPolicyBuilder, heed_policy_builder_free)

G_END_DECLS
