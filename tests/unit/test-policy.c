/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-policy-builder.h"

#include "heed-error.h"

static GPtrArray *
make_patterns (const char *const *texts)
{
  GPtrArray *patterns = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_domain_pattern_unref);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      HeedDomainPattern *pattern = heed_domain_pattern_new (texts[i], NULL);

      g_assert_nonnull (pattern);
      g_ptr_array_add (patterns, pattern);
    }
  return patterns;
}

static GPtrArray *
make_addresses (const char *address)
{
  GPtrArray *addresses = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_mailbox_unref);
  HeedMailbox *mailbox = heed_mailbox_new (address, NULL);

  g_assert_nonnull (mailbox);
  g_ptr_array_add (addresses, mailbox);
  return addresses;
}

static void
test_pattern_matches (void)
{
  static const struct
  {
    const char *pattern;
    const char *domain;
    gboolean matches;
  } rows[] = {
    { "army.mil", "army.mil", TRUE },
    { "army.mil", "mail.army.mil", TRUE },
    { "army.mil", "ARMY.MIL", TRUE },
    { "army.mil", "thearmy.mil", FALSE },
    { "army.mil", "army.mil.example", FALSE },
    { "army.mil", "mil", FALSE },
    { "*.mil", "army.mil", TRUE },
    { "*.mil", "a.b.c.mil", TRUE },
    { "*.mil", "mil", FALSE },
    { "*.mil", "example.smil", FALSE },
    /* Both forms of an international domain are one. */
    { "*.münchen.example", "a.xn--mnchen-3ya.example", TRUE },
    { "xn--mnchen-3ya.example", "MÜNCHEN.example", TRUE },
    { "*.1", "[192.0.2.1]", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HeedDomainPattern) pattern = heed_domain_pattern_new (rows[i].pattern, NULL);
      g_autoptr (HeedDomain) domain = heed_domain_new (rows[i].domain, NULL);
      const char *const texts[] = { rows[i].pattern, NULL };
      g_autoptr (GPtrArray) patterns = make_patterns (texts);
      g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
      g_autoptr (HeedPolicy) policy = NULL;

      g_test_message ("%s, %s", rows[i].pattern, rows[i].domain);
      g_assert_cmpint (heed_domain_pattern_matches (pattern, domain), ==, rows[i].matches);
      heed_policy_builder_set_protected_domains (builder, patterns, NULL);
      policy = heed_policy_builder_end (builder);
      g_assert_cmpint (heed_policy_is_protected (policy, domain), ==, rows[i].matches);
    }
}

static void
test_pattern_invalid (void)
{
  static const char *const invalid[] = {
    "",
    "*",
    "*.",
    ".mil",
    "mil.",
    "a..mil",
    "*mil",
    "a.*.mil",
    "*.*.mil",
    "a b.mil",
    "ann@army.mil",
    "army.mil,",
    "[192.0.2.1]",
    "xn--\x7f.de",
    "xn--0.example",
    "a/b",
    "\xe2\x80\x8e"
    "army.mil",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_autoptr (GError) error = NULL;
      HeedDomainPattern *pattern = heed_domain_pattern_new (invalid[i], &error);

      g_test_message ("“%s”", invalid[i]);
      g_assert_null (pattern);
      g_assert_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT);
    }
}

static void
test_local_text (void)
{
  g_autoptr (HeedLocalText) text = heed_local_text_new ("Hello");
  static const char *const brazil[] = { "pt_BR.UTF-8", "pt_BR", "pt.UTF-8", "pt", "C", NULL };
  static const char *const austria[] = { "de_AT", "de", "C", NULL };
  static const char *const none[] = { "C", NULL };

  heed_local_text_add (text, "de", "Hallo");
  heed_local_text_add (text, "pt-BR", "Olá");
  g_assert_cmpstr (heed_local_text_get_for (text, brazil), ==, "Olá");
  g_assert_cmpstr (heed_local_text_get_for (text, austria), ==, "Hallo");
  g_assert_cmpstr (heed_local_text_get_for (text, none), ==, "Hello");
}

static void
test_protected_message (void)
{
  static const char *const texts[] = { "*.mil", "army.mil", NULL };
  g_autoptr (GPtrArray) patterns = make_patterns (texts);
  g_autoptr (GPtrArray) messages = g_ptr_array_new ();
  g_autoptr (HeedLocalText) wide = heed_local_text_new ("Military mail stays at .mil");
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedDomain) navy = heed_domain_new ("navy.mil", NULL);
  g_autoptr (HeedDomain) army = heed_domain_new ("mail.army.mil", NULL);
  g_autoptr (HeedPolicy) policy = NULL;

  g_ptr_array_add (messages, wide);
  g_ptr_array_add (messages, NULL);
  heed_policy_builder_set_protected_domains (builder, patterns, messages);
  policy = heed_policy_builder_end (builder);
  g_assert_cmpstr (heed_policy_get_protected_message (policy, navy), ==,
                   "Military mail stays at .mil");
  g_assert_null (heed_policy_get_protected_message (policy, army));
}

