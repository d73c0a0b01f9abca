/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-policy.h"

G_BEGIN_DECLS

/**
 * HeedPolicyBuilder:
 *
 * Gathers a policy; heed_policy_builder_end() makes it. Each setter takes the place of what was
 * there, and begins as in heed_policy_new_default().
 */
typedef struct _HeedPolicyBuilder HeedPolicyBuilder;

HeedPolicyBuilder *heed_policy_builder_new (void);
void heed_policy_builder_free (HeedPolicyBuilder *self);

void heed_policy_builder_set_managed (HeedPolicyBuilder *self, gboolean managed);
void heed_policy_builder_set_fingerprint (HeedPolicyBuilder *self, const char *fingerprint);
/** heed_policy_builder_lock: @key: a key such as `trusted-domains` */
void heed_policy_builder_lock (HeedPolicyBuilder *self, const char *key);

/** heed_policy_builder_set_organisation: @name: (nullable); @domains: (element-type
 * HeedDomainPattern) */
void heed_policy_builder_set_organisation (HeedPolicyBuilder *self,
                                           const char *name,
                                           GPtrArray *domains);

/** heed_policy_builder_set_protected_domains: @domains: (element-type
 * HeedDomainPattern); @messages: (nullable) (element-type HeedLocalText) (nullable elements): one
 * for each domain */
void heed_policy_builder_set_protected_domains (HeedPolicyBuilder *self,
                                                GPtrArray *domains,
                                                GPtrArray *messages);

/** heed_policy_builder_set_known_domains: @domains: (element-type HeedDomain) */
void heed_policy_builder_set_known_domains (HeedPolicyBuilder *self, GPtrArray *domains);

/** heed_policy_builder_set_trusted_domains: @domains: (element-type HeedDomainPattern) */
void heed_policy_builder_set_trusted_domains (HeedPolicyBuilder *self, GPtrArray *domains);

/** heed_policy_builder_set_trusted_addresses: @addresses: (element-type HeedMailbox) */
void heed_policy_builder_set_trusted_addresses (HeedPolicyBuilder *self, GPtrArray *addresses);

/** heed_policy_builder_set_watched_domains: @domains: (element-type HeedDomainPattern) */
void heed_policy_builder_set_watched_domains (HeedPolicyBuilder *self, GPtrArray *domains);

/** heed_policy_builder_set_watched_addresses: @addresses: (element-type HeedMailbox) */
void heed_policy_builder_set_watched_addresses (HeedPolicyBuilder *self, GPtrArray *addresses);

/** heed_policy_builder_set_blocked_domains: @domains: (element-type HeedDomainPattern) */
void heed_policy_builder_set_blocked_domains (HeedPolicyBuilder *self, GPtrArray *domains);

/** heed_policy_builder_set_blocked_addresses: @addresses: (element-type HeedMailbox) */
void heed_policy_builder_set_blocked_addresses (HeedPolicyBuilder *self, GPtrArray *addresses);

void heed_policy_builder_set_mode (HeedPolicyBuilder *self, HeedMode mode);
void heed_policy_builder_set_prompt (HeedPolicyBuilder *self, HeedPromptWhen prompt);
void heed_policy_builder_set_danger_confirmation (HeedPolicyBuilder *self,
                                                  HeedDangerConfirmation danger_confirmation);
/** heed_policy_builder_set_may_override: @severity: below %HEED_SEVERITY_BLOCKED */
void
heed_policy_builder_set_may_override (HeedPolicyBuilder *self, HeedSeverity severity, gboolean may);

void heed_policy_builder_set_may_trust (HeedPolicyBuilder *self, gboolean may_trust);
void heed_policy_builder_set_may_correct (HeedPolicyBuilder *self, gboolean may_correct);
/** heed_policy_builder_set_justification: @from: the least
 * severity that needs one, or %HEED_N_SEVERITIES for none; @reasons: (element-type HeedLocalText)
 */
void heed_policy_builder_set_justification (HeedPolicyBuilder *self,
                                            guint from,
                                            GPtrArray *reasons,
                                            gboolean may_type);

/** heed_policy_builder_set_countdown: in seconds */
void heed_policy_builder_set_countdown (HeedPolicyBuilder *self, guint countdown);

/** heed_policy_builder_set_confirmation_timeout: in seconds */
void heed_policy_builder_set_confirmation_timeout (HeedPolicyBuilder *self,
                                                   guint confirmation_timeout);

/** heed_policy_builder_set_kind_enabled: one that is switched off stays
 * so whatever its severity */
void heed_policy_builder_set_kind_enabled (HeedPolicyBuilder *self,
                                           HeedFindingKind kind,
                                           gboolean enabled);

void heed_policy_builder_set_kind_severity (HeedPolicyBuilder *self,
                                            HeedFindingKind kind,
                                            HeedSeverity severity);
/** heed_policy_builder_set_content_rules: @rules: (element-type HeedContentRule) */
void heed_policy_builder_set_content_rules (HeedPolicyBuilder *self, GPtrArray *rules);

void heed_policy_builder_set_many_exposed_limit (HeedPolicyBuilder *self, guint many_exposed_limit);
void heed_policy_builder_set_on_failure (HeedPolicyBuilder *self, HeedOnFailure on_failure);
/** heed_policy_builder_set_learn: both at least 1 */
void heed_policy_builder_set_learn (HeedPolicyBuilder *self, guint sends, guint days);

void heed_policy_builder_set_retention_days (HeedPolicyBuilder *self, guint retention_days);
void heed_policy_builder_set_audit (HeedPolicyBuilder *self,
                                    HeedAuditLevel level,
                                    gboolean to_journal,
                                    gboolean to_file);
/** heed_policy_builder_set_support: @text: (nullable); @link: (nullable) */
void
heed_policy_builder_set_support (HeedPolicyBuilder *self, HeedLocalText *text, const char *link);

/** heed_policy_builder_end: Returns: (transfer full): the policy; @self is empty again */
HeedPolicy *heed_policy_builder_end (HeedPolicyBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPolicyBuilder, heed_policy_builder_free)

G_END_DECLS
