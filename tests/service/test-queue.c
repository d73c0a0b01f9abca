/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-limits.h"
#include "service-fixture.h"

static HeedBusCall *
ask (HeedBusClient *client, const char *subject)
{
  g_autofree char *options =
      g_strdup_printf ("{'subject': <'%s'>, 'cancellation-id': <'%s'>}", subject, subject);

  return heed_bus_client_confirm (client, "ann@army.ml", options);
}

static void
answer (ServiceFixture *fixture, const char *subject, HeedReason reason)
{
  heed_scripted_prompter_wait (fixture->prompter);
  g_assert_cmpstr (heed_scripted_prompter_get_subject (fixture->prompter), ==, subject);
  heed_scripted_prompter_answer (fixture->prompter, reason);
}

/* The prompter fails the test when a second window opens. */
static void
test_turns (ServiceFixture *fixture, gconstpointer data)
{
  HeedBusCall *ann[3];
  HeedBusCall *bob;

  ann[0] = ask (fixture->ann, "a0");
  ann[1] = ask (fixture->ann, "a1");
  ann[2] = ask (fixture->ann, "a2");
  heed_scripted_prompter_wait (fixture->prompter);
  bob = ask (fixture->bob, "b0");
  /* Bob's question has arrived once something that he asked after it is answered. */
  heed_bus_call_assert_error (heed_bus_client_cancel (fixture->bob, "none"), "NotFound");
  answer (fixture, "a0", HEED_REASON_CONFIRMED);
  answer (fixture, "b0", HEED_REASON_DECLINED);
  answer (fixture, "a1", HEED_REASON_DECLINED);
  answer (fixture, "a2", HEED_REASON_CONFIRMED);
  heed_bus_call_assert_verdict (ann[0], "allow", "confirmed");
  heed_bus_call_assert_verdict (bob, "cancel", "declined");
  heed_bus_call_assert_verdict (ann[1], "cancel", "declined");
  heed_bus_call_assert_verdict (ann[2], "allow", "confirmed");
}

static void
test_cancel (ServiceFixture *fixture, gconstpointer data)
{
  HeedBusCall *open = ask (fixture->ann, "open");
  HeedBusCall *waiting = ask (fixture->ann, "waiting");

  heed_scripted_prompter_wait (fixture->prompter);
  heed_bus_call_assert_error (heed_bus_client_cancel (fixture->bob, "open"), "NotFound");
  heed_bus_call_assert_error (heed_bus_client_cancel (fixture->ann, ""), "InvalidArgument");
  heed_bus_call_assert_error (ask (fixture->ann, "open"), "InvalidArgument");
  g_assert_false (heed_bus_call_is_answered (open));
  heed_bus_call_wait (heed_bus_client_cancel (fixture->ann, "waiting"));
  heed_bus_call_assert_verdict (waiting, "cancel", "withdrawn");
  g_assert_true (heed_scripted_prompter_is_open (fixture->prompter));
  heed_bus_call_wait (heed_bus_client_cancel (fixture->ann, "open"));
  heed_bus_call_assert_verdict (open, "cancel", "withdrawn");
  g_assert_false (heed_scripted_prompter_is_open (fixture->prompter));
  heed_bus_call_assert_error (heed_bus_client_cancel (fixture->ann, "open"), "NotFound");
}

/* The window stays for the one that still waits. */
static void
test_cancel_one_of_two (ServiceFixture *fixture, gconstpointer data)
{
  HeedBusCall *first =
      heed_bus_client_confirm (fixture->ann, "ann@army.ml",
                               "{'message-token': <'m'>, 'cancellation-id': <'1'>}");
  HeedBusCall *second =
      heed_bus_client_confirm (fixture->ann, "ann@army.ml",
                               "{'message-token': <'m'>, 'cancellation-id': <'2'>}");

  heed_bus_call_wait (heed_bus_client_cancel (fixture->ann, "1"));
  heed_bus_call_assert_verdict (first, "cancel", "withdrawn");
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_answer (fixture->prompter, HEED_REASON_CONFIRMED);
  heed_bus_call_assert_verdict (second, "allow", "confirmed");
}

