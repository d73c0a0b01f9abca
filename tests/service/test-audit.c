/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each request has one record, which says what was answered. */

#include "service-fixture.h"

#include <string.h>

static void
take (ServiceFixture *fixture, HeedPolicyBuilder *builder)
{
  g_autoptr (HeedPolicy) policy = NULL;

  heed_policy_builder_set_audit (builder, HEED_AUDIT_FULL, FALSE, TRUE);
  policy = heed_policy_builder_end (builder);
  heed_service_set_policy (fixture->service, policy);
}

static void
take_default (ServiceFixture *fixture)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();

  take (fixture, builder);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GVariant **records = user_data;

  *records = heed_audit_list_finish (HEED_AUDIT (source), result);
}

/* The records so far, of which each has to hold the words in its place of @expected. */
static void
assert_records (ServiceFixture *fixture, const char *const *expected)
{
  g_autoptr (GVariant) records = NULL;
  g_autofree const char **lines = NULL;
  guint damaged;

  heed_audit_list_async (fixture->audit, 0, listed_cb, &records);
  while (records == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_variant_get (records, "(^a&su)", &lines, &damaged);
  g_assert_cmpuint (damaged, ==, 0);
  g_assert_cmpuint (g_strv_length ((GStrv)lines), ==, g_strv_length ((GStrv)expected));
  for (gsize i = 0; expected[i] != NULL; i++)
    {
      if (strstr (lines[i], expected[i]) == NULL)
        g_error ("%s is not in %s", expected[i], lines[i]);
    }
}

#define RECORD(reason, severity) "\"reason\":\"" reason "\",\"severity\":\"" severity "\""

static void
test_answers (ServiceFixture *fixture, gconstpointer data)
{
  static const HeedReason reasons[] = { HEED_REASON_CONFIRMED, HEED_REASON_DECLINED };
  const char *expected[] = {
    RECORD ("clear", "clear"),      RECORD ("confirmed", "danger"), RECORD ("declined", "danger"),
    RECORD ("corrected", "danger"), RECORD ("failed", "danger"),    NULL,
  };
  HeedBusCall *call;

  take_default (fixture);
  heed_bus_call_assert_verdict (heed_bus_client_confirm (fixture->ann, "ann@army.mil", NULL),
                                "allow", "clear");
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      call = heed_bus_client_confirm (fixture->ann, "ann@army.ml", NULL);
      heed_scripted_prompter_wait (fixture->prompter);
      heed_scripted_prompter_answer (fixture->prompter, reasons[i]);
      heed_bus_call_wait (call);
    }
  call = heed_bus_client_confirm (fixture->ann, "ann@army.ml", "{'can-correct': <true>}");
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_correct (fixture->prompter, "ann@army.mil");
  heed_bus_call_assert_verdict (call, "allow", "corrected");
  call = heed_bus_client_confirm (fixture->ann, "ann@army.ml", NULL);
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_crash (fixture->prompter);
  heed_bus_call_assert_error (call, "Failed");
  assert_records (fixture, expected);
}

/* What was asked about is what is recorded, and not what it was corrected to. */
static void
test_corrected (ServiceFixture *fixture, gconstpointer data)
{
  const char *expected[] = { "\"recipients\":[\"ann@army.ml\"]", NULL };
  HeedBusCall *call;

  take_default (fixture);
  call = heed_bus_client_confirm (fixture->ann, "ann@army.ml", "{'can-correct': <true>}");
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_correct (fixture->prompter, "ann@army.mil");
  heed_bus_call_assert_verdict (call, "allow", "corrected");
  assert_records (fixture, expected);
}

static void
test_withdrawn (ServiceFixture *fixture, gconstpointer data)
{
  const char *expected[] = { RECORD ("withdrawn", "danger"), RECORD ("withdrawn", "danger"), NULL };
  HeedBusCall *call;

  take_default (fixture);
  call = heed_bus_client_confirm (fixture->ann, "ann@army.ml", "{'cancellation-id': <'c'>}");
  heed_scripted_prompter_wait (fixture->prompter);
  heed_bus_call_wait (heed_bus_client_cancel (fixture->ann, "c"));
  heed_bus_call_assert_verdict (call, "cancel", "withdrawn");
  call = heed_bus_client_confirm (fixture->ann, "ann@army.ml", NULL);
  heed_scripted_prompter_wait (fixture->prompter);
  service_fixture_shut_down (fixture);
  heed_bus_call_assert_verdict (call, "cancel", "withdrawn");
  assert_records (fixture, expected);
}

/* Two calls under one token are one send. */
static void
test_joined (ServiceFixture *fixture, gconstpointer data)
{
  const char *token = "{'message-token': <'m'>}";
  const char *expected[] = { RECORD ("declined", "danger"), NULL };
  HeedBusCall *first;
  HeedBusCall *second;

  take_default (fixture);
  first = heed_bus_client_confirm (fixture->ann, "ann@army.ml", token);
  heed_scripted_prompter_wait (fixture->prompter);
  second = heed_bus_client_confirm (fixture->ann, "ann@army.ml", token);
  /* An answer to what comes after it: the second call waits by now. */
  heed_bus_call_assert_error (heed_bus_client_cancel (fixture->ann, "nothing"), "NotFound");
  heed_scripted_prompter_answer (fixture->prompter, HEED_REASON_DECLINED);
  heed_bus_call_assert_verdict (first, "cancel", "declined");
  heed_bus_call_assert_verdict (second, "cancel", "declined");
  assert_records (fixture, expected);
}

static void
test_observed (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  const char *expected[] = { RECORD ("observed", "danger"), NULL };

  heed_policy_builder_set_mode (builder, HEED_MODE_OBSERVE);
  take (fixture, builder);
  heed_bus_call_assert_verdict (heed_bus_client_confirm (fixture->ann, "ann@army.ml", NULL),
                                "allow", "observed");
  assert_records (fixture, expected);
}

/* No journal, which is where the default policy has it: nobody notices but who asks. */
static void
test_no_journal (ServiceFixture *fixture, gconstpointer data)
{
  const char *expected[] = { NULL };

  heed_bus_call_assert_verdict (heed_bus_client_confirm (fixture->ann, "ann@army.mil", NULL),
                                "allow", "clear");
  assert_records (fixture, expected);
  g_assert_nonnull (heed_audit_get_problem (fixture->audit));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SERVICE_TEST ("audit/answers", test_answers);
  SERVICE_TEST ("audit/corrected", test_corrected);
  SERVICE_TEST ("audit/withdrawn", test_withdrawn);
  SERVICE_TEST ("audit/joined", test_joined);
  SERVICE_TEST ("audit/observed", test_observed);
  SERVICE_TEST ("audit/no-journal", test_no_journal);
  return g_test_run ();
}
