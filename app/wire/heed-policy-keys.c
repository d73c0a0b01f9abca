/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each key of a policy is one row of the table at the end. */

#include "config.h"
#include "heed-policy-keys.h"

#include "heed-error.h"
#include "heed-json.h"
#include "heed-policy-domains.h"
#include "heed-policy-value.h"

#define MOST_COUNTDOWN 60
#define MOST_TIMEOUT (24 * 60 * 60)
#define MOST_EXPOSED 10000
#define MOST_LEARN 1000
#define MOST_DAYS 36500

typedef void (*ReadKey) (json_object *value,
                         const char *path,
                         HeedPolicyBuilder *builder,
                         GPtrArray *problems);

typedef struct
{
  const char *name;
  ReadKey read;
} Key;

static gpointer
read_reason (json_object *entry, const char *path, GPtrArray *problems)
{
  return heed_policy_value_read_text (entry, path, problems);
}

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

static void
read_may_override (json_object *value,
                   const char *path,
                   HeedPolicyBuilder *builder,
                   GPtrArray *problems)
{
  static const char *const names[] = { "caution", "danger", NULL };
  static const HeedSeverity severities[] = { HEED_SEVERITY_CAUTION, HEED_SEVERITY_DANGER };

  if (!heed_policy_value_check_object (value, path, names, problems))
    return;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s.%s", path, names[i]);
      json_object *member = NULL;
      gboolean may = FALSE;

      if (json_object_object_get_ex (value, names[i], &member) &&
          heed_policy_value_read_boolean (member, inner, &may, problems))
        heed_policy_builder_set_may_override (builder, severities[i], may);
    }
}

static void
read_justification (json_object *value,
                    const char *path,
                    HeedPolicyBuilder *builder,
                    GPtrArray *problems)
{
  static const char *const names[] = { "from", "reasons", "typed", NULL };
  /* In the order of HeedSeverity; the last is HEED_N_SEVERITIES, which no severity reaches. */
  static const char *const from_words[] = { "clear",   "notice", "caution", "danger",
                                            "blocked", "never",  NULL };
  g_autoptr (GPtrArray) reasons = NULL;
  json_object *member = NULL;
  guint from = HEED_N_SEVERITIES;
  gboolean typed = TRUE;

  if (!heed_policy_value_check_object (value, path, names, problems))
    return;
  heed_policy_value_read_word (json_object_object_get (value, "from"), "$.justification.from",
                               from_words, &from, problems);
  if (json_object_object_get_ex (value, "typed", &member))
    heed_policy_value_read_boolean (member, "$.justification.typed", &typed, problems);
  if (json_object_object_get_ex (value, "reasons", &member))
    reasons = heed_policy_value_read_list (member, "$.justification.reasons", read_reason,
                                           (GDestroyNotify)heed_local_text_unref,
                                           "a list of texts, such as [\"Agreed by telephone\"]",
                                           problems);
  else
    reasons = g_ptr_array_new ();
  heed_policy_builder_set_justification (builder, from, reasons, typed);
}

static void
read_severities (json_object *value,
                 const char *path,
                 HeedPolicyBuilder *builder,
                 GPtrArray *problems)
{
  static const char *const words[] = { "clear", "notice", "caution", "danger", "blocked", NULL };
  const char *kinds[HEED_N_FINDING_KINDS + 1] = { NULL };

  for (guint i = 0; i < HEED_N_FINDING_KINDS; i++)
    kinds[i] = heed_finding_kind_get_name (i);
  if (!heed_policy_value_check_object (value, path, kinds, problems))
    return;
  for (guint i = 0; i < HEED_N_FINDING_KINDS; i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s.%s", path, kinds[i]);
      json_object *member = NULL;
      guint severity = 0;

      if (json_object_object_get_ex (value, kinds[i], &member) &&
          heed_policy_value_read_word (member, inner, words, &severity, problems))
        heed_policy_builder_set_kind_severity (builder, i, severity);
    }
}

static void
read_learn (json_object *value, const char *path, HeedPolicyBuilder *builder, GPtrArray *problems)
{
  static const char *const names[] = { "sends", "days", NULL };
  g_autoptr (HeedPolicy) standard = heed_policy_new_default ();
  guint sends = heed_policy_get_learn_sends (standard);
  guint days = heed_policy_get_learn_days (standard);
  json_object *member = NULL;

  if (!heed_policy_value_check_object (value, path, names, problems))
    return;
  if (json_object_object_get_ex (value, "sends", &member))
    heed_policy_value_read_number (member, "$.learn.sends", 1, MOST_LEARN, &sends, problems);
  if (json_object_object_get_ex (value, "days", &member))
    heed_policy_value_read_number (member, "$.learn.days", 1, MOST_LEARN, &days, problems);
  heed_policy_builder_set_learn (builder, sends, days);
}

