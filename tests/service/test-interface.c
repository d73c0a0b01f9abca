/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-limits.h"
#include "service-fixture.h"

#include <string.h>

static GVariant *
make_recipients (const char *role, const char *mailbox, guint n)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < n; i++)
    g_variant_builder_add (&builder, "(ss)", role, mailbox);
  return g_variant_builder_end (&builder);
}

static GVariant *
make_arguments (GVariant *recipients, const char *options)
{
  g_autoptr (GVariant) parsed = g_variant_parse (G_VARIANT_TYPE_VARDICT, options, NULL, NULL, NULL);

  g_assert_nonnull (parsed);
  return g_variant_new ("(@a(ss)@a{sv})", recipients, parsed);
}

/* Both methods that take a message refuse it alike, and answer others as before. */
static void
assert_refused (ServiceFixture *fixture, GVariant *arguments, const char *error)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (arguments);

  heed_bus_call_assert_error (heed_bus_client_call (fixture->ann, "ConfirmSend", owned), error);
  heed_bus_call_assert_error (heed_bus_client_call (fixture->ann, "Analyze", owned), error);
  heed_bus_call_assert_verdict (heed_bus_client_confirm (fixture->bob, "bob@army.mil", NULL),
                                "allow", "clear");
}

static void
test_bad_recipients (ServiceFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *role;
    const char *mailbox;
    guint n;
    const char *error;
  } bad[] = {
    { "to", "ann@army.mil", 0, "InvalidArgument" },
    { "to", "ann@army.mil", HEED_LIMIT_RECIPIENTS + 1, "LimitExceeded" },
    { "To", "ann@army.mil", 1, "InvalidRecipient" },
    { "", "ann@army.mil", 1, "InvalidRecipient" },
    { "to", "", 1, "InvalidRecipient" },
    { "to", "ann", 1, "InvalidRecipient" },
    { "to", "ann@", 1, "InvalidRecipient" },
    { "to", "a@b@c", 1, "InvalidRecipient" },
    /* A group without members is nobody to send to, and no reason to say allow. */
    { "to", "undisclosed-recipients:;", 1, "InvalidArgument" },
    /* A line feed would make two recipients of one in the digest. */
    { "to", "\"a@army.mil\nto b\"@army.mil", 1, "InvalidRecipient" },
  };
  g_autofree char *name = g_strnfill (1024 * 1024, 'n');
  g_autofree char *long_name = g_strconcat (name, " <ann@army.mil>", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%u × %s %s", bad[i].n, bad[i].role, bad[i].mailbox);
      assert_refused (fixture,
                      make_arguments (make_recipients (bad[i].role, bad[i].mailbox, bad[i].n),
                                      "{}"),
                      bad[i].error);
    }
  assert_refused (fixture, make_arguments (make_recipients ("to", long_name, 1), "{}"),
                  "LimitExceeded");
  g_assert_cmpuint (heed_scripted_prompter_get_n_opened (fixture->prompter), ==, 0);
}

static void
test_bad_options (ServiceFixture *fixture, gconstpointer data)
{
  static const char *const bad[] = {
    "{'client': <1>}",           "{'sender': <true>}",
    "{'subject': <['a']>}",      "{'attachments': <[('a', 'b')]>}",
    "{'thread': <'a'>}",         "{'lists': <[1]>}",
    "{'message-token': <1>}",    "{'cancellation-id': <1>}",
    "{'parent-window': <1>}",    "{'activation-token': <1>}",
    "{'can-correct': <'true'>}", "{'timeout': <'1'>}",
  };
  g_autofree char *text = g_strnfill (HEED_LIMIT_OPTION_BYTES + 1, 's');
  g_autofree char *subject = g_strdup_printf ("{'subject': <'%s'>}", text);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (fixture, make_arguments (make_recipients ("to", "ann@army.mil", 1), bad[i]),
                    "InvalidArgument");
  assert_refused (fixture, make_arguments (make_recipients ("to", "ann@army.mil", 1), subject),
                  "LimitExceeded");
  heed_bus_call_assert_verdict (heed_bus_client_confirm (fixture->ann, "ann@army.mil",
                                                         "{'of-the-future': <1>}"),
                                "allow", "clear");
}

/* None of these is a mistake: each is reviewed, and comes back as text. */
static void
test_strange_mailboxes (ServiceFixture *fixture, gconstpointer data)
{
  static const char *const strange[] = {
    "ann@[192.0.2.1]",
    "ann@[IPv6:2001:db8::1]",
    "j@münchen.de",
    "j@xn--mnchen-3ya.de",
    "\"\342\200\256lim.ymra\" <ann@example.org>",
    "\"<b>Ann</b> & <span size='9'>\" <ann@example.org>",
    "=?utf-8?q?=FF=FE?= <ann@example.org>",
    "=?utf-8?q?a=00b?= <ann@example.org>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      HeedBusCall *call =
          heed_bus_client_call (fixture->ann, "Analyze",
                                make_arguments (make_recipients ("bcc", strange[i], 1), "{}"));
      const char *severity;

      g_variant_get_child (heed_bus_call_wait (call), 0, "&s", &severity);
      g_assert_cmpstr (severity, !=, "clear");
    }
}

