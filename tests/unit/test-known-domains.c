/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-known-domains.h"

static void
add (HeedKnownDomains *known, const char *text, guint count)
{
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (text, NULL);

  g_assert_nonnull (mailbox);
  heed_known_domains_add_mailbox (known, mailbox, count);
}

static void
add_domain (HeedKnownDomains *known, const char *text, guint count)
{
  g_autoptr (HeedDomain) domain = heed_domain_new (text, NULL);

  g_assert_nonnull (domain);
  heed_known_domains_add_domain (known, domain, count);
}

static guint
count (const HeedKnownDomains *known, const char *text)
{
  g_autoptr (HeedDomain) domain = heed_domain_new (text, NULL);

  return heed_known_domains_get_count (known, domain);
}

static guint
count_holder (const HeedKnownDomains *known, const char *text)
{
  g_autoptr (HeedDomain) domain = heed_domain_new (text, NULL);

  return heed_known_domains_get_holder_count (known, domain);
}

static guint
count_mailbox (const HeedKnownDomains *known, const char *text)
{
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (text, NULL);

  return heed_known_domains_get_mailbox_count (known, mailbox);
}

static gboolean
has_mailboxes (const HeedKnownDomains *known, const char *text)
{
  g_autoptr (HeedDomain) domain = heed_domain_new (text, NULL);

  return heed_known_domains_has_mailboxes (known, domain);
}

static void
test_counts (void)
{
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();

  add (known, "ann@us.army.mil", 3);
  add (known, "ANN@US.ARMY.MIL.", 2);
  add (known, "bob@army.mil", 4);
  add_domain (known, "navy.mil", 7);
  add_domain (known, "navy.mil", 1);
  g_assert_cmpuint (count (known, "us.army.mil"), ==, 5);
  g_assert_cmpuint (count (known, "army.mil"), ==, 4);
  g_assert_cmpuint (count (known, "navy.mil"), ==, 8);
  g_assert_cmpuint (count (known, "army.ml"), ==, 0);
  g_assert_cmpuint (count_holder (known, "army.mil"), ==, 9);
  g_assert_cmpuint (count_holder (known, "mail.army.mil"), ==, 9);
  g_assert_cmpuint (count_holder (known, "army.ml"), ==, 0);
  g_assert_cmpuint (count_mailbox (known, "ann@us.army.mil"), ==, 5);
  g_assert_cmpuint (count_mailbox (known, "ann@army.mil"), ==, 0);
  g_assert_true (has_mailboxes (known, "us.army.mil"));
  g_assert_false (has_mailboxes (known, "navy.mil"));
  g_assert_false (has_mailboxes (known, "army.ml"));
  g_assert_cmpuint (heed_known_domains_get_total (known), ==, 17);
  g_assert_cmpuint (heed_known_domains_get_size (known), ==, 3);
}

/* A registrable domain that only stands above a known one was not written to itself. */
static void
test_above (void)
{
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();

  add (known, "ann@us.army.mil", 3);
  g_assert_cmpuint (count (known, "army.mil"), ==, 0);
  g_assert_cmpuint (heed_known_domains_get_size (known), ==, 1);
  g_assert_cmpuint (heed_domain_set_get_size (heed_known_domains_get_set (known)), ==, 2);
  add_domain (known, "army.mil", 1);
  g_assert_cmpuint (heed_known_domains_get_size (known), ==, 2);
}

static void
test_extremes (void)
{
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();

  add (known, "ann@army.mil", G_MAXUINT);
  add (known, "ann@army.mil", G_MAXUINT);
  g_assert_cmpuint (count (known, "army.mil"), ==, G_MAXUINT);
  g_assert_cmpuint (count_mailbox (known, "ann@army.mil"), ==, G_MAXUINT);
  g_assert_cmpuint (heed_known_domains_get_total (known), ==, 2 * (guint64)G_MAXUINT);
  /* Known by name and never written to is not known. */
  add (known, "bob@navy.mil", 0);
  g_assert_false (has_mailboxes (known, "navy.mil"));
  add (known, "bob@[192.0.2.1]", 2);
  g_assert_cmpuint (count (known, "[192.0.2.1]"), ==, 2);
  g_assert_cmpuint (count_holder (known, "[192.0.2.1]"), ==, 2);
  add_domain (known, "co.uk", 2);
  g_assert_cmpuint (count_holder (known, "co.uk"), ==, 2);
  g_assert_cmpuint (count_holder (known, "other.co.uk"), ==, 0);
}

