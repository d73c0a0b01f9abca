/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a policy changes in the answers of the service. */

#include "heed-error.h"
#include "service-fixture.h"

static void
take (ServiceFixture *fixture, HeedPolicyBuilder *builder)
{
  g_autoptr (HeedPolicy) policy = heed_policy_builder_end (builder);

  heed_service_set_policy (fixture->service, policy);
}

static void
test_prompt_always (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  HeedBusCall *call;

  heed_policy_builder_set_prompt (builder, HEED_PROMPT_WHEN_ALWAYS);
  take (fixture, builder);
  call = heed_bus_client_confirm (fixture->ann, "ann@army.mil", NULL);
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_answer (fixture->prompter, HEED_REASON_CONFIRMED);
  heed_bus_call_assert_verdict (call, "allow", "confirmed");
}

static void
test_prompt_external (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  const char *own = "{'sender': <'me@mail.army.mil'>}";
  const char *foreign = "{'sender': <'me@example.org'>}";
  HeedBusCall *call;

  heed_policy_builder_set_prompt (builder, HEED_PROMPT_WHEN_EXTERNAL);
  take (fixture, builder);
  heed_bus_call_assert_verdict (heed_bus_client_confirm (fixture->ann, "ann@army.mil", own),
                                "allow", "clear");
  call = heed_bus_client_confirm (fixture->ann, "ann@army.mil", foreign);
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_answer (fixture->prompter, HEED_REASON_DECLINED);
  heed_bus_call_assert_verdict (call, "cancel", "declined");
}

static void
test_prompt_observed (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();

  heed_policy_builder_set_prompt (builder, HEED_PROMPT_WHEN_ALWAYS);
  heed_policy_builder_set_mode (builder, HEED_MODE_OBSERVE);
  take (fixture, builder);
  heed_bus_call_assert_verdict (heed_bus_client_confirm (fixture->ann, "ann@army.mil", NULL),
                                "allow", "observed");
  g_assert_cmpuint (heed_scripted_prompter_get_n_opened (fixture->prompter), ==, 0);
}

/* Whatever a window says, the service does not send what may not be overridden. */
static void
test_no_override (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  HeedBusCall *call;

  heed_policy_builder_set_may_override (builder, HEED_SEVERITY_DANGER, FALSE);
  take (fixture, builder);
  call = heed_bus_client_confirm (fixture->ann, "ann@army.ml", "{'can-correct': <true>}");
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_answer (fixture->prompter, HEED_REASON_CONFIRMED);
  heed_bus_call_assert_verdict (call, "cancel", "blocked");
  g_assert_cmpuint (service_fixture_get_n_misfits (), ==, 1);
  call = heed_bus_client_confirm (fixture->ann, "ann@army.ml", "{'can-correct': <true>}");
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_correct (fixture->prompter, "ann@army.mil");
  heed_bus_call_assert_verdict (call, "allow", "corrected");
}

static void
test_no_correction (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  HeedBusCall *call;

  heed_policy_builder_set_may_correct (builder, FALSE);
  take (fixture, builder);
  call = heed_bus_client_confirm (fixture->ann, "ann@army.ml", "{'can-correct': <true>}");
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_correct (fixture->prompter, "ann@army.mil");
  heed_bus_call_assert_verdict (call, "cancel", "declined");
  g_assert_cmpuint (service_fixture_get_n_misfits (), ==, 1);
}

static void
test_confirmation_timeout (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  HeedBusCall *endless;
  HeedBusCall *longer;

  heed_policy_builder_set_confirmation_timeout (builder, 1);
  take (fixture, builder);
  endless = heed_bus_client_confirm (fixture->ann, "ann@army.ml", NULL);
  longer = heed_bus_client_confirm (fixture->bob, "bob@army.ml", "{'timeout': <uint32 600>}");
  heed_bus_call_assert_verdict (endless, "cancel", "timeout");
  heed_bus_call_assert_verdict (longer, "cancel", "timeout");
}

/* A window that forgets to ask for the reason sends nothing. */
static void
test_no_justification (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  HeedBusCall *call;

  heed_policy_builder_set_justification (builder, HEED_SEVERITY_DANGER, reasons, TRUE);
  take (fixture, builder);
  call = heed_bus_client_confirm (fixture->ann, "ann@army.ml", NULL);
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_answer (fixture->prompter, HEED_REASON_CONFIRMED);
  heed_bus_call_assert_verdict (call, "cancel", "declined");
  g_assert_cmpuint (service_fixture_get_n_misfits (), ==, 1);
}

