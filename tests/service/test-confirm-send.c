/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "service-fixture.h"

#include <string.h>

static void
test_clear_is_learned (ServiceFixture *fixture, gconstpointer data)
{
  HeedBusCall *call = heed_bus_client_confirm (fixture->ann, "Ann <ann@army.mil>", NULL);

  heed_bus_call_assert_verdict (call, "allow", "clear");
  g_assert_cmpuint (heed_scripted_prompter_get_n_opened (fixture->prompter), ==, 0);
  g_assert_cmpuint (service_fixture_count (fixture, "army.mil"), ==, 201);
}

static void
test_answers (ServiceFixture *fixture, gconstpointer data)
{
  static const struct
  {
    HeedReason answer;
    const char *verdict;
    const char *reason;
    guint learned;
  } answers[] = {
    { HEED_REASON_DECLINED, "cancel", "declined", 0 },
    { HEED_REASON_BLOCKED, "cancel", "blocked", 0 },
    /* A window that says what only the service can say is not believed. */
    { HEED_REASON_CLEAR, "cancel", "declined", 0 },
    { HEED_REASON_OBSERVED, "cancel", "declined", 0 },
    { HEED_REASON_CONFIRMED, "allow", "confirmed", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      HeedBusCall *call = heed_bus_client_confirm (fixture->ann, "ann@army.ml", NULL);

      heed_scripted_prompter_wait (fixture->prompter);
      g_assert_false (heed_bus_call_is_answered (call));
      heed_scripted_prompter_answer (fixture->prompter, answers[i].answer);
      heed_bus_call_assert_verdict (call, answers[i].verdict, answers[i].reason);
      g_assert_cmpuint (service_fixture_count (fixture, "army.ml"), ==, answers[i].learned);
    }
  g_assert_cmpuint (service_fixture_get_n_misfits (), ==, 2);
}

static void
test_correction (ServiceFixture *fixture, gconstpointer data)
{
  HeedBusCall *call =
      heed_bus_client_confirm (fixture->ann, "Ann <ann@army.ml>", "{'can-correct': <true>}");
  HeedBusCall *same;
  g_autoptr (GVariant) details = NULL;
  g_autoptr (GVariant) same_details = NULL;
  g_autoptr (GVariant) recipients = NULL;
  g_autofree char *text = NULL;
  const char *digest = NULL;
  const char *same_digest = NULL;

  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_correct (fixture->prompter, "Ann <ann@army.mil>");
  heed_bus_call_assert_verdict (call, "allow", "corrected");
  details = g_variant_get_child_value (heed_bus_call_wait (call), 1);
  recipients = g_variant_lookup_value (details, "recipients", G_VARIANT_TYPE ("a(ss)"));
  text = g_variant_print (recipients, FALSE);
  g_assert_cmpstr (text, ==, "[('to', 'Ann <ann@army.mil>')]");
  g_assert_cmpuint (service_fixture_count (fixture, "army.ml"), ==, 0);
  g_assert_cmpuint (service_fixture_count (fixture, "army.mil"), ==, 201);
  /* The digest is that of what is sent, however it is written. */
  same = heed_bus_client_confirm (fixture->bob, "ann@ARMY.MIL", NULL);
  same_details = g_variant_get_child_value (heed_bus_call_wait (same), 1);
  g_assert_true (g_variant_lookup (details, "digest", "&s", &digest));
  g_assert_true (g_variant_lookup (same_details, "digest", "&s", &same_digest));
  g_assert_cmpstr (digest, ==, same_digest);
  g_assert_cmpuint (strlen (digest), ==, 64);
}

/* A caller that cannot replace the recipients must not be told to. */
static void
test_correction_not_asked_for (ServiceFixture *fixture, gconstpointer data)
{
  HeedBusCall *call = heed_bus_client_confirm (fixture->ann, "ann@army.ml", NULL);

  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_correct (fixture->prompter, "ann@army.mil");
  heed_bus_call_assert_verdict (call, "cancel", "declined");
  g_assert_cmpuint (service_fixture_get_n_misfits (), ==, 1);
}

static void
test_window_lost (ServiceFixture *fixture, gconstpointer data)
{
  HeedBusCall *lost = heed_bus_client_confirm (fixture->ann, "ann@army.ml", NULL);
  HeedBusCall *next;

  heed_scripted_prompter_wait (fixture->prompter);
  next = heed_bus_client_confirm (fixture->bob, "bob@army.ml", NULL);
  heed_scripted_prompter_crash (fixture->prompter);
  heed_bus_call_assert_error (lost, "Failed");
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_answer (fixture->prompter, HEED_REASON_DECLINED);
  heed_bus_call_assert_verdict (next, "cancel", "declined");
}

static void
test_observe (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedPolicy) policy = NULL;

  heed_policy_builder_set_mode (builder, HEED_MODE_OBSERVE);
  policy = heed_policy_builder_end (builder);
  heed_service_set_policy (fixture->service, policy);
  heed_bus_call_assert_verdict (heed_bus_client_confirm (fixture->ann, "ann@army.ml", NULL),
                                "allow", "observed");
  g_assert_cmpuint (heed_scripted_prompter_get_n_opened (fixture->prompter), ==, 0);
}

