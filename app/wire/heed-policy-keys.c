/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each key of a policy is one row of a table. */

#include "config.h"
#include "heed-policy-keys.h"

#include <string.h>

#include "heed-edit-distance.h"
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

/* Of an unknown key: the edits to one that may have been meant, and the letters of a part of one.
 */
#define MOST_SLIPS 2
#define LEAST_PART 5

typedef void (*ReadKey) (json_object *value,
                         const char *path,
                         HeedPolicyBuilder *builder,
                         GPtrArray *problems);

/* What the value of a key is. */
typedef enum
{
  VALUE_OF_PARTS, /* read by a function of its own */
  VALUE_WORD,
  VALUE_NUMBER,
  VALUE_BOOLEAN,
  VALUE_KIND, /* whether a kind of finding is looked for */
  VALUE_PATTERNS,
  VALUE_ADDRESSES,
} Value;

typedef struct
{
  const char *name;
  const char *standard; /* JSON: what counts where no file says anything */
  Value value;
  /* Of the following, what goes with @value. */
  ReadKey read;
  const char *const *words; /* in the order of the enumeration that set_number() takes */
  guint most;
  HeedFindingKind kind;
  void (*set_number) (HeedPolicyBuilder *builder, guint number);
  void (*set_boolean) (HeedPolicyBuilder *builder, gboolean is);
  void (*set_list) (HeedPolicyBuilder *builder, GPtrArray *list);
} Key;

#define PARTS(read_parts) .value = VALUE_OF_PARTS, .read = read_parts
#define BOOLEAN(setter) .value = VALUE_BOOLEAN, .set_boolean = setter
#define NUMBER(up_to, setter) .value = VALUE_NUMBER, .most = up_to, .set_number = setter
#define KIND(finding_kind) .value = VALUE_KIND, .kind = finding_kind
#define PATTERNS(setter) .value = VALUE_PATTERNS, .set_list = setter
#define ADDRESSES(setter) .value = VALUE_ADDRESSES, .set_list = setter
/* The setter takes an enumeration, which for GCC and Clang is an unsigned int. */
#define WORD(list, setter) .value = VALUE_WORD, .words = list, .set_number = setter

static const char *const modes[] = { "enforce", "observe", NULL };
static const char *const prompts[] = { "risky", "external", "always", NULL };
static const char *const danger_confirmations[] = { "type", "tick", NULL };
static const char *const failures[] = { "ask", "cancel", "allow", NULL };

static const Key keys[] = {
  { "audit", "{\"level\": \"hashed\", \"journal\": true, \"file\": false}",
    PARTS (heed_policy_decisions_read_audit) },
  { "blocked-addresses", "[]", ADDRESSES (heed_policy_builder_set_blocked_addresses) },
  { "blocked-domains", "[]", PATTERNS (heed_policy_builder_set_blocked_domains) },
  { "confirmation-timeout", "0",
    NUMBER (MOST_TIMEOUT, heed_policy_builder_set_confirmation_timeout) },
  { "content-rules", "[]", PARTS (heed_policy_content_read_rules) },
  { "countdown", "0", NUMBER (MOST_COUNTDOWN, heed_policy_builder_set_countdown) },
  { "danger-confirmation", "\"type\"",
    WORD (danger_confirmations, heed_policy_builder_set_danger_confirmation) },
  { "first-contact", "true", KIND (HEED_FINDING_FIRST_CONTACT) },
  { "justification", "{\"from\": \"never\"}", PARTS (heed_policy_decisions_read_justification) },
  { "known-domains", "[]", PARTS (heed_policy_domains_read_known_domains) },
  { "learn", "{\"sends\": 3, \"days\": 2}", PARTS (heed_policy_decisions_read_learn) },
  { "many-exposed", "20", NUMBER (MOST_EXPOSED, heed_policy_builder_set_many_exposed_limit) },
  { "may-correct", "true", BOOLEAN (heed_policy_builder_set_may_correct) },
  { "may-override", "{\"caution\": true, \"danger\": true}",
    PARTS (heed_policy_decisions_read_may_override) },
  { "may-trust", "true", BOOLEAN (heed_policy_builder_set_may_trust) },
  { "mixed-organisations", "true", KIND (HEED_FINDING_MIXED_ORGANISATIONS) },
  { "mode", "\"enforce\"", WORD (modes, heed_policy_builder_set_mode) },
  { "new-in-thread", "true", KIND (HEED_FINDING_NEW_IN_THREAD) },
  { "on-failure", "\"ask\"", WORD (failures, heed_policy_builder_set_on_failure) },
  { "organisation", "{}", PARTS (heed_policy_domains_read_organisation) },
  { "prompt", "\"risky\"", WORD (prompts, heed_policy_builder_set_prompt) },
  { "protected-domains", "[]", PARTS (heed_policy_domains_read_protected_domains) },
  { "retention-days", "0", NUMBER (MOST_DAYS, heed_policy_builder_set_retention_days) },
  { "severities", "{}", PARTS (heed_policy_decisions_read_severities) },
  { "support", "{}", PARTS (heed_policy_decisions_read_support) },
  { "trusted-addresses", "[]", ADDRESSES (heed_policy_builder_set_trusted_addresses) },
  { "trusted-domains", "[]", PATTERNS (heed_policy_builder_set_trusted_domains) },
  { "watched-addresses", "[]", ADDRESSES (heed_policy_builder_set_watched_addresses) },
  { "watched-suffixes", "[]", PATTERNS (heed_policy_builder_set_watched_domains) },
};

