/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each key of a policy is one row of the table at the end. */

#include "config.h"
#include "heed-policy-keys.h"

#include "heed-json.h"
#include "heed-policy-content.h"
#include "heed-policy-decisions.h"
#include "heed-policy-domains.h"
#include "heed-policy-problem.h"
#include "heed-policy-value.h"

#define MOST_COUNTDOWN 60
#define MOST_TIMEOUT (24 * 60 * 60)
#define MOST_EXPOSED 10000
#define MOST_DAYS 36500

typedef void (*ReadKey) (json_object *value,
                         const char *path,
                         HeedPolicyBuilder *builder,
                         GPtrArray *problems);

typedef struct
{
  const char *name;
  ReadKey read;
  const char *standard; /* JSON: what counts where no file says anything */
} Key;

static void
read_mode (json_object *value, const char *path, HeedPolicyBuilder *builder, GPtrArray *problems)
{
  static const char *const words[] = { "enforce", "observe", NULL };
  guint word = 0;

  if (heed_policy_value_read_word (value, path, words, &word, problems))
    heed_policy_builder_set_mode (builder, (HeedMode)word);
}

static void
read_prompt (json_object *value, const char *path, HeedPolicyBuilder *builder, GPtrArray *problems)
{
  static const char *const words[] = { "risky", "external", "always", NULL };
  guint word = 0;

  if (heed_policy_value_read_word (value, path, words, &word, problems))
    heed_policy_builder_set_prompt (builder, (HeedPromptWhen)word);
}

static void
read_danger_confirmation (json_object *value,
                          const char *path,
                          HeedPolicyBuilder *builder,
                          GPtrArray *problems)
{
  static const char *const words[] = { "type", "tick", NULL };
  guint word = 0;

  if (heed_policy_value_read_word (value, path, words, &word, problems))
    heed_policy_builder_set_danger_confirmation (builder, (HeedDangerConfirmation)word);
}

static void
read_on_failure (json_object *value,
                 const char *path,
                 HeedPolicyBuilder *builder,
                 GPtrArray *problems)
{
  static const char *const words[] = { "ask", "cancel", "allow", NULL };
  guint word = 0;

  if (heed_policy_value_read_word (value, path, words, &word, problems))
    heed_policy_builder_set_on_failure (builder, (HeedOnFailure)word);
}

static void
read_may_trust (json_object *value,
                const char *path,
                HeedPolicyBuilder *builder,
                GPtrArray *problems)
{
  gboolean is = FALSE;

  if (heed_policy_value_read_boolean (value, path, &is, problems))
    heed_policy_builder_set_may_trust (builder, is);
}

static void
read_may_correct (json_object *value,
                  const char *path,
                  HeedPolicyBuilder *builder,
                  GPtrArray *problems)
{
  gboolean is = FALSE;

  if (heed_policy_value_read_boolean (value, path, &is, problems))
    heed_policy_builder_set_may_correct (builder, is);
}

static void
read_first_contact (json_object *value,
                    const char *path,
                    HeedPolicyBuilder *builder,
                    GPtrArray *problems)
{
  gboolean is = FALSE;

  if (heed_policy_value_read_boolean (value, path, &is, problems))
    heed_policy_builder_set_kind_enabled (builder, HEED_FINDING_FIRST_CONTACT, is);
}

static void
read_mixed_organisations (json_object *value,
                          const char *path,
                          HeedPolicyBuilder *builder,
                          GPtrArray *problems)
{
  gboolean is = FALSE;

  if (heed_policy_value_read_boolean (value, path, &is, problems))
    heed_policy_builder_set_kind_enabled (builder, HEED_FINDING_MIXED_ORGANISATIONS, is);
}

static void
read_new_in_thread (json_object *value,
                    const char *path,
                    HeedPolicyBuilder *builder,
                    GPtrArray *problems)
{
  gboolean is = FALSE;

  if (heed_policy_value_read_boolean (value, path, &is, problems))
    heed_policy_builder_set_kind_enabled (builder, HEED_FINDING_NEW_IN_THREAD, is);
}

static void
read_countdown (json_object *value,
                const char *path,
                HeedPolicyBuilder *builder,
                GPtrArray *problems)
{
  guint number = 0;

  if (heed_policy_value_read_number (value, path, 0, MOST_COUNTDOWN, &number, problems))
    heed_policy_builder_set_countdown (builder, number);
}

static void
read_confirmation_timeout (json_object *value,
                           const char *path,
                           HeedPolicyBuilder *builder,
                           GPtrArray *problems)
{
  guint number = 0;

  if (heed_policy_value_read_number (value, path, 0, MOST_TIMEOUT, &number, problems))
    heed_policy_builder_set_confirmation_timeout (builder, number);
}

static void
read_many_exposed (json_object *value,
                   const char *path,
                   HeedPolicyBuilder *builder,
                   GPtrArray *problems)
{
  guint number = 0;

  if (heed_policy_value_read_number (value, path, 0, MOST_EXPOSED, &number, problems))
    heed_policy_builder_set_many_exposed_limit (builder, number);
}

static void
read_retention_days (json_object *value,
                     const char *path,
                     HeedPolicyBuilder *builder,
                     GPtrArray *problems)
{
  guint number = 0;

  if (heed_policy_value_read_number (value, path, 0, MOST_DAYS, &number, problems))
    heed_policy_builder_set_retention_days (builder, number);
}

