/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-policy-domains.h"

#include "heed-limits.h"
#include "heed-policy-value.h"

GPtrArray *
heed_policy_domains_read_patterns (json_object *value, const char *path, GPtrArray *problems)
{
  return heed_policy_value_read_list (value, path, heed_policy_value_read_pattern,
                                      (GDestroyNotify)heed_domain_pattern_unref,
                                      "a list of domains, such as [\"example.org\"]", problems);
}

GPtrArray *
heed_policy_domains_read_addresses (json_object *value, const char *path, GPtrArray *problems)
{
  return heed_policy_value_read_list (value, path, heed_policy_value_read_address,
                                      (GDestroyNotify)heed_mailbox_unref,
                                      "a list of addresses, such as [\"ann@example.org\"]",
                                      problems);
}

static gpointer
read_whole_domain (json_object *entry, const char *path, GPtrArray *problems)
{
  HeedDomainPattern *pattern = heed_policy_value_read_pattern (entry, path, problems);

  if (pattern == NULL || !heed_domain_pattern_is_wildcard (pattern))
    return pattern;
  heed_policy_value_add_wrong (problems, path, entry, "a domain without a wildcard");
  heed_domain_pattern_unref (pattern);
  return NULL;
}

void
heed_policy_domains_read_known_domains (json_object *value,
                                        const char *path,
                                        HeedPolicyBuilder *builder,
                                        GPtrArray *problems)
{
  g_autoptr (GPtrArray) patterns =
      heed_policy_value_read_list (value, path, read_whole_domain,
                                   (GDestroyNotify)heed_domain_pattern_unref,
                                   "a list of domains, such as [\"example.org\"]", problems);
  g_autoptr (GPtrArray) domains = g_ptr_array_new ();

  for (guint i = 0; i < patterns->len; i++)
    g_ptr_array_add (domains, heed_domain_pattern_get_domain (patterns->pdata[i]));
  heed_policy_builder_set_known_domains (builder, domains);
}

void
heed_policy_domains_read_organisation (json_object *value,
                                       const char *path,
                                       HeedPolicyBuilder *builder,
                                       GPtrArray *problems)
{
  static const char *const names[] = { "name", "domains", NULL };
  g_autoptr (HeedLocalText) name = NULL;
  g_autoptr (GPtrArray) domains = NULL;

  if (!heed_policy_value_check_object (value, path, names, problems))
    return;
  if (json_object_object_get_ex (value, "name", NULL))
    name = heed_policy_value_read_text (json_object_object_get (value, "name"),
                                        "$.organisation.name", problems);
  if (json_object_object_get_ex (value, "domains", NULL))
    domains = heed_policy_domains_read_patterns (json_object_object_get (value, "domains"),
                                                 "$.organisation.domains", problems);
  if (domains == NULL)
    domains = g_ptr_array_new ();
  heed_policy_builder_set_organisation (builder, name != NULL ? heed_local_text_get (name) : NULL,
                                        domains);
}

/* An entry is a domain, or an object with a domain and what is said to somebody who missed it. */
static void
read_protected_entry (json_object *entry,
                      const char *path,
                      GPtrArray *patterns,
                      GPtrArray *messages,
                      GPtrArray *problems)
{
  static const char *const names[] = { "domain", "message", NULL };
  gboolean is_object = json_object_is_type (entry, json_type_object);
  g_autofree char *domain_path = g_strdup_printf (is_object ? "%s.domain" : "%s", path);
  g_autofree char *message_path = g_strdup_printf ("%s.message", path);
  json_object *domain = is_object ? json_object_object_get (entry, "domain") : entry;
  json_object *message = NULL;
  HeedLocalText *text = NULL;
  HeedDomainPattern *pattern;

  if (is_object)
    heed_policy_value_check_object (entry, path, names, problems);
  if (is_object && json_object_object_get_ex (entry, "message", &message))
    text = heed_policy_value_read_text (message, message_path, problems);
  pattern = heed_policy_value_read_pattern (domain, domain_path, problems);
  if (pattern == NULL)
    {
      g_clear_pointer (&text, heed_local_text_unref);
      return;
    }
  g_ptr_array_add (patterns, pattern);
  g_ptr_array_add (messages, text);
}

static void
text_unref (gpointer text)
{
  if (text != NULL)
    heed_local_text_unref (text);
}

void
heed_policy_domains_read_protected_domains (json_object *value,
                                            const char *path,
                                            HeedPolicyBuilder *builder,
                                            GPtrArray *problems)
{
  g_autoptr (GPtrArray) patterns =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_domain_pattern_unref);
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (text_unref);

  if (!json_object_is_type (value, json_type_array) ||
      json_object_array_length (value) > HEED_LIMIT_POLICY_ENTRIES)
    {
      heed_policy_value_add_wrong (problems, path, value,
                                   "a list of domains, such as [\"example.org\"]");
      return;
    }
  for (gsize i = 0; i < json_object_array_length (value); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s[%" G_GSIZE_FORMAT "]", path, i);

      read_protected_entry (json_object_array_get_idx (value, i), inner, patterns, messages,
                            problems);
    }
  heed_policy_builder_set_protected_domains (builder, patterns, messages);
}
