/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-content-rule.h"
#include "heed-domain-set.h"
#include "heed-domain-pattern.h"
#include "heed-finding.h"
#include "heed-local-text.h"
#include "heed-mailbox.h"
#include "heed-policy-choice.h"

G_BEGIN_DECLS

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

/** heed_policy_is_managed: Returns: whether an administrator's file took part in it */
gboolean heed_policy_is_managed (const HeedPolicy *self);

/** heed_policy_get_fingerprint: Returns: (transfer none) (nullable): the same for the same keys,
 * values and locks, and no other: tells in a record which policy was in force; %NULL where no file
 * took part in it */
const char *heed_policy_get_fingerprint (const HeedPolicy *self);

/** heed_policy_is_locked: @key: a key such as `trusted-domains`. Returns: whether an administrator
 * locked it, so that nothing the person sets may loosen it */
gboolean heed_policy_is_locked (const HeedPolicy *self, const char *key);

/** heed_policy_get_organisation_name: Returns: (transfer none) (nullable): its name for people */
const char *heed_policy_get_organisation_name (const HeedPolicy *self);

/** heed_policy_get_organisation_domains: Returns: (transfer none) (element-type HeedDomainPattern):
 * the organisation's own, in the order of the policy */
GPtrArray *heed_policy_get_organisation_domains (const HeedPolicy *self);

/** heed_policy_is_organisation: Returns: whether @domain is the organisation's own */
gboolean heed_policy_is_organisation (const HeedPolicy *self, const HeedDomain *domain);

/** heed_policy_get_protected_domains: Returns: (transfer none) (element-type HeedDomainPattern): in
 * the order of the policy */
GPtrArray *heed_policy_get_protected_domains (const HeedPolicy *self);

/** heed_policy_is_protected: Returns: whether the policy guards @domain: what is like it is looked
 * at, and it is right itself */
gboolean heed_policy_is_protected (const HeedPolicy *self, const HeedDomain *domain);

/** heed_policy_get_protected_message: Returns: (transfer none) (nullable): what the policy says, in
 * the person's language, to somebody who seems to have meant @domain */
const char *heed_policy_get_protected_message (const HeedPolicy *self, const HeedDomain *domain);

/** heed_policy_get_known_domains: Returns: (transfer none) (element-type HeedDomain): domains that
 * the organisation writes to */
GPtrArray *heed_policy_get_known_domains (const HeedPolicy *self);

/** heed_policy_get_named_domains: Returns: (transfer none): the domains of the organisation, the
 * protected and the known ones, patterns left out, to be searched for what may be meant */
HeedDomainSet *heed_policy_get_named_domains (const HeedPolicy *self);

/** heed_policy_get_trusted_domains: Returns: (transfer none) (element-type HeedDomainPattern): in
 * the order of the policy */
GPtrArray *heed_policy_get_trusted_domains (const HeedPolicy *self);

/** heed_policy_is_trusted: Returns: whether the policy trusts the mailbox or its domain */
gboolean heed_policy_is_trusted (const HeedPolicy *self, const HeedMailbox *mailbox);

/** heed_policy_is_blocked: Returns: whether the policy blocks the mailbox or its domain. A mailbox
 * that is trusted by its address is not blocked by its domain */
gboolean heed_policy_is_blocked (const HeedPolicy *self, const HeedMailbox *mailbox);

/** heed_policy_is_watched: Returns: whether @domain is at a suffix that the policy watches */
gboolean heed_policy_is_watched (const HeedPolicy *self, const HeedDomain *domain);

/** heed_policy_is_watched_mailbox: Returns: whether the policy watches the mailbox or the suffix of
 * its domain */
gboolean heed_policy_is_watched_mailbox (const HeedPolicy *self, const HeedMailbox *mailbox);

HeedMode heed_policy_get_mode (const HeedPolicy *self);
HeedPromptWhen heed_policy_get_prompt (const HeedPolicy *self);
HeedDangerConfirmation heed_policy_get_danger_confirmation (const HeedPolicy *self);