static void
read_audit (json_object *value, const char *path, HeedPolicyBuilder *builder, GPtrArray *problems)
{
  static const char *const names[] = { "level", "journal", "file", NULL };
  static const char *const levels[] = { "off", "reasons", "hashed", "full", NULL };
  guint level = HEED_AUDIT_HASHED;
  gboolean journal = TRUE;
  gboolean file = FALSE;
  json_object *member = NULL;

  if (!heed_policy_value_check_object (value, path, names, problems))
    return;
  if (json_object_object_get_ex (value, "level", &member))
    heed_policy_value_read_word (member, "$.audit.level", levels, &level, problems);
  if (json_object_object_get_ex (value, "journal", &member))
    heed_policy_value_read_boolean (member, "$.audit.journal", &journal, problems);
  if (json_object_object_get_ex (value, "file", &member))
    heed_policy_value_read_boolean (member, "$.audit.file", &file, problems);
  heed_policy_builder_set_audit (builder, (HeedAuditLevel)level, journal, file);
}

static gboolean
is_link (json_object *value)
{
  const char *text =
      json_object_is_type (value, json_type_string) ? json_object_get_string (value) : "";

  return (g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "mailto:")) &&
         g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL);
}

static void
read_support (json_object *value, const char *path, HeedPolicyBuilder *builder, GPtrArray *problems)
{
  static const char *const names[] = { "text", "link", NULL };
  g_autoptr (HeedLocalText) text = NULL;
  json_object *member = NULL;
  json_object *link = NULL;

  if (!heed_policy_value_check_object (value, path, names, problems))
    return;
  if (json_object_object_get_ex (value, "text", &member))
    text = heed_policy_value_read_text (member, "$.support.text", problems);
  if (json_object_object_get_ex (value, "link", &link) && !is_link (link))
    heed_policy_value_add_wrong (problems, "$.support.link", link,
                                 "a link, such as \"https://help.example.org\"");
  heed_policy_builder_set_support (builder, text,
                                   is_link (link) ? json_object_get_string (link) : NULL);
}

static const Key keys[] = {
  { "audit", read_audit },
  { "blocked-addresses", heed_policy_domains_read_blocked_addresses },
  { "blocked-domains", heed_policy_domains_read_blocked_domains },
  { "confirmation-timeout", read_confirmation_timeout },
  { "countdown", read_countdown },
  { "danger-confirmation", read_danger_confirmation },
  { "first-contact", read_first_contact },
  { "justification", read_justification },
  { "known-domains", heed_policy_domains_read_known_domains },
  { "learn", read_learn },
  { "many-exposed", read_many_exposed },
  { "may-correct", read_may_correct },
  { "may-override", read_may_override },
  { "may-trust", read_may_trust },
  { "mixed-organisations", read_mixed_organisations },
  { "mode", read_mode },
  { "new-in-thread", read_new_in_thread },
  { "on-failure", read_on_failure },
  { "organisation", heed_policy_domains_read_organisation },
  { "prompt", read_prompt },
  { "protected-domains", heed_policy_domains_read_protected_domains },
  { "retention-days", read_retention_days },
  { "severities", read_severities },
  { "support", read_support },
  { "trusted-addresses", heed_policy_domains_read_trusted_addresses },
  { "trusted-domains", heed_policy_domains_read_trusted_domains },
  { "watched-addresses", heed_policy_domains_read_watched_addresses },
  { "watched-suffixes", heed_policy_domains_read_watched_suffixes },
};

static const Key *
find_key (const char *name, GPtrArray *problems)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *excerpt = heed_json_make_excerpt (name);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (g_str_equal (keys[i].name, name))
        return &keys[i];
      g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", keys[i].name);
    }
  g_ptr_array_add (problems, g_error_new (HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                                          "“%s” is not a key of a policy; the keys are %s", excerpt,
                                          names->str));
  return NULL;
}

void
heed_policy_keys_read (json_object *policy, HeedPolicyBuilder *builder, GPtrArray *problems)
{
  if (!json_object_is_type (policy, json_type_object))
    {
      heed_policy_value_add_wrong (problems, "$", policy,
                                   "an object, such as {\"protected-domains\": [\"army.mil\"]}");
      return;
    }
  json_object_object_foreach (policy, name, value)
  {
    const Key *key = find_key (name, problems);
    g_autofree char *path = g_strdup_printf ("$.%s", name);

    if (key != NULL)
      key->read (value, path, builder, problems);
  }
}
