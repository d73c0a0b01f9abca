/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-simulation.h"

#include "heed-policy-builder.h"

#define DAY ((gint64)24 * 60 * 60 * G_USEC_PER_SEC)

/* Noon, so that it is the same day wherever this runs. */
#define NOON (20000 * DAY + DAY / 2)

static HeedMessage *
make_message (const char *mailbox)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (GError) error = NULL;

  heed_message_builder_add_recipient (builder, HEED_ROLE_TO, mailbox, &error);
  g_assert_no_error (error);
  return heed_message_builder_end (builder);
}

static void
add (HeedSimulation *simulation, gint64 time, const char *mailbox, gboolean was_sent)
{
  g_autoptr (HeedMessage) message = make_message (mailbox);
  g_autoptr (GPtrArray) sent = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_mailbox_unref);

  g_ptr_array_add (sent, heed_mailbox_new (mailbox, NULL));
  heed_simulation_add (simulation, time, message, was_sent ? sent : NULL);
}

static HeedPolicy *
make_protecting (HeedMode mode)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (GPtrArray) domains =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_domain_pattern_unref);

  g_ptr_array_add (domains, heed_domain_pattern_new ("army.mil", NULL));
  heed_policy_builder_set_protected_domains (builder, domains, NULL);
  heed_policy_builder_set_mode (builder, mode);
  return heed_policy_builder_end (builder);
}

#define assert_count(count, m, w, p)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpuint ((count)->messages, ==, m);                                                   \
    g_assert_cmpuint ((count)->windows, ==, w);                                                    \
    g_assert_cmpuint ((count)->present, ==, p);                                                    \
  }                                                                                                \
  G_STMT_END

/* Against a policy that says nothing, of somebody who never wrote to the protected domain. */
static void
test_counts (void)
{
  g_autoptr (HeedPolicy) present = heed_policy_new_default ();
  g_autoptr (HeedPolicy) observing = make_protecting (HEED_MODE_OBSERVE);
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();
  g_autoptr (HeedSimulation) simulation = heed_simulation_new (observing, present, known);
  gint64 day;

  add (simulation, NOON, "ann@army.ml", FALSE);
  add (simulation, NOON + 1, "bob@example.org", TRUE);
  add (simulation, NOON + 2 * DAY, "ann@army.ml", FALSE);
  assert_count (heed_simulation_get_total (simulation), 3, 2, 0);
  assert_count (heed_simulation_get_kind (simulation, HEED_FINDING_SUFFIX_SWAP), 2, 2, 0);
  assert_count (heed_simulation_get_kind (simulation, HEED_FINDING_BLOCKED), 0, 0, 0);
  g_assert_cmpuint (heed_simulation_get_n_days (simulation), ==, 2);
  assert_count (heed_simulation_get_day (simulation, 0, &day), 2, 1, 0);
  g_assert_cmpint (day, ==, 20000);
  assert_count (heed_simulation_get_day (simulation, 1, &day), 1, 1, 0);
  g_assert_cmpint (day, ==, 20002);
}

/* What is sent is known to the messages after it, and not to those before. */
static void
test_learns (void)
{
  g_autoptr (HeedPolicy) policy = heed_policy_new_default ();
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();
  g_autoptr (HeedSimulation) simulation = heed_simulation_new (policy, policy, known);

  add (simulation, NOON, "ann@northwind.org", FALSE);
  for (guint i = 1; i <= 40; i++)
    add (simulation, NOON + i * DAY, "ann@northwinds.org", TRUE);
  assert_count (heed_simulation_get_total (simulation), 41, 0, 0);
  add (simulation, NOON + 50 * DAY, "ann@northwind.org", FALSE);
  assert_count (heed_simulation_get_total (simulation), 42, 1, 1);
}

static void
test_prompt_always (void)
{
  g_autoptr (HeedPolicy) present = heed_policy_new_default ();
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();

  heed_policy_builder_set_prompt (builder, HEED_PROMPT_WHEN_ALWAYS);
  g_autoptr (HeedPolicy) policy = heed_policy_builder_end (builder);
  g_autoptr (HeedSimulation) simulation = heed_simulation_new (policy, present, known);
  add (simulation, NOON, "bob@example.org", TRUE);
  assert_count (heed_simulation_get_total (simulation), 1, 1, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulation/counts", test_counts);
  g_test_add_func ("/simulation/learns", test_learns);
  g_test_add_func ("/simulation/prompt-always", test_prompt_always);
  return g_test_run ();
}