/* Nor does one that corrects one of two, and forgets to ask for the other. */
static void
test_no_justification_of_the_rest (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  const char *both = "Both: ann@army.ml, bob@army.mi;";
  HeedBusCall *call;

  heed_policy_builder_set_justification (builder, HEED_SEVERITY_CAUTION, reasons, TRUE);
  take (fixture, builder);
  call = heed_bus_client_confirm (fixture->ann, both, "{'can-correct': <true>}");
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_correct (fixture->prompter, "bob@army.mi");
  heed_bus_call_assert_verdict (call, "cancel", "declined");
  g_assert_cmpuint (service_fixture_get_n_misfits (), ==, 1);
  call = heed_bus_client_confirm (fixture->ann, both, "{'can-correct': <true>}");
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_correct (fixture->prompter, "ann@army.mil");
  heed_bus_call_assert_verdict (call, "allow", "corrected");
}

/* A reason that belongs to what cleared itself up is wanted by a policy that wants one always. */
static void
test_justification_of_everything (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  HeedBusCall *call;

  heed_policy_builder_set_justification (builder, HEED_SEVERITY_CLEAR, reasons, TRUE);
  take (fixture, builder);
  call = heed_bus_client_confirm (fixture->ann, "ann@army.ml", "{'can-correct': <true>}");
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_correct (fixture->prompter, "ann@army.mil");
  heed_bus_call_assert_verdict (call, "cancel", "declined");
}

/* Sends in spite of the warning. */
static void
send_anyway (ServiceFixture *fixture, const char *mailbox)
{
  HeedBusCall *call = heed_bus_client_confirm (fixture->ann, mailbox, NULL);

  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_answer (fixture->prompter, HEED_REASON_CONFIRMED);
  heed_bus_call_assert_verdict (call, "allow", "confirmed");
  service_fixture_wait_idle (fixture);
}

/* Whoever sends anyway, however often on one day, is asked again. */
static void
test_send_anyway_teaches_nothing (ServiceFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 9; i++)
    send_anyway (fixture, "ann@army.ml");
  g_assert_cmpuint (service_fixture_count (fixture, "army.ml"), ==, 9);
}