static void
test_analyze (ServiceFixture *fixture, gconstpointer data)
{
  HeedBusCall *call =
      heed_bus_client_call (fixture->ann, "Analyze",
                            make_arguments (make_recipients ("cc", "ann@army.ml", 1), "{}"));
  g_autoptr (GVariant) findings = g_variant_get_child_value (heed_bus_call_wait (call), 1);
  g_autoptr (GVariant) worst = g_variant_get_child_value (findings, 0);
  g_autofree const char **expected = NULL;
  const char *severity;
  const char *kind = NULL;

  g_variant_get_child (heed_bus_call_wait (call), 0, "&s", &severity);
  g_assert_cmpstr (severity, ==, "danger");
  g_assert_true (g_variant_lookup (worst, "kind", "&s", &kind));
  g_assert_cmpstr (kind, ==, "suffix-swap");
  g_assert_true (g_variant_lookup (worst, "expected", "^a&s", &expected));
  g_assert_cmpstr (expected[0], ==, "army.mil");
  g_assert_cmpuint (heed_scripted_prompter_get_n_opened (fixture->prompter), ==, 0);
  g_assert_cmpuint (service_fixture_count (fixture, "army.ml"), ==, 0);
}

static HeedBusCall *
learn (HeedBusClient *client, const char *mailboxes)
{
  g_autoptr (GVariant) parsed =
      g_variant_parse (G_VARIANT_TYPE ("a(su)"), mailboxes, NULL, NULL, NULL);

  return heed_bus_client_call (
      client, "LearnRecipients",
      g_variant_new_parsed ("(%@a(su), {'client': <'Test 1'>, 'cancellation-id': <'l'>})", parsed));
}

static void
test_learn (ServiceFixture *fixture, gconstpointer data)
{
  const char *mailboxes = "[('ann@navy.mil', 3), ('nobody', 1), ('bob@navy.mil', 0)]";
  HeedBusCall *call = learn (fixture->ann, mailboxes);
  guint learned;

  heed_scripted_prompter_wait (fixture->prompter);
  g_assert_cmpstr (heed_scripted_prompter_get_client (fixture->prompter), ==, "Test 1");
  g_assert_cmpuint (heed_scripted_prompter_get_n_mailboxes (fixture->prompter), ==, 3);
  g_assert_cmpuint (heed_known_domains_get_size (heed_history_get_known_domains (fixture->history)),
                    ==, 1);
  heed_scripted_prompter_agree (fixture->prompter, TRUE);
  g_variant_get (heed_bus_call_wait (call), "(u)", &learned);
  g_assert_cmpuint (learned, ==, 1);
  g_assert_cmpuint (service_fixture_count (fixture, "navy.mil"), ==, 3);
  /* The person is asked once for each connection. */
  g_variant_get (heed_bus_call_wait (learn (fixture->ann, mailboxes)), "(u)", &learned);
  g_assert_cmpuint (learned, ==, 1);
  g_assert_cmpuint (heed_scripted_prompter_get_n_opened (fixture->prompter), ==, 1);
  HeedBusCall *of_bob = learn (fixture->bob, mailboxes);
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_agree (fixture->prompter, FALSE);
  heed_bus_call_assert_error (of_bob, "NotAllowed");

  g_variant_get (heed_bus_call_wait (learn (fixture->ann, "[]")), "(u)", &learned);
  g_assert_cmpuint (learned, ==, 0);
}

static HeedBusCall *
learn_times (HeedBusClient *client, const char *times)
{
  g_autoptr (GVariant) parsed =
      g_variant_parse (G_VARIANT_TYPE ("a(ttu)"), times, NULL, NULL, NULL);

  return heed_bus_client_call (
      client, "LearnRecipients",
      g_variant_new_parsed ("([('ann@navy.mil', uint32 5)], {'times': <%@a(ttu)>})", parsed));
}

/* An archive of mail tells the days, and of the same messages each time. */
static void
test_learn_times (ServiceFixture *fixture, gconstpointer data)
{
  g_autoptr (HeedDomain) navy = heed_domain_new ("navy.mil", NULL);
  static const char *const wrong[] = { "[]", "[(1, 2, 2), (1, 2, 2)]" };
  HeedKnownDomains *known;

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    heed_bus_call_assert_error (learn_times (fixture->ann, wrong[i]), "InvalidArgument");
  HeedBusCall *call = learn_times (fixture->ann, "[(86400, 259200, 2)]");
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_agree (fixture->prompter, TRUE);
  heed_bus_call_wait (call);
  heed_bus_call_wait (learn_times (fixture->ann, "[(86400, 259200, 2)]"));
  g_assert_cmpuint (service_fixture_count (fixture, "navy.mil"), ==, 5);
  known = heed_history_get_known_domains (fixture->history);
  g_assert_true (heed_known_domains_is_known (known, navy, 5, 2));
  g_assert_false (heed_known_domains_is_known (known, navy, 5, 3));
}

