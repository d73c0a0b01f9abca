/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-policy.h"

struct _HeedPolicy
{
  HeedMode mode;
  gboolean managed;
  GPtrArray *protected_domains; /* (owned) (element-type HeedDomain) */
  GPtrArray *known_domains;     /* (owned) (element-type HeedDomain) */
  GPtrArray *trusted_domains;   /* (owned) (element-type HeedDomain) */
};

struct _HeedPolicyBuilder
{
  HeedPolicy *policy; /* (owned) */
};

G_DEFINE_BOXED_TYPE (HeedPolicy, heed_policy, heed_policy_ref, heed_policy_unref)

static void
heed_policy_clear (gpointer data)
{
  HeedPolicy *self = data;

  g_ptr_array_unref (self->protected_domains);
  g_ptr_array_unref (self->known_domains);
  g_ptr_array_unref (self->trusted_domains);
}

HeedPolicy *
heed_policy_new_default (void)
{
  HeedPolicy *self = g_atomic_rc_box_new0 (HeedPolicy);

  self->mode = HEED_MODE_ENFORCE;
  self->protected_domains = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_domain_unref);
  self->known_domains = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_domain_unref);
  self->trusted_domains = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_domain_unref);
  return self;
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

HeedMode
heed_policy_get_mode (const HeedPolicy *self)
{
  return self->mode;
}

gboolean
heed_policy_is_managed (const HeedPolicy *self)
{
  return self->managed;
}

GPtrArray *
heed_policy_get_protected_domains (const HeedPolicy *self)
{
  return self->protected_domains;
}

GPtrArray *
heed_policy_get_known_domains (const HeedPolicy *self)
{
  return self->known_domains;
}

GPtrArray *
heed_policy_get_trusted_domains (const HeedPolicy *self)
{
  return self->trusted_domains;
}

HeedPolicyBuilder *
heed_policy_builder_new (void)
{
  HeedPolicyBuilder *self = g_new0 (HeedPolicyBuilder, 1);

  self->policy = heed_policy_new_default ();
  return self;
}

void
heed_policy_builder_free (HeedPolicyBuilder *self)
{
  heed_policy_unref (self->policy);
  g_free (self);
}

void
heed_policy_builder_set_mode (HeedPolicyBuilder *self, HeedMode mode)
{
  self->policy->mode = mode;
}

void
heed_policy_builder_set_managed (HeedPolicyBuilder *self, gboolean managed)
{
  self->policy->managed = managed;
}

static void
replace_domains (GPtrArray *into, GPtrArray *domains)
{
  g_ptr_array_set_size (into, 0);
  for (guint i = 0; i < domains->len; i++)
    g_ptr_array_add (into, heed_domain_ref (domains->pdata[i]));
}

void
heed_policy_builder_set_protected_domains (HeedPolicyBuilder *self, GPtrArray *domains)
{
  replace_domains (self->policy->protected_domains, domains);
}

void
heed_policy_builder_set_known_domains (HeedPolicyBuilder *self, GPtrArray *domains)
{
  replace_domains (self->policy->known_domains, domains);
}

void
heed_policy_builder_set_trusted_domains (HeedPolicyBuilder *self, GPtrArray *domains)
{
  replace_domains (self->policy->trusted_domains, domains);
}

HeedPolicy *
heed_policy_builder_end (HeedPolicyBuilder *self)
{
  HeedPolicy *policy = g_steal_pointer (&self->policy);

  self->policy = heed_policy_new_default ();
  return policy;
}