static const Key keys[] = {
  { "audit", heed_policy_decisions_read_audit,
    "{\"level\": \"hashed\", \"journal\": true, \"file\": false}" },
  { "blocked-addresses", heed_policy_domains_read_blocked_addresses, "[]" },
  { "blocked-domains", heed_policy_domains_read_blocked_domains, "[]" },
  { "confirmation-timeout", read_confirmation_timeout, "0" },
  { "content-rules", heed_policy_content_read_rules, "[]" },
  { "countdown", read_countdown, "0" },
  { "danger-confirmation", read_danger_confirmation, "\"type\"" },
  { "first-contact", read_first_contact, "true" },
  { "justification", heed_policy_decisions_read_justification, "{\"from\": \"never\"}" },
  { "known-domains", heed_policy_domains_read_known_domains, "[]" },
  { "learn", heed_policy_decisions_read_learn, "{\"sends\": 3, \"days\": 2}" },
  { "many-exposed", read_many_exposed, "20" },
  { "may-correct", read_may_correct, "true" },
  { "may-override", heed_policy_decisions_read_may_override,
    "{\"caution\": true, \"danger\": true}" },
  { "may-trust", read_may_trust, "true" },
  { "mixed-organisations", read_mixed_organisations, "true" },
  { "mode", read_mode, "\"enforce\"" },
  { "new-in-thread", read_new_in_thread, "true" },
  { "on-failure", read_on_failure, "\"ask\"" },
  { "organisation", heed_policy_domains_read_organisation, "{}" },
  { "prompt", read_prompt, "\"risky\"" },
  { "protected-domains", heed_policy_domains_read_protected_domains, "[]" },
  { "retention-days", read_retention_days, "0" },
  { "severities", heed_policy_decisions_read_severities, "{}" },
  { "support", heed_policy_decisions_read_support, "{}" },
  { "trusted-addresses", heed_policy_domains_read_trusted_addresses, "[]" },
  { "trusted-domains", heed_policy_domains_read_trusted_domains, "[]" },
  { "watched-addresses", heed_policy_domains_read_watched_addresses, "[]" },
  { "watched-suffixes", heed_policy_domains_read_watched_suffixes, "[]" },
};

static const Key *
find_key (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (g_str_equal (keys[i].name, name))
        return &keys[i];
    }
  return NULL;
}

static void
add_unknown (const char *name, const char *path, GPtrArray *problems)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *excerpt = heed_json_make_excerpt (name);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_string_append_printf (names, "“%s”, ", keys[i].name);
  g_ptr_array_add (problems,
                   heed_policy_problem_new (
                       path, TRUE,
                       g_strdup_printf ("“%s” is not a key of a policy; the keys are %s“%s”",
                                        excerpt, names->str, HEED_POLICY_KEY_LOCKED)));
}

static gpointer
read_key_name (json_object *entry, const char *path, GPtrArray *problems)
{
  const Key *key = json_object_is_type (entry, json_type_string)
                       ? find_key (json_object_get_string (entry))
                       : NULL;

  if (key == NULL)
    heed_policy_value_add_wrong (problems, path, entry,
                                 "another key of a policy, such as \"protected-domains\"");
  return (gpointer)key;
}

static void
check_locked (json_object *value, GPtrArray *problems)
{
  g_autoptr (GPtrArray) locked =
      heed_policy_value_read_list (value, "$." HEED_POLICY_KEY_LOCKED, read_key_name, NULL,
                                   "a list of keys, such as [\"protected-domains\"]", problems);
}

static void
check_schema (json_object *value, GPtrArray *problems)
{
  if (!json_object_is_type (value, json_type_string))
    heed_policy_value_add_wrong (problems, "$." HEED_POLICY_KEY_SCHEMA, value,
                                 "a text that says where the schema is");
}

void
heed_policy_keys_check (json_object *policy, GPtrArray *problems)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();

  if (!json_object_is_type (policy, json_type_object))
    {
      heed_policy_value_add_wrong (problems, "$", policy,
                                   "an object, such as {\"protected-domains\": [\"army.mil\"]}");
      return;
    }
  json_object_object_foreach (policy, name, value)
  {
    const Key *key = find_key (name);
    g_autofree char *path = g_strdup_printf ("$.%s", name);

    if (key != NULL)
      key->read (value, path, builder, problems);
    else if (g_str_equal (name, HEED_POLICY_KEY_LOCKED))
      check_locked (value, problems);
    else if (g_str_equal (name, HEED_POLICY_KEY_SCHEMA))
      check_schema (value, problems);
    else
      add_unknown (name, path, problems);
  }
}

void
heed_policy_keys_set (const char *name, json_object *value, HeedPolicyBuilder *builder)
{
  const Key *key = find_key (name);
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_policy_problem_free);
  g_autofree char *path = g_strdup_printf ("$.%s", name);

  g_return_if_fail (key != NULL);
  key->read (value, path, builder, problems);
}

gboolean
heed_policy_keys_has (const char *name)
{
  return find_key (name) != NULL;
}

guint
heed_policy_keys_count (void)
{
  return G_N_ELEMENTS (keys);
}

const char *
heed_policy_keys_get_name (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (keys), NULL);
  return keys[index].name;
}

const char *
heed_policy_keys_get_default (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (keys), NULL);
  return keys[index].standard;
}