static void
test_learn_refused (ServiceFixture *fixture, gconstpointer data)
{
  const char *mailboxes = "[('ann@navy.mil', 3)]";
  HeedBusCall *declined = learn (fixture->ann, mailboxes);
  HeedBusCall *withdrawn;
  HeedBusCall *lost;

  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_agree (fixture->prompter, FALSE);
  heed_bus_call_assert_error (declined, "NotAllowed");
  withdrawn = learn (fixture->ann, mailboxes);
  heed_scripted_prompter_wait (fixture->prompter);
  heed_bus_call_wait (heed_bus_client_cancel (fixture->ann, "l"));
  heed_bus_call_assert_error (withdrawn, "NotAllowed");
  lost = learn (fixture->ann, mailboxes);
  heed_scripted_prompter_wait (fixture->prompter);
  heed_scripted_prompter_crash (fixture->prompter);
  heed_bus_call_assert_error (lost, "Failed");
  g_assert_cmpuint (service_fixture_count (fixture, "navy.mil"), ==, 0);
}

static void
test_learn_limits (ServiceFixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (HEED_LIMIT_MAILBOX_BYTES + 1, 'm');
  g_autofree char *long_one = g_strdup_printf ("[('%s', 1)]", text);
  g_autoptr (GString) many = g_string_new ("[('a', 1)");

  for (guint i = 0; i < HEED_LIMIT_LEARN; i++)
    g_string_append (many, ",('a',1)");
  g_string_append_c (many, ']');
  heed_bus_call_assert_error (learn (fixture->ann, long_one), "LimitExceeded");
  heed_bus_call_assert_error (learn (fixture->ann, many->str), "LimitExceeded");
}

static void
test_prepare (ServiceFixture *fixture, gconstpointer data)
{
  heed_bus_call_wait (heed_bus_client_call (fixture->ann, "Prepare", NULL));
  while (heed_scripted_prompter_get_n_prepared (fixture->prompter) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (heed_scripted_prompter_get_n_opened (fixture->prompter), ==, 0);
}

static void
changed_cb (GDBusConnection *connection,
            const char *sender,
            const char *path,
            const char *interface,
            const char *signal,
            GVariant *parameters,
            gpointer user_data)
{
  g_autoptr (GVariant) changed = g_variant_get_child_value (parameters, 1);

  g_assert_true (g_variant_lookup (changed, "Managed", "b", user_data));
}

static void
test_properties (ServiceFixture *fixture, gconstpointer data)
{
  HeedBusCall *call = heed_bus_client_call_on (fixture->ann, "org.freedesktop.DBus.Properties",
                                               "GetAll", g_variant_new ("(s)", HEED_INTERFACE));
  g_autofree char *text = g_variant_print (heed_bus_call_wait (call), FALSE);
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedPolicy) policy = NULL;
  gboolean managed = FALSE;
  guint id;

  g_assert_cmpstr (text, ==, "({'Version': <uint32 1>, 'Managed': <false>},)");
  id = g_dbus_connection_signal_subscribe (fixture->connection, HEED_APPLICATION_ID,
                                           "org.freedesktop.DBus.Properties", "PropertiesChanged",
                                           HEED_OBJECT_PATH, HEED_INTERFACE,
                                           G_DBUS_SIGNAL_FLAGS_NONE, changed_cb, &managed, NULL);
  heed_policy_builder_set_managed (builder, TRUE);
  policy = heed_policy_builder_end (builder);
  heed_service_set_policy (fixture->service, policy);
  while (!managed)
    g_main_context_iteration (NULL, TRUE);
  g_dbus_connection_signal_unsubscribe (fixture->connection, id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SERVICE_TEST ("interface/bad-recipients", test_bad_recipients);
  SERVICE_TEST ("interface/bad-options", test_bad_options);
  SERVICE_TEST ("interface/strange-mailboxes", test_strange_mailboxes);
  SERVICE_TEST ("interface/analyze", test_analyze);
  SERVICE_TEST ("interface/learn", test_learn);
  SERVICE_TEST ("interface/learn-times", test_learn_times);
  SERVICE_TEST ("interface/learn-refused", test_learn_refused);
  SERVICE_TEST ("interface/learn-limits", test_learn_limits);
  SERVICE_TEST ("interface/prepare", test_prepare);
  SERVICE_TEST ("interface/properties", test_properties);
  return g_test_run ();
}
