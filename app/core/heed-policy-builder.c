/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-policy-builder.h"

#include "heed-policy-private.h"

/* As many people as a private conversation has. */
#define DEFAULT_MANY_EXPOSED 20

/* As many sends as a slip that is repeated by replying rarely reaches, on more than one day. */
#define DEFAULT_LEARN_SENDS 3
#define DEFAULT_LEARN_DAYS 2

struct _HeedPolicyBuilder
{
  HeedPolicy *policy; /* (owned) */
};

static HeedDomainPatterns *
make_empty (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  return heed_domain_patterns_new (none);
}

static GHashTable *
make_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
set_decisions (HeedPolicy *self)
{
  for (guint i = 0; i < HEED_N_SEVERITIES; i++)
    self->may_override[i] = i < HEED_SEVERITY_BLOCKED;
  for (guint i = 0; i < HEED_N_FINDING_KINDS; i++)
    self->severities[i] = HEED_POLICY_NO_SEVERITY;
  self->may_trust = TRUE;
  self->may_correct = TRUE;
  self->justification_from = HEED_POLICY_NO_SEVERITY;
  self->may_type_justification = TRUE;
  self->many_exposed_limit = DEFAULT_MANY_EXPOSED;
  self->learn_sends = DEFAULT_LEARN_SENDS;
  self->learn_days = DEFAULT_LEARN_DAYS;
  self->audit_level = HEED_AUDIT_HASHED;
  self->audits_to_journal = TRUE;
}

static HeedPolicy *
make_default (void)
{
  HeedPolicy *self = g_atomic_rc_box_new0 (HeedPolicy);

  self->locked = make_set ();
  self->organisation = make_empty ();
  self->protected_ = make_empty ();
  self->protected_messages =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)heed_local_text_unref);
  self->known_domains = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_domain_unref);
  self->trusted = make_empty ();
  self->watched = make_empty ();
  self->blocked = make_empty ();
  self->trusted_addresses = make_set ();
  self->watched_addresses = make_set ();
  self->blocked_addresses = make_set ();
  self->justifications = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_local_text_unref);
  self->content_rules = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_content_rule_unref);
  set_decisions (self);
  return self;
}

HeedPolicyBuilder *
heed_policy_builder_new (void)
{
  HeedPolicyBuilder *self = g_new0 (HeedPolicyBuilder, 1);

  self->policy = make_default ();
  return self;
}

void
heed_policy_builder_free (HeedPolicyBuilder *self)
{
  heed_policy_unref (self->policy);
  g_free (self);
}

static void
replace_patterns (HeedDomainPatterns **patterns, GPtrArray *with)
{
  heed_domain_patterns_free (*patterns);
  *patterns = heed_domain_patterns_new (with);
}

static void
replace_addresses (GHashTable *addresses, GPtrArray *with)
{
  g_hash_table_remove_all (addresses);
  for (guint i = 0; i < with->len; i++)
    g_hash_table_add (addresses, g_utf8_casefold (heed_mailbox_get_address (with->pdata[i]), -1));
}

void
heed_policy_builder_set_managed (HeedPolicyBuilder *self, gboolean managed)
{
  self->policy->managed = managed;
}

void
heed_policy_builder_set_fingerprint (HeedPolicyBuilder *self, const char *fingerprint)
{
  g_free (self->policy->fingerprint);
  self->policy->fingerprint = g_strdup (fingerprint);
}

void
heed_policy_builder_lock (HeedPolicyBuilder *self, const char *key)
{
  g_hash_table_add (self->policy->locked, g_strdup (key));
}

void
heed_policy_builder_set_organisation (HeedPolicyBuilder *self, const char *name, GPtrArray *domains)
{
  g_free (self->policy->organisation_name);
  self->policy->organisation_name = g_strdup (name);
  replace_patterns (&self->policy->organisation, domains);
}

void
heed_policy_builder_set_protected_domains (HeedPolicyBuilder *self,
                                           GPtrArray *domains,
                                           GPtrArray *messages)
{
  g_hash_table_remove_all (self->policy->protected_messages);
  replace_patterns (&self->policy->protected_, domains);
  for (guint i = 0; messages != NULL && i < messages->len; i++)
    {
      if (messages->pdata[i] != NULL)
        g_hash_table_insert (self->policy->protected_messages, domains->pdata[i],
                             heed_local_text_ref (messages->pdata[i]));
    }
}

void
heed_policy_builder_set_known_domains (HeedPolicyBuilder *self, GPtrArray *domains)
{
  g_ptr_array_set_size (self->policy->known_domains, 0);
  for (guint i = 0; i < domains->len; i++)
    g_ptr_array_add (self->policy->known_domains, heed_domain_ref (domains->pdata[i]));
}

void
heed_policy_builder_set_trusted_domains (HeedPolicyBuilder *self, GPtrArray *domains)
{
  replace_patterns (&self->policy->trusted, domains);
}

void
heed_policy_builder_set_trusted_addresses (HeedPolicyBuilder *self, GPtrArray *addresses)
{
  replace_addresses (self->policy->trusted_addresses, addresses);
}

void
heed_policy_builder_set_watched_domains (HeedPolicyBuilder *self, GPtrArray *domains)
{
  replace_patterns (&self->policy->watched, domains);
}

void
heed_policy_builder_set_watched_addresses (HeedPolicyBuilder *self, GPtrArray *addresses)
{
  replace_addresses (self->policy->watched_addresses, addresses);
}