static void
trust (ServiceFixture *fixture, const char *subject)
{
  g_autoptr (HeedTrust) given = heed_trust_new (subject, "a new partner", 1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (heed_service_trust (fixture->service, given, &error));
  g_assert_no_error (error);
}

/* The person's word counts for what is like another domain, and can be taken back. */
static void
test_trust (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedTrust) end = heed_trust_new_withdrawn ("army.ml", NULL);
  g_autoptr (GError) error = NULL;

  trust (fixture, "army.ml");
  heed_bus_call_assert_verdict (heed_bus_client_confirm (fixture->ann, "ann@army.ml", NULL),
                                "allow", "clear");
  g_assert_true (heed_service_trust (fixture->service, end, &error));
  send_anyway (fixture, "ann@army.ml");
  g_assert_false (heed_service_trust (fixture->service, end, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  trust (fixture, "ann@army.ml");
  heed_bus_call_assert_verdict (heed_bus_client_confirm (fixture->ann, "Ann@army.ml", NULL),
                                "allow", "clear");
  send_anyway (fixture, "bob@army.ml");
}

/* Where the policy does not let the person trust, what they said before does not count either. */
static void
test_no_trust (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedTrust) other = heed_trust_new ("oakclub.org", "why", 1, NULL);
  g_autoptr (HeedTrust) end = heed_trust_new_withdrawn ("army.ml", NULL);
  g_autoptr (GError) error = NULL;

  trust (fixture, "army.ml");
  heed_policy_builder_set_may_trust (builder, FALSE);
  take (fixture, builder);
  send_anyway (fixture, "ann@army.ml");
  g_assert_false (heed_service_trust (fixture->service, other, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_ALLOWED);
  g_assert_true (heed_service_trust (fixture->service, end, NULL));
}

/* Nor does it make right what the organisation blocks. */
static void
test_trust_opens_no_block (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedDomainPattern) pattern = heed_domain_pattern_new ("army.ml", NULL);
  g_autoptr (GPtrArray) patterns = g_ptr_array_new ();
  HeedBusCall *call;

  g_ptr_array_add (patterns, pattern);
  heed_policy_builder_set_blocked_domains (builder, patterns);
  take (fixture, builder);
  trust (fixture, "army.ml");
  call = heed_bus_client_confirm (fixture->ann, "ann@army.ml", NULL);
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_answer (fixture->prompter, HEED_REASON_BLOCKED);
  heed_bus_call_assert_verdict (call, "cancel", "blocked");
}

/* What was sent today is not doubted for the sake of a slip that stands beside it. */
static void
test_neighbour_is_no_doubt (ServiceFixture *fixture, gconstpointer data)
{
  const char *both = "Both: ann@oakclub.org, ann@oakclib.org;";

  for (guint i = 0; i < 2; i++)
    heed_bus_call_assert_verdict (heed_bus_client_confirm (fixture->ann, "ann@oakclub.org", NULL),
                                  "allow", "clear");
  service_fixture_wait_idle (fixture);
  HeedBusCall *call =
      heed_bus_client_call (fixture->ann, "Analyze",
                            g_variant_new_parsed ("([('to', %s)], @a{sv} {})", both));
  g_autoptr (GVariant) answer = g_variant_ref (heed_bus_call_wait (call));
  g_autoptr (GVariant) findings = g_variant_get_child_value (answer, 1);

  for (gsize i = 0; i < g_variant_n_children (findings); i++)
    {
      g_autoptr (GVariant) finding = g_variant_get_child_value (findings, i);
      const char *domain = NULL;

      g_assert_true (g_variant_lookup (finding, "domain", "&s", &domain));
      g_assert_cmpstr (domain, !=, "oakclub.org");
    }
}

static void
test_learn (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();

  heed_policy_builder_set_learn (builder, 5, 1);
  take (fixture, builder);
  for (guint i = 0; i < 5; i++)
    send_anyway (fixture, "ann@army.ml");
  heed_bus_call_assert_verdict (heed_bus_client_confirm (fixture->ann, "ann@army.ml", NULL),
                                "allow", "clear");
  heed_policy_builder_set_learn (builder, 7, 1);
  take (fixture, builder);
  send_anyway (fixture, "ann@army.ml");
}

static void
test_content_rule (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (GPtrArray) rules =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_content_rule_unref);
  g_autoptr (HeedLocalText) text = heed_local_text_new ("A program leaves the house");
  const char *harmless = "{'attachments': <[('a.txt', uint64 10)]>}";
  const char *program = "{'attachments': <[('a.txt', uint64 10), ('b.exe', uint64 20)]>}";
  HeedBusCall *call;

  g_ptr_array_add (rules, heed_content_rule_new (HEED_CONTENT_ATTACHMENT, "*.exe", 0,
                                                 HEED_SEVERITY_CAUTION, text));
  heed_policy_builder_set_content_rules (builder, rules);
  take (fixture, builder);
  heed_bus_call_assert_verdict (heed_bus_client_confirm (fixture->ann, "ann@army.mil", harmless),
                                "allow", "clear");
  call = heed_bus_client_confirm (fixture->ann, "ann@army.mil", program);
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_answer (fixture->prompter, HEED_REASON_DECLINED);
  heed_bus_call_assert_verdict (call, "cancel", "declined");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SERVICE_TEST ("policy/prompt-always", test_prompt_always);
  SERVICE_TEST ("policy/prompt-external", test_prompt_external);
  SERVICE_TEST ("policy/prompt-observed", test_prompt_observed);
  SERVICE_TEST ("policy/no-override", test_no_override);
  SERVICE_TEST ("policy/no-correction", test_no_correction);
  SERVICE_TEST ("policy/no-justification", test_no_justification);
  SERVICE_TEST ("policy/no-justification-of-the-rest", test_no_justification_of_the_rest);
  SERVICE_TEST ("policy/justification-of-everything", test_justification_of_everything);
  SERVICE_TEST ("policy/send-anyway-teaches-nothing", test_send_anyway_teaches_nothing);
  SERVICE_TEST ("policy/trust", test_trust);
  SERVICE_TEST ("policy/no-trust", test_no_trust);
  SERVICE_TEST ("policy/trust-opens-no-block", test_trust_opens_no_block);
  SERVICE_TEST ("policy/neighbour-is-no-doubt", test_neighbour_is_no_doubt);
  SERVICE_TEST ("policy/learn", test_learn);
  SERVICE_TEST ("policy/content-rule", test_content_rule);
  SERVICE_TEST ("policy/confirmation-timeout", test_confirmation_timeout);
  return g_test_run ();
}
