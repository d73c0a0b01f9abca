/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-policy.h"

#include "heed-policy-builder.h"
#include "heed-policy-private.h"

G_DEFINE_BOXED_TYPE (HeedPolicy, heed_policy, heed_policy_ref, heed_policy_unref)

static void
heed_policy_clear (gpointer data)
{
  HeedPolicy *self = data;

  g_hash_table_unref (self->locked);
  g_free (self->fingerprint);
  g_free (self->organisation_name);
  heed_domain_patterns_free (self->organisation);
  g_hash_table_unref (self->protected_messages);
  heed_domain_patterns_free (self->protected_);
  g_ptr_array_unref (self->known_domains);
  g_clear_pointer (&self->named, heed_domain_set_free);
  heed_domain_patterns_free (self->trusted);
  heed_domain_patterns_free (self->watched);
  heed_domain_patterns_free (self->blocked);
  g_hash_table_unref (self->trusted_addresses);
  g_hash_table_unref (self->watched_addresses);
  g_hash_table_unref (self->blocked_addresses);
  g_ptr_array_unref (self->justifications);
  g_ptr_array_unref (self->content_rules);
  g_clear_pointer (&self->support_text, heed_local_text_unref);
  g_free (self->support_link);
}

HeedPolicy *
heed_policy_new_default (void)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();

  return heed_policy_builder_end (builder);
}