static void
test_caller_leaves (ServiceFixture *fixture, gconstpointer data)
{
  HeedBusCall *bob;

  ask (fixture->ann, "a0");
  ask (fixture->ann, "a1");
  heed_scripted_prompter_wait (fixture->prompter);
  bob = ask (fixture->bob, "b0");
  heed_bus_client_leave (fixture->ann);
  while (heed_scripted_prompter_get_n_cancelled (fixture->prompter) == 0)
    g_main_context_iteration (NULL, TRUE);
  answer (fixture, "b0", HEED_REASON_CONFIRMED);
  heed_bus_call_assert_verdict (bob, "allow", "confirmed");
  service_fixture_wait_idle (fixture);
  g_assert_cmpuint (heed_scripted_prompter_get_n_opened (fixture->prompter), ==, 2);
}

static void
test_limit_of_one (ServiceFixture *fixture, gconstpointer data)
{
  HeedBusCall *calls[HEED_LIMIT_PENDING_PER_CALLER];
  HeedBusCall *bob;

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autofree char *subject = g_strdup_printf ("%u", i);

      calls[i] = ask (fixture->ann, subject);
    }
  heed_bus_call_assert_error (ask (fixture->ann, "too many"), "LimitExceeded");
  /* Others are not kept waiting, with or without a window. */
  heed_bus_call_assert_verdict (heed_bus_client_confirm (fixture->bob, "bob@army.mil", NULL),
                                "allow", "clear");
  bob = ask (fixture->bob, "b0");
  heed_bus_call_assert_error (heed_bus_client_cancel (fixture->bob, "none"), "NotFound");
  answer (fixture, "0", HEED_REASON_DECLINED);
  answer (fixture, "b0", HEED_REASON_CONFIRMED);
  heed_bus_call_assert_verdict (bob, "allow", "confirmed");
  for (guint i = 1; i < G_N_ELEMENTS (calls); i++)
    {
      g_autofree char *subject = g_strdup_printf ("%u", i);

      answer (fixture, subject, HEED_REASON_DECLINED);
      heed_bus_call_assert_verdict (calls[i], "cancel", "declined");
    }
}

/* Connections are cheap: those of one process share its places and its turn. */
static void
test_limit_of_process (ServiceFixture *fixture, gconstpointer data)
{
  HeedOtherProcess *process = heed_other_process_new ();
  HeedBusClient *flood[3 * HEED_LIMIT_PENDING_PER_CALLER];
  HeedBusCall *calls[G_N_ELEMENTS (flood)];

  for (guint i = 0; i < G_N_ELEMENTS (flood); i++)
    {
      flood[i] = heed_bus_client_new_of (process, g_test_dbus_get_bus_address (fixture->bus));
      calls[i] = ask (flood[i], "flood");
    }
  for (guint i = HEED_LIMIT_PENDING_PER_CALLER; i < G_N_ELEMENTS (flood); i++)
    heed_bus_call_assert_error (calls[i], "LimitExceeded");
  HeedBusCall *bob = ask (fixture->bob, "b0");
  heed_bus_call_assert_error (heed_bus_client_cancel (fixture->bob, "none"), "NotFound");
  answer (fixture, "flood", HEED_REASON_DECLINED);
  answer (fixture, "b0", HEED_REASON_CONFIRMED);
  heed_bus_call_assert_verdict (bob, "allow", "confirmed");
  for (guint i = 1; i < HEED_LIMIT_PENDING_PER_CALLER; i++)
    answer (fixture, "flood", HEED_REASON_DECLINED);
  for (guint i = 0; i < HEED_LIMIT_PENDING_PER_CALLER; i++)
    heed_bus_call_assert_verdict (calls[i], "cancel", "declined");
  for (guint i = 0; i < G_N_ELEMENTS (flood); i++)
    heed_bus_client_free (flood[i]);
  heed_other_process_free (process);
}

