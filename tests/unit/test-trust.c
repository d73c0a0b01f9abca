/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-trust.h"

#include <string.h>

#include "heed-error.h"
#include "heed-history-batch.h"
#include "heed-history-query.h"
#include "heed-limits.h"
#include "history-fixture.h"

static HeedTrust *
make (const char *subject, const char *reason)
{
  g_autoptr (GError) error = NULL;
  HeedTrust *trust = heed_trust_new (subject, reason, 1000, &error);

  g_assert_no_error (error);
  return trust;
}

static void
test_subjects (void)
{
  static const struct
  {
    const char *typed;
    const char *subject; /* NULL where it is none */
  } cases[] = {
    { "Army.ML", "army.ml" },
    { "münchen.de", "xn--mnchen-3ya.de" },
    { "Ann Lee <Ann@Army.ML>", "ann@army.ml" },
    { "mail.army.ml", "mail.army.ml" },
    /* Whoever trusts these trusts everybody. */
    { "ml", NULL },
    { "co.uk", NULL },
    { "", NULL },
    { "no domain", NULL },
    { "two@at@signs", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedTrust) trust = heed_trust_new (cases[i].typed, "why", 1, &error);
      g_autoptr (HeedTrust) end = heed_trust_new_withdrawn (cases[i].typed, NULL);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpint (trust == NULL, ==, cases[i].subject == NULL);
      g_assert_cmpint (end == NULL, ==, cases[i].subject == NULL);
      if (trust == NULL)
        {
          g_assert_true (error->domain == HEED_ERROR);
          continue;
        }
      g_assert_cmpstr (heed_trust_get_subject (trust), ==, cases[i].subject);
      g_assert_false (heed_trust_is_withdrawn (trust));
      g_assert_true (heed_trust_is_withdrawn (end));
    }
}