static void
test_timeout (ServiceFixture *fixture, gconstpointer data)
{
  HeedBusCall *longest =
      heed_bus_client_confirm (fixture->bob, "bob@army.ml", "{'timeout': <uint32 4294967295>}");
  HeedBusCall *call =
      heed_bus_client_confirm (fixture->ann, "ann@army.ml", "{'timeout': <uint32 1>}");

  heed_bus_call_assert_verdict (call, "cancel", "timeout");
  g_assert_false (heed_bus_call_is_answered (longest));
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_answer (fixture->prompter, HEED_REASON_CONFIRMED);
  heed_bus_call_assert_verdict (longest, "allow", "confirmed");
}

static void
test_same_token (ServiceFixture *fixture, gconstpointer data)
{
  const char *token = "{'message-token': <'m'>}";
  HeedBusCall *first = heed_bus_client_confirm (fixture->ann, "ann@army.ml", token);

  /* Only a window that is open can be brought to the front. */
  heed_scripted_prompter_wait (fixture->prompter);
  HeedBusCall *second = heed_bus_client_confirm (fixture->ann, "Ann <ann@army.ml>", token);
  HeedBusCall *other = heed_bus_client_confirm (fixture->ann, "bob@army.ml", token);
  HeedBusCall *correctable =
      heed_bus_client_confirm (fixture->ann, "ann@army.ml",
                               "{'message-token': <'m'>, 'can-correct': <true>}");
  HeedBusCall *again;

  heed_bus_call_assert_error (other, "InvalidArgument");
  heed_bus_call_assert_error (correctable, "InvalidArgument");
  g_assert_cmpuint (heed_scripted_prompter_get_n_presented (fixture->prompter), ==, 1);
  heed_scripted_prompter_answer (fixture->prompter, HEED_REASON_CONFIRMED);
  heed_bus_call_assert_verdict (first, "allow", "confirmed");
  heed_bus_call_assert_verdict (second, "allow", "confirmed");
  /* Two calls, one send. */
  g_assert_cmpuint (service_fixture_count (fixture, "army.ml"), ==, 1);
  g_assert_cmpuint (heed_scripted_prompter_get_n_opened (fixture->prompter), ==, 1);
  again = heed_bus_client_confirm (fixture->ann, "ann@army.ml", token);
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_answer (fixture->prompter, HEED_REASON_DECLINED);
  heed_bus_call_assert_verdict (again, "cancel", "declined");
}

/* Tokens are each caller's own. */
static void
test_same_token_of_another (ServiceFixture *fixture, gconstpointer data)
{
  const char *token = "{'message-token': <'m'>}";
  HeedBusCall *ann = heed_bus_client_confirm (fixture->ann, "ann@army.ml", token);
  HeedBusCall *bob;

  heed_scripted_prompter_wait (fixture->prompter);
  bob = heed_bus_client_confirm (fixture->bob, "ann@army.ml", token);
  heed_scripted_prompter_answer (fixture->prompter, HEED_REASON_CONFIRMED);
  heed_bus_call_assert_verdict (ann, "allow", "confirmed");
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_answer (fixture->prompter, HEED_REASON_DECLINED);
  heed_bus_call_assert_verdict (bob, "cancel", "declined");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SERVICE_TEST ("confirm-send/clear", test_clear_is_learned);
  SERVICE_TEST ("confirm-send/answers", test_answers);
  SERVICE_TEST ("confirm-send/correction", test_correction);
  SERVICE_TEST ("confirm-send/correction-not-asked-for", test_correction_not_asked_for);
  SERVICE_TEST ("confirm-send/window-lost", test_window_lost);
  SERVICE_TEST ("confirm-send/observe", test_observe);
  SERVICE_TEST ("confirm-send/timeout", test_timeout);
  SERVICE_TEST ("confirm-send/same-token", test_same_token);
  SERVICE_TEST ("confirm-send/same-token-of-another", test_same_token_of_another);
  return g_test_run ();
}