static void
test_addresses (void)
{
  static const char *const gmail[] = { "gmail.com", NULL };
  static const char *const ml[] = { "ml", NULL };
  g_autoptr (GPtrArray) domains = make_patterns (gmail);
  g_autoptr (GPtrArray) suffixes = make_patterns (ml);
  g_autoptr (GPtrArray) ann = make_addresses ("Ann@gmail.com");
  g_autoptr (GPtrArray) bob = make_addresses ("bob@example.org");
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedMailbox) trusted = heed_mailbox_new ("ann@GMAIL.com", NULL);
  g_autoptr (HeedMailbox) blocked = heed_mailbox_new ("eve@gmail.com", NULL);
  g_autoptr (HeedMailbox) watched = heed_mailbox_new ("BOB@example.org", NULL);
  g_autoptr (HeedMailbox) suffix = heed_mailbox_new ("a@army.ml", NULL);
  g_autoptr (HeedPolicy) policy = NULL;

  heed_policy_builder_set_blocked_domains (builder, domains);
  heed_policy_builder_set_trusted_addresses (builder, ann);
  heed_policy_builder_set_watched_addresses (builder, bob);
  heed_policy_builder_set_watched_domains (builder, suffixes);
  policy = heed_policy_builder_end (builder);
  g_assert_true (heed_policy_is_trusted (policy, trusted));
  g_assert_false (heed_policy_is_blocked (policy, trusted));
  g_assert_true (heed_policy_is_blocked (policy, blocked));
  g_assert_true (heed_policy_is_watched_mailbox (policy, watched));
  g_assert_false (heed_policy_is_watched (policy, heed_mailbox_get_domain (watched)));
  g_assert_true (heed_policy_is_watched (policy, heed_mailbox_get_domain (suffix)));
}

static void
test_severities (void)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (HeedPolicy) policy = NULL;
  HeedSeverity severity = HEED_SEVERITY_DANGER;

  heed_policy_builder_set_kind_severity (builder, HEED_FINDING_EXTERNAL, HEED_SEVERITY_CAUTION);
  heed_policy_builder_set_kind_severity (builder, HEED_FINDING_FIRST_CONTACT,
                                         HEED_SEVERITY_CAUTION);
  heed_policy_builder_set_kind_enabled (builder, HEED_FINDING_FIRST_CONTACT, FALSE);
  heed_policy_builder_set_may_override (builder, HEED_SEVERITY_DANGER, FALSE);
  heed_policy_builder_set_justification (builder, HEED_SEVERITY_CAUTION, none, FALSE);
  policy = heed_policy_builder_end (builder);
  g_assert_false (heed_policy_get_kind_severity (policy, HEED_FINDING_HYPHEN, &severity));
  g_assert_cmpint (severity, ==, HEED_SEVERITY_DANGER);
  g_assert_true (heed_policy_get_kind_severity (policy, HEED_FINDING_EXTERNAL, &severity));
  g_assert_cmpint (severity, ==, HEED_SEVERITY_CAUTION);
  g_assert_true (heed_policy_get_kind_severity (policy, HEED_FINDING_FIRST_CONTACT, &severity));
  g_assert_cmpint (severity, ==, HEED_SEVERITY_CLEAR);
  g_assert_true (heed_policy_may_override (policy, HEED_SEVERITY_CAUTION));
  g_assert_false (heed_policy_may_override (policy, HEED_SEVERITY_DANGER));
  g_assert_false (heed_policy_may_override (policy, HEED_SEVERITY_BLOCKED));
  g_assert_false (heed_policy_needs_justification (policy, HEED_SEVERITY_NOTICE));
  g_assert_true (heed_policy_needs_justification (policy, HEED_SEVERITY_DANGER));
  /* A reason is needed and there is none to choose from. */
  g_assert_true (heed_policy_may_type_justification (policy));
}

static void
test_default (void)
{
  g_autoptr (HeedPolicy) policy = heed_policy_new_default ();

  g_assert_cmpint (heed_policy_get_mode (policy), ==, HEED_MODE_ENFORCE);
  g_assert_cmpint (heed_policy_get_prompt (policy), ==, HEED_PROMPT_WHEN_RISKY);
  g_assert_cmpint (heed_policy_get_on_failure (policy), ==, HEED_ON_FAILURE_ASK);
  g_assert_true (heed_policy_may_override (policy, HEED_SEVERITY_DANGER));
  g_assert_false (heed_policy_needs_justification (policy, HEED_SEVERITY_BLOCKED));
  g_assert_false (heed_policy_is_managed (policy));
  g_assert_false (heed_policy_is_locked (policy, "mode"));
  g_assert_cmpstr (heed_on_failure_get_name (HEED_ON_FAILURE_CANCEL), ==, "cancel");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain-pattern/matches", test_pattern_matches);
  g_test_add_func ("/domain-pattern/invalid", test_pattern_invalid);
  g_test_add_func ("/local-text/languages", test_local_text);
  g_test_add_func ("/policy/protected-message", test_protected_message);
  g_test_add_func ("/policy/addresses", test_addresses);
  g_test_add_func ("/policy/severities", test_severities);
  g_test_add_func ("/policy/default", test_default);
  return g_test_run ();
}