static void
test_reasons (void)
{
  g_autofree char *longest = g_strnfill (HEED_LIMIT_REASON_CHARACTERS, 'r');
  g_autofree char *longer = g_strconcat (longest, "r", NULL);
  g_autoptr (HeedTrust) trust = make ("army.ml", "  a new partner\n");
  g_autoptr (HeedTrust) most = make ("army.ml", longest);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (heed_trust_get_reason (trust), ==, "a new partner");
  g_assert_cmpstr (heed_trust_get_reason (most), ==, longest);
  g_assert_null (heed_trust_new ("army.ml", longer, 1, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT);
  g_assert_null (heed_trust_new ("army.ml", " \n", 1, NULL));
}

static HeedHistoryContent *
write_trust (HistoryFixture *self, HeedTrust *trust)
{
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (HeedHistoryContent) before = heed_history_file_open (file, self->keys, NULL);
  g_autoptr (HeedHistoryBatch) batch = heed_history_batch_new ();
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (before);
  heed_history_batch_add_trust (batch, trust);
  g_assert_true (heed_history_file_write (file, batch, &error));
  g_clear_pointer (&file, heed_history_file_free);
  return history_fixture_read (self);
}

static gboolean
is_trusted (const HeedHistoryContent *content, const char *text)
{
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (text, NULL);

  return heed_known_domains_is_trusted (content->known, mailbox);
}

static void
test_kept (HistoryFixture *self, gconstpointer data)
{
  g_autoptr (HeedTrust) domain = make ("army.ml", "A secret reason");
  g_autoptr (HeedTrust) person = make ("Bob@navy.example", "Asked by telephone");
  g_autoptr (HeedTrust) again = make ("army.ml", "Another reason");
  g_autoptr (HeedTrust) end = heed_trust_new_withdrawn ("ARMY.ml", NULL);
  g_autoptr (HeedHistoryContent) first = write_trust (self, domain);

  g_assert_cmpuint (first->trusts->len, ==, 1);
  g_assert_cmpstr (heed_trust_get_reason (first->trusts->pdata[0]), ==, "A secret reason");
  g_assert_cmpint (heed_trust_get_time (first->trusts->pdata[0]), ==, 1000);
  g_assert_true (is_trusted (first, "anybody@army.ml"));
  g_assert_true (is_trusted (first, "anybody@mail.army.ml"));
  g_assert_false (is_trusted (first, "anybody@notarmy.ml"));
  history_fixture_assert_without (self, "secret", 6);
  history_fixture_assert_without (self, "army.ml", 7);
  g_autoptr (HeedHistoryContent) second = write_trust (self, person);
  g_assert_true (is_trusted (second, "bob@navy.example"));
  g_assert_false (is_trusted (second, "eve@navy.example"));
  g_autoptr (HeedHistoryContent) third = write_trust (self, again);
  g_assert_cmpuint (third->trusts->len, ==, 2);
  g_autoptr (HeedHistoryContent) last = write_trust (self, end);
  g_assert_cmpuint (last->trusts->len, ==, 1);
  g_assert_false (is_trusted (last, "anybody@army.ml"));
  g_assert_null (last->set_aside);
}

/* Version 4 had a mark in the row of a correspondent. */
static void
test_marked (HistoryFixture *self, gconstpointer data)
{
  g_autofree char *fixture =
      g_test_build_filename (G_TEST_DIST, "history", "version-4-marked.db", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (HeedTrust) end = heed_trust_new_withdrawn ("eve@army.ml", NULL);
  gsize n = 0;

  g_ptr_array_add (self->keys, heed_key_new_from_text ("000102030405060708090a0b0c0d0e0f"
                                                       "101112131415161718191a1b1c1d1e1f"));
  g_assert_true (g_file_get_contents (fixture, &bytes, &n, NULL));
  g_assert_true (g_file_set_contents (self->path, bytes, (gssize)n, NULL));
  g_autoptr (HeedHistoryContent) all = history_fixture_read (self);
  g_assert_null (all->set_aside);
  g_assert_cmpuint (all->n_correspondents, ==, 3);
  g_assert_cmpuint (all->trusts->len, ==, 1);
  g_assert_true (is_trusted (all, "eve@army.ml"));
  g_assert_false (is_trusted (all, "ann@army.ml"));
  g_autoptr (HeedHistoryContent) after = write_trust (self, end);
  g_assert_cmpuint (after->trusts->len, ==, 0);
  g_assert_cmpuint (history_fixture_count (after, "eve@army.ml"), ==, 2);
}

static void
test_erased (HistoryFixture *self, gconstpointer data)
{
  g_autoptr (HeedTrust) domain = make ("army.ml", "why");
  g_autoptr (HeedTrust) person = make ("ann@army.ml", "why");
  g_autoptr (HeedTrust) other = make ("navy.example", "why");
  g_autoptr (HeedHistoryContent) first = write_trust (self, domain);
  g_autoptr (HeedHistoryContent) second = write_trust (self, person);
  g_autoptr (HeedHistoryContent) third = write_trust (self, other);
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (self->path);
  g_autoptr (HeedHistoryContent) all = heed_history_file_open (file, self->keys, NULL);
  g_autoptr (HeedDomain) army = heed_domain_new ("army.ml", NULL);
  g_autoptr (HeedHistoryQuery) query = heed_history_query_new (NULL, army, NULL, 0);
  guint n_correspondents;
  guint n_decisions;

  g_assert_cmpuint (all->trusts->len, ==, 3);
  g_autoptr (HeedHistoryContent) rest = NULL;
  g_assert_true (heed_history_file_erase (file, query, NULL, NULL, NULL, &n_correspondents,
                                          &n_decisions, &rest, NULL));
  g_assert_cmpuint (rest->trusts->len, ==, 1);
  g_assert_cmpstr (heed_trust_get_subject (rest->trusts->pdata[0]), ==, "navy.example");
}

static void
test_query (void)
{
  g_autoptr (HeedTrust) domain = make ("army.ml", "A new Partner");
  g_autoptr (HeedTrust) person = make ("Ann@army.ml", "Asked");
  g_autoptr (HeedDomain) army = heed_domain_new ("army.ml", NULL);
  g_autoptr (HeedMailbox) ann = heed_mailbox_new ("Ann@army.ml", NULL);
  const struct
  {
    HeedHistoryQuery *query;
    gboolean fits_domain;
    gboolean fits_person;
  } cases[] = {
    { heed_history_query_new (NULL, NULL, NULL, 0), TRUE, TRUE },
    { heed_history_query_new (NULL, army, NULL, 0), TRUE, TRUE },
    { heed_history_query_new (ann, NULL, NULL, 0), FALSE, TRUE },
    { heed_history_query_new (NULL, NULL, "partner", 0), TRUE, FALSE },
    { heed_history_query_new (NULL, NULL, "ARMY", 0), TRUE, TRUE },
    { heed_history_query_new (NULL, NULL, NULL, 1000), FALSE, FALSE },
    { heed_history_query_new (NULL, NULL, NULL, 1001), TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (heed_history_query_fits_trust (cases[i].query, domain), ==,
                       cases[i].fits_domain);
      g_assert_cmpint (heed_history_query_fits_trust (cases[i].query, person), ==,
                       cases[i].fits_person);
      heed_history_query_unref (cases[i].query);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trust/subjects", test_subjects);
  g_test_add_func ("/trust/reasons", test_reasons);
  g_test_add_func ("/trust/query", test_query);
  HISTORY_TEST ("trust/kept", test_kept);
  HISTORY_TEST ("trust/marked", test_marked);
  HISTORY_TEST ("trust/erased", test_erased);
  return g_test_run ();
}