/* By the same name at another domain is nobody near. */
static void
test_near_people (void)
{
  static const struct
  {
    const char *typed;
    const char *expected; /* NULL for nobody */
  } cases[] = {
    { "J.Smyth@army.mil", "j.smith@army.mil" },
    { "j.smith@army.mil", NULL },
    { "j.smyth@navy.mil", NULL },
    { "k.jonas@navy.mil", "k.jones@navy.mil" },
    { "j.smith@elsewhere.mil", NULL },
  };
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();

  add (known, "j.smith@army.mil", 5);
  add (known, "k.jones@navy.mil", 4);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedMailbox) typed = heed_mailbox_new (cases[i].typed, NULL);
      guint n_messages = 0;
      g_autoptr (HeedMailbox) near = heed_known_domains_find_near (known, typed, 6, &n_messages);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (near != NULL ? heed_mailbox_get_address (near) : NULL, ==,
                       cases[i].expected);
      g_assert_cmpuint (n_messages, ==,
                        near != NULL ? count_mailbox (known, cases[i].expected) : 0);
    }
}

static gboolean
is_known (const HeedKnownDomains *known, const char *text, guint sends, guint days)
{
  g_autoptr (HeedDomain) domain = heed_domain_new (text, NULL);

  return heed_known_domains_is_known (known, domain, sends, days);
}

static void
send (
    HeedKnownDomains *known, const char *text, guint messages, guint days, guint first, guint last)
{
  const gint64 day = 24 * 60 * 60;
  const HeedSends sends = { messages, days, first * day, last * day + day - 1 };
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (text, NULL);

  heed_known_domains_add_sends (known, mailbox, &sends);
}

/* How many messages on how many days: of what cannot be told apart, the least. */
static void
test_days (void)
{
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();

  g_assert_false (is_known (known, "army.mil", 1, 1));
  send (known, "ann@army.mil", 2, 1, 100, 100);
  send (known, "bob@us.army.mil", 1, 1, 100, 100);
  g_assert_true (is_known (known, "army.mil", 3, 1));
  g_assert_false (is_known (known, "army.mil", 4, 1));
  g_assert_false (is_known (known, "army.mil", 3, 2));
  send (known, "ann@army.mil", 1, 1, 101, 101);
  g_assert_true (is_known (known, "army.mil", 3, 2));
  g_assert_true (is_known (known, "new.army.mil", 4, 2));
  g_assert_false (is_known (known, "army.mil", 3, 3));
  /* Within these two days, so they may be the same. */
  send (known, "eve@army.mil", 2, 2, 100, 101);
  g_assert_false (is_known (known, "army.mil", 3, 3));
  /* Before and after them. */
  send (known, "eve@army.mil", 5, 5, 90, 99);
  send (known, "dan@army.mil", 2, 2, 102, 110);
  g_assert_true (is_known (known, "army.mil", 3, 9));
  g_assert_false (is_known (known, "army.mil", 3, 10));
  /* Two people on one day each, whichever comes first. */
  send (known, "b@pair.example", 1, 1, 7, 7);
  send (known, "a@pair.example", 1, 1, 6, 6);
  g_assert_true (is_known (known, "pair.example", 2, 2));
}

/* Who is named as known is known. */
static void
test_vouched (void)
{
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();

  add_domain (known, "army.mil", 1);
  g_assert_true (is_known (known, "army.mil", 1000, 1000));
  send (known, "ann@army.mil", 1, 1, 100, 100);
  g_assert_true (is_known (known, "army.mil", 1000, 1000));
  send (known, "ann@army.ml", 1, 1, 100, 100);
  g_assert_false (is_known (known, "army.ml", 2, 1));
  add (known, "bob@army.ml", 1);
  g_assert_true (is_known (known, "army.ml", 1000, 1000));
  add_domain (known, "never.example", 0);
  g_assert_false (is_known (known, "never.example", 1, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known-domains/counts", test_counts);
  g_test_add_func ("/known-domains/above", test_above);
  g_test_add_func ("/known-domains/extremes", test_extremes);
  g_test_add_func ("/known-domains/days", test_days);
  g_test_add_func ("/known-domains/vouched", test_vouched);
  g_test_add_func ("/known-domains/near-people", test_near_people);
  return g_test_run ();
}
