/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-policy-decisions.h"

#include <string.h>

#include "heed-policy-value.h"

#define MOST_LEARN 1000

static gpointer
read_reason (json_object *entry, const char *path, GPtrArray *problems)
{
  return heed_policy_value_read_text (entry, path, problems);
}

void
heed_policy_decisions_read_may_override (json_object *value,
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

void
heed_policy_decisions_read_justification (json_object *value,
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

void
heed_policy_decisions_read_severities (json_object *value,
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

void
heed_policy_decisions_read_learn (json_object *value,
                                  const char *path,
                                  HeedPolicyBuilder *builder,
                                  GPtrArray *problems)
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

void
heed_policy_decisions_read_audit (json_object *value,
                                  const char *path,
                                  HeedPolicyBuilder *builder,
                                  GPtrArray *problems)
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

/* GLib leaves out line breaks and tabs before it looks at a link. */
static gboolean
has_space (const char *text)
{
  while (*text != '\0' && !g_ascii_isspace (*text) && !g_ascii_iscntrl (*text))
    text++;
  return *text != '\0';
}

static gboolean
is_link (json_object *value)
{
  const char *text =
      json_object_is_type (value, json_type_string) ? json_object_get_string (value) : "";
  const char *rest = NULL;

  if (g_str_has_prefix (text, "https://"))
    rest = text + strlen ("https://");
  else if (g_str_has_prefix (text, "mailto:"))
    rest = text + strlen ("mailto:");
  return rest != NULL && *rest != '\0' && !has_space (rest) &&
         g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL);
}

void
heed_policy_decisions_read_support (json_object *value,
                                    const char *path,
                                    HeedPolicyBuilder *builder,
                                    GPtrArray *problems)
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