void
heed_policy_builder_set_blocked_domains (HeedPolicyBuilder *self, GPtrArray *domains)
{
  replace_patterns (&self->policy->blocked, domains);
}

void
heed_policy_builder_set_blocked_addresses (HeedPolicyBuilder *self, GPtrArray *addresses)
{
  replace_addresses (self->policy->blocked_addresses, addresses);
}

void
heed_policy_builder_set_mode (HeedPolicyBuilder *self, HeedMode mode)
{
  self->policy->mode = mode;
}

void
heed_policy_builder_set_prompt (HeedPolicyBuilder *self, HeedPromptWhen prompt)
{
  self->policy->prompt = prompt;
}

void
heed_policy_builder_set_danger_confirmation (HeedPolicyBuilder *self,
                                             HeedDangerConfirmation danger_confirmation)
{
  self->policy->danger_confirmation = danger_confirmation;
}

void
heed_policy_builder_set_may_override (HeedPolicyBuilder *self, HeedSeverity severity, gboolean may)
{
  g_return_if_fail (severity < HEED_SEVERITY_BLOCKED);
  self->policy->may_override[severity] = may;
}

void
heed_policy_builder_set_may_trust (HeedPolicyBuilder *self, gboolean may_trust)
{
  self->policy->may_trust = may_trust;
}

void
heed_policy_builder_set_may_correct (HeedPolicyBuilder *self, gboolean may_correct)
{
  self->policy->may_correct = may_correct;
}

void
heed_policy_builder_set_justification (HeedPolicyBuilder *self,
                                       guint from,
                                       GPtrArray *reasons,
                                       gboolean may_type)
{
  self->policy->justification_from = from;
  self->policy->may_type_justification = may_type;
  g_ptr_array_set_size (self->policy->justifications, 0);
  for (guint i = 0; i < reasons->len; i++)
    g_ptr_array_add (self->policy->justifications, heed_local_text_ref (reasons->pdata[i]));
}

void
heed_policy_builder_set_countdown (HeedPolicyBuilder *self, guint countdown)
{
  self->policy->countdown = countdown;
}

void
heed_policy_builder_set_confirmation_timeout (HeedPolicyBuilder *self, guint confirmation_timeout)
{
  self->policy->confirmation_timeout = confirmation_timeout;
}

void
heed_policy_builder_set_kind_enabled (HeedPolicyBuilder *self,
                                      HeedFindingKind kind,
                                      gboolean enabled)
{
  self->policy->off[kind] = !enabled;
}

void
heed_policy_builder_set_kind_severity (HeedPolicyBuilder *self,
                                       HeedFindingKind kind,
                                       HeedSeverity severity)
{
  self->policy->severities[kind] = severity;
}

void
heed_policy_builder_set_content_rules (HeedPolicyBuilder *self, GPtrArray *rules)
{
  g_ptr_array_set_size (self->policy->content_rules, 0);
  for (guint i = 0; i < rules->len; i++)
    g_ptr_array_add (self->policy->content_rules, heed_content_rule_ref (rules->pdata[i]));
}

void
heed_policy_builder_set_many_exposed_limit (HeedPolicyBuilder *self, guint many_exposed_limit)
{
  self->policy->many_exposed_limit = many_exposed_limit;
}

void
heed_policy_builder_set_on_failure (HeedPolicyBuilder *self, HeedOnFailure on_failure)
{
  self->policy->on_failure = on_failure;
}

void
heed_policy_builder_set_learn (HeedPolicyBuilder *self, guint sends, guint days)
{
  self->policy->learn_sends = sends;
  self->policy->learn_days = days;
}

void
heed_policy_builder_set_retention_days (HeedPolicyBuilder *self, guint retention_days)
{
  self->policy->retention_days = retention_days;
}

void
heed_policy_builder_set_audit (HeedPolicyBuilder *self,
                               HeedAuditLevel level,
                               gboolean to_journal,
                               gboolean to_file)
{
  self->policy->audit_level = level;
  self->policy->audits_to_journal = to_journal;
  self->policy->audits_to_file = to_file;
}

void
heed_policy_builder_set_support (HeedPolicyBuilder *self, HeedLocalText *text, const char *link)
{
  g_clear_pointer (&self->policy->support_text, heed_local_text_unref);
  if (text != NULL)
    self->policy->support_text = heed_local_text_ref (text);
  g_free (self->policy->support_link);
  self->policy->support_link = g_strdup (link);
}

static void
name_patterns (HeedDomainSet *named, const HeedDomainPatterns *patterns)
{
  GPtrArray *all = heed_domain_patterns_get_all (patterns);

  for (guint i = 0; i < all->len; i++)
    {
      if (!heed_domain_pattern_is_wildcard (all->pdata[i]))
        heed_domain_set_add (named, heed_domain_pattern_get_domain (all->pdata[i]));
    }
}

HeedPolicy *
heed_policy_builder_end (HeedPolicyBuilder *self)
{
  HeedPolicy *policy = g_steal_pointer (&self->policy);

  policy->named = heed_domain_set_new ();
  name_patterns (policy->named, policy->protected_);
  name_patterns (policy->named, policy->organisation);
  for (guint i = 0; i < policy->known_domains->len; i++)
    heed_domain_set_add (policy->named, policy->known_domains->pdata[i]);
  self->policy = make_default ();
  return policy;
}