/** heed_policy_may_override: Returns: whether a message whose worst finding is of @severity can be
 * sent at all; never at %HEED_SEVERITY_BLOCKED */
gboolean heed_policy_may_override (const HeedPolicy *self, HeedSeverity severity);

/** heed_policy_may_trust: Returns: whether the person may trust a domain or mailbox for ever */
gboolean heed_policy_may_trust (const HeedPolicy *self);

/** heed_policy_may_correct: Returns: whether the window offers to correct recipients */
gboolean heed_policy_may_correct (const HeedPolicy *self);

/** heed_policy_needs_justification: Returns: whether sending what is of @severity needs a reason */
gboolean heed_policy_needs_justification (const HeedPolicy *self, HeedSeverity severity);

/** heed_policy_get_justifications: Returns: (transfer none) (element-type HeedLocalText): reasons
 * to choose from; may be empty */
GPtrArray *heed_policy_get_justifications (const HeedPolicy *self);

/** heed_policy_may_type_justification: Returns: whether the person may type a reason of their own;
 * always where there is none to choose from */
gboolean heed_policy_may_type_justification (const HeedPolicy *self);

/** heed_policy_get_countdown: Returns: seconds before *Send anyway* acts; 0 for at once */
guint heed_policy_get_countdown (const HeedPolicy *self);

/** heed_policy_get_confirmation_timeout: Returns: seconds after which a window that nobody answers
 * is answered with cancel; 0 for never */
guint heed_policy_get_confirmation_timeout (const HeedPolicy *self);

/**
 * heed_policy_get_kind_severity:
 * @self: a policy
 * @kind: a kind of finding
 * @severity: (out): what the policy wants it to be, %HEED_SEVERITY_CLEAR where it is switched off;
 *   untouched where the policy says nothing
 *
 * Returns: whether the policy says anything
 */
gboolean heed_policy_get_kind_severity (const HeedPolicy *self,
                                        HeedFindingKind kind,
                                        HeedSeverity *severity);

/** heed_policy_get_content_rules: Returns: (transfer none) (element-type HeedContentRule): rules
 * about subjects and attachments */
GPtrArray *heed_policy_get_content_rules (const HeedPolicy *self);

/** heed_policy_get_many_exposed_limit: Returns: how many strangers may see each other in To and Cc;
 * 0 for any number */
guint heed_policy_get_many_exposed_limit (const HeedPolicy *self);

HeedOnFailure heed_policy_get_on_failure (const HeedPolicy *self);

/** heed_policy_get_learn_sends: Returns: after how many sends a domain is known, at least 1 */
guint heed_policy_get_learn_sends (const HeedPolicy *self);

/** heed_policy_get_learn_days: Returns: on how many different days these must be, at least 1 */
guint heed_policy_get_learn_days (const HeedPolicy *self);

/** heed_policy_get_retention_days: Returns: days after which what is remembered is forgotten; 0 for
 * never */
guint heed_policy_get_retention_days (const HeedPolicy *self);

HeedAuditLevel heed_policy_get_audit_level (const HeedPolicy *self);

/** heed_policy_audits_to_journal: Returns: whether records go to journald */
gboolean heed_policy_audits_to_journal (const HeedPolicy *self);

/** heed_policy_audits_to_file: Returns: whether records go to a file */
gboolean heed_policy_audits_to_file (const HeedPolicy *self);

/** heed_policy_get_support_text: Returns: (transfer none) (nullable): whom to ask, in the person's
 * language */
const char *heed_policy_get_support_text (const HeedPolicy *self);

/** heed_policy_get_support_link: Returns: (transfer none) (nullable): an `https:` or `mailto:` URI
 */
const char *heed_policy_get_support_link (const HeedPolicy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPolicy, heed_policy_unref)

G_END_DECLS