HeedPolicy *
heed_policy_ref (HeedPolicy *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
heed_policy_unref (HeedPolicy *self)
{
  g_atomic_rc_box_release_full (self, heed_policy_clear);
}

static gboolean
means_address (GHashTable *addresses, const HeedMailbox *mailbox)
{
  g_autofree char *folded = NULL;

  if (g_hash_table_size (addresses) == 0)
    return FALSE;
  folded = g_utf8_casefold (heed_mailbox_get_address (mailbox), -1);
  return g_hash_table_contains (addresses, folded);
}

gboolean
heed_policy_is_managed (const HeedPolicy *self)
{
  return self->managed;
}

const char *
heed_policy_get_fingerprint (const HeedPolicy *self)
{
  return self->fingerprint;
}

gboolean
heed_policy_is_locked (const HeedPolicy *self, const char *key)
{
  return g_hash_table_contains (self->locked, key);
}

const char *
heed_policy_get_organisation_name (const HeedPolicy *self)
{
  return self->organisation_name;
}

GPtrArray *
heed_policy_get_organisation_domains (const HeedPolicy *self)
{
  return heed_domain_patterns_get_all (self->organisation);
}

gboolean
heed_policy_is_organisation (const HeedPolicy *self, const HeedDomain *domain)
{
  return heed_domain_patterns_find (self->organisation, domain) != NULL;
}

GPtrArray *
heed_policy_get_protected_domains (const HeedPolicy *self)
{
  return heed_domain_patterns_get_all (self->protected_);
}

gboolean
heed_policy_is_protected (const HeedPolicy *self, const HeedDomain *domain)
{
  return heed_domain_patterns_find (self->protected_, domain) != NULL;
}

const char *
heed_policy_get_protected_message (const HeedPolicy *self, const HeedDomain *domain)
{
  HeedDomainPattern *pattern = heed_domain_patterns_find (self->protected_, domain);
  HeedLocalText *message = NULL;

  if (pattern != NULL)
    message = g_hash_table_lookup (self->protected_messages, pattern);
  return message != NULL ? heed_local_text_get (message) : NULL;
}

GPtrArray *
heed_policy_get_known_domains (const HeedPolicy *self)
{
  return self->known_domains;
}

GPtrArray *
heed_policy_get_trusted_domains (const HeedPolicy *self)
{
  return heed_domain_patterns_get_all (self->trusted);
}

gboolean
heed_policy_is_trusted (const HeedPolicy *self, const HeedMailbox *mailbox)
{
  return means_address (self->trusted_addresses, mailbox) ||
         heed_domain_patterns_find (self->trusted, heed_mailbox_get_domain (mailbox)) != NULL;
}

gboolean
heed_policy_is_blocked (const HeedPolicy *self, const HeedMailbox *mailbox)
{
  if (means_address (self->blocked_addresses, mailbox))
    return TRUE;
  return heed_domain_patterns_find (self->blocked, heed_mailbox_get_domain (mailbox)) != NULL &&
         !means_address (self->trusted_addresses, mailbox);
}

gboolean
heed_policy_is_watched (const HeedPolicy *self, const HeedDomain *domain)
{
  return heed_domain_patterns_find (self->watched, domain) != NULL;
}

gboolean
heed_policy_is_watched_mailbox (const HeedPolicy *self, const HeedMailbox *mailbox)
{
  return means_address (self->watched_addresses, mailbox) ||
         heed_policy_is_watched (self, heed_mailbox_get_domain (mailbox));
}

HeedMode
heed_policy_get_mode (const HeedPolicy *self)
{
  return self->mode;
}

HeedPromptWhen
heed_policy_get_prompt (const HeedPolicy *self)
{
  return self->prompt;
}

HeedDangerConfirmation
heed_policy_get_danger_confirmation (const HeedPolicy *self)
{
  return self->danger_confirmation;
}

gboolean
heed_policy_may_override (const HeedPolicy *self, HeedSeverity severity)
{
  return severity < HEED_SEVERITY_BLOCKED && self->may_override[severity];
}

gboolean
heed_policy_may_trust (const HeedPolicy *self)
{
  return self->may_trust;
}

gboolean
heed_policy_may_correct (const HeedPolicy *self)
{
  return self->may_correct;
}

gboolean
heed_policy_needs_justification (const HeedPolicy *self, HeedSeverity severity)
{
  return (guint)severity >= self->justification_from;
}

GPtrArray *
heed_policy_get_justifications (const HeedPolicy *self)
{
  return self->justifications;
}

gboolean
heed_policy_may_type_justification (const HeedPolicy *self)
{
  return self->may_type_justification || self->justifications->len == 0;
}

guint
heed_policy_get_countdown (const HeedPolicy *self)
{
  return self->countdown;
}

guint
heed_policy_get_confirmation_timeout (const HeedPolicy *self)
{
  return self->confirmation_timeout;
}

gboolean
heed_policy_get_kind_severity (const HeedPolicy *self, HeedFindingKind kind, HeedSeverity *severity)
{
  if (self->off[kind])
    *severity = HEED_SEVERITY_CLEAR;
  else if (self->severities[kind] != HEED_POLICY_NO_SEVERITY)
    *severity = self->severities[kind];
  else
    return FALSE;
  return TRUE;
}

GPtrArray *
heed_policy_get_content_rules (const HeedPolicy *self)
{
  return self->content_rules;
}

guint
heed_policy_get_many_exposed_limit (const HeedPolicy *self)
{
  return self->many_exposed_limit;
}

HeedOnFailure
heed_policy_get_on_failure (const HeedPolicy *self)
{
  return self->on_failure;
}

guint
heed_policy_get_learn_sends (const HeedPolicy *self)
{
  return self->learn_sends;
}

guint
heed_policy_get_learn_days (const HeedPolicy *self)
{
  return self->learn_days;
}

guint
heed_policy_get_retention_days (const HeedPolicy *self)
{
  return self->retention_days;
}

HeedAuditLevel
heed_policy_get_audit_level (const HeedPolicy *self)
{
  return self->audit_level;
}

gboolean
heed_policy_audits_to_journal (const HeedPolicy *self)
{
  return self->audits_to_journal;
}

gboolean
heed_policy_audits_to_file (const HeedPolicy *self)
{
  return self->audits_to_file;
}

const char *
heed_policy_get_support_text (const HeedPolicy *self)
{
  return self->support_text != NULL ? heed_local_text_get (self->support_text) : NULL;
}

const char *
heed_policy_get_support_link (const HeedPolicy *self)
{
  return self->support_link;
}

HeedDomainSet *
heed_policy_get_named_domains (const HeedPolicy *self)
{
  return self->named;
}