/* A question can be withdrawn, and its caller can leave, before it is known who asks. */
static void
test_withdrawn_at_once (ServiceFixture *fixture, gconstpointer data)
{
  HeedBusCall *withdrawn = ask (fixture->ann, "a0");
  HeedBusCall *cancelled = heed_bus_client_cancel (fixture->ann, "a0");
  HeedBusCall *left = ask (fixture->bob, "b0");

  heed_bus_client_leave (fixture->bob);
  heed_bus_call_wait (cancelled);
  heed_bus_call_assert_verdict (withdrawn, "cancel", "withdrawn");
  while (!heed_bus_call_is_answered (left))
    g_main_context_iteration (NULL, TRUE);
  service_fixture_wait_idle (fixture);
}

/* Programs that ask much take themselves out before they take out others. */
static void
test_limit_of_all (ServiceFixture *fixture, gconstpointer data)
{
  HeedBusClient *flood[HEED_LIMIT_PENDING / HEED_LIMIT_PENDING_PER_CALLER];
  HeedBusCall *last = NULL;
  HeedBusCall *bob;

  for (guint i = 0; i < G_N_ELEMENTS (flood); i++)
    {
      flood[i] = heed_bus_client_new (g_test_dbus_get_bus_address (fixture->bus));
      for (guint j = 0; j < HEED_LIMIT_PENDING_PER_CALLER; j++)
        {
          g_autofree char *subject = g_strdup_printf ("%u-%u", i, j);

          last = ask (flood[i], subject);
        }
      heed_bus_call_assert_error (heed_bus_client_cancel (flood[i], "none"), "NotFound");
    }
  bob = ask (fixture->bob, "b0");
  heed_bus_call_assert_error (last, "LimitExceeded");
  answer (fixture, "0-0", HEED_REASON_DECLINED);
  for (guint i = 1; i < G_N_ELEMENTS (flood); i++)
    heed_bus_client_leave (flood[i]);
  while (!heed_bus_call_is_answered (bob))
    {
      heed_scripted_prompter_wait (fixture->prompter);
      heed_scripted_prompter_answer (fixture->prompter, HEED_REASON_CONFIRMED);
      heed_bus_call_assert_error (heed_bus_client_cancel (fixture->ann, "none"), "NotFound");
    }
  heed_bus_call_assert_verdict (bob, "allow", "confirmed");
  heed_bus_client_leave (flood[0]);
  service_fixture_wait_idle (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (flood); i++)
    heed_bus_client_free (flood[i]);
}

static void
test_shutdown (ServiceFixture *fixture, gconstpointer data)
{
  HeedBusCall *calls[] = { ask (fixture->ann, "a0"), ask (fixture->ann, "a1"),
                           ask (fixture->bob, "b0") };

  heed_scripted_prompter_wait (fixture->prompter);
  heed_bus_call_assert_error (heed_bus_client_cancel (fixture->bob, "none"), "NotFound");
  service_fixture_shut_down (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    heed_bus_call_assert_verdict (calls[i], "cancel", "withdrawn");
  service_fixture_wait_idle (fixture);
  g_assert_cmpuint (heed_scripted_prompter_get_n_opened (fixture->prompter), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SERVICE_TEST ("queue/turns", test_turns);
  SERVICE_TEST ("queue/cancel", test_cancel);
  SERVICE_TEST ("queue/cancel-one-of-two", test_cancel_one_of_two);
  SERVICE_TEST ("queue/caller-leaves", test_caller_leaves);
  SERVICE_TEST ("queue/limit-of-one", test_limit_of_one);
  SERVICE_TEST ("queue/limit-of-process", test_limit_of_process);
  SERVICE_TEST ("queue/withdrawn-at-once", test_withdrawn_at_once);
  SERVICE_TEST ("queue/limit-of-all", test_limit_of_all);
  SERVICE_TEST ("queue/shutdown", test_shutdown);
  return g_test_run ();
}