static void
read_number (const Key *key,
             json_object *value,
             const char *path,
             HeedPolicyBuilder *builder,
             GPtrArray *problems)
{
  guint number = 0;
  gboolean right =
      key->value == VALUE_WORD
          ? heed_policy_value_read_word (value, path, key->words, &number, problems)
          : heed_policy_value_read_number (value, path, 0, key->most, &number, problems);

  if (right)
    key->set_number (builder, number);
}

static void
read_boolean (const Key *key,
              json_object *value,
              const char *path,
              HeedPolicyBuilder *builder,
              GPtrArray *problems)
{
  gboolean is = FALSE;

  if (!heed_policy_value_read_boolean (value, path, &is, problems))
    return;
  if (key->value == VALUE_KIND)
    heed_policy_builder_set_kind_enabled (builder, key->kind, is);
  else
    key->set_boolean (builder, is);
}

static void
read_list (const Key *key,
           json_object *value,
           const char *path,
           HeedPolicyBuilder *builder,
           GPtrArray *problems)
{
  g_autoptr (GPtrArray) list = key->value == VALUE_PATTERNS
                                   ? heed_policy_domains_read_patterns (value, path, problems)
                                   : heed_policy_domains_read_addresses (value, path, problems);

  key->set_list (builder, list);
}

static void
read_key (const Key *key,
          json_object *value,
          const char *path,
          HeedPolicyBuilder *builder,
          GPtrArray *problems)
{
  switch (key->value)
    {
    case VALUE_OF_PARTS:
      key->read (value, path, builder, problems);
      break;
    case VALUE_WORD:
    case VALUE_NUMBER:
      read_number (key, value, path, builder, problems);
      break;
    case VALUE_BOOLEAN:
    case VALUE_KIND:
      read_boolean (key, value, path, builder, problems);
      break;
    case VALUE_PATTERNS:
    case VALUE_ADDRESSES:
      read_list (key, value, path, builder, problems);
      break;
    }
}

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

/* Whether who wrote @name may have meant @key: a slip, or a part of it. */
static gboolean
is_near (const char *name, const char *key)
{
  HeedEditDistance distance;
  guint8 letters[G_MAXUINT8];
  guint length = heed_edit_distance_fold (key, letters);

  heed_edit_distance_init (&distance, name);
  return heed_edit_distance_get (&distance, letters, length) <= MOST_SLIPS ||
         (strlen (name) >= LEAST_PART && strstr (key, name) != NULL);
}

static void
add_unknown (const char *name, const char *path, GPtrArray *problems)
{
  g_autoptr (GString) near = g_string_new (NULL);
  g_autofree char *excerpt = heed_json_make_excerpt (name);

  for (gsize i = 0; i <= G_N_ELEMENTS (keys); i++)
    {
      const char *key = i < G_N_ELEMENTS (keys) ? keys[i].name : HEED_POLICY_KEY_LOCKED;

      if (is_near (name, key))
        g_string_append_printf (near, "%s“%s”", near->len > 0 ? " or " : "; did you mean ", key);
    }
  g_string_append (near, near->len > 0 ? "?" : ";");
  g_ptr_array_add (problems,
                   heed_policy_problem_new (path, TRUE,
                                            g_strdup_printf ("“%s” is not a key of a policy%s “man "
                                                             "heed-policy” lists them",
                                                             excerpt, near->str)));
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
      read_key (key, value, path, builder, problems);
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
  read_key (key, value, path, builder, problems);
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
