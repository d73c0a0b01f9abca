/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-history-mirror.h"
#include "heed-limits.h"

static HeedTrust *
make_trust (const char *subject)
{
  g_autoptr (GError) error = NULL;
  HeedTrust *trust = heed_trust_new (subject, "They moved", 1000, &error);

  g_assert_no_error (error);
  return trust;
}

static void
add (HeedHistoryMirror *mirror, const char *text, guint count)
{
  const HeedSends sends = { count, 1, 1000, 1000 };
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (text, NULL);

  heed_history_mirror_add (mirror, mailbox, &sends);
}

static guint
count (HeedHistoryMirror *mirror, const char *text)
{
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (text, NULL);

  return heed_history_mirror_get_count (mirror, mailbox);
}

static gboolean
is_trusted (HeedHistoryMirror *mirror, const char *text)
{
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (text, NULL);

  return heed_known_domains_is_trusted (heed_history_mirror_get_known_domains (mirror), mailbox);
}

static void
test_counts (void)
{
  g_autoptr (HeedHistoryMirror) mirror = heed_history_mirror_new ();

  add (mirror, "ann@army.mil", 2);
  add (mirror, "Ann@army.mil", 3);
  add (mirror, "bob@army.mil", 1);
  g_assert_cmpuint (count (mirror, "ann@army.mil"), ==, 5);
  g_assert_cmpuint (heed_history_mirror_get_size (mirror), ==, 2);
}

/* What was said while the file was closed counts beside what is in it, and against it. */
static void
test_fill (void)
{
  g_autoptr (HeedHistoryMirror) mirror = heed_history_mirror_new ();
  g_autoptr (HeedTrust) inside = make_trust ("army.ml");
  g_autoptr (HeedTrust) both = make_trust ("ann@navy.ml");
  g_autoptr (HeedTrust) withdrawn = heed_trust_new_withdrawn ("ann@navy.ml", NULL);
  g_autoptr (HeedTrust) later = make_trust ("bob@navy.ml");
  g_autoptr (HeedCorrespondent) ann =
      heed_correspondent_new ("ann@army.mil", NULL, 2, 1000, 1000, 1);
  g_autoptr (HeedCorrespondent) eve =
      heed_correspondent_new ("eve@army.mil", NULL, 4, 1000, 1000, 1);
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new ("ann@army.mil", NULL);
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  HeedHistoryContent content = { .known = known, .trusts = kept, .n_correspondents = 1 };
  g_autoptr (GList) lessons = g_list_append (g_list_append (NULL, ann), eve);
  g_autoptr (GList) trusts = g_list_append (g_list_append (NULL, withdrawn), later);

  heed_known_domains_add_mailbox (known, mailbox, 7);
  g_ptr_array_add (kept, inside);
  g_ptr_array_add (kept, both);
  add (mirror, "gone@army.mil", 1);
  heed_history_mirror_fill (mirror, &content, lessons, trusts);
  g_assert_cmpuint (count (mirror, "ann@army.mil"), ==, 9);
  g_assert_cmpuint (count (mirror, "eve@army.mil"), ==, 4);
  g_assert_cmpuint (count (mirror, "gone@army.mil"), ==, 0);
  g_assert_cmpuint (heed_history_mirror_get_size (mirror), ==, 2);
  g_assert_true (is_trusted (mirror, "anybody@army.ml"));
  g_assert_false (is_trusted (mirror, "ann@navy.ml"));
  g_assert_true (is_trusted (mirror, "bob@navy.ml"));
}

static void
test_trusts (void)
{
  g_autoptr (HeedHistoryMirror) mirror = heed_history_mirror_new ();
  g_autoptr (HeedTrust) later = make_trust ("navy.ml");
  g_autoptr (HeedTrust) first = make_trust ("army.ml");
  g_autoptr (HeedTrust) end = heed_trust_new_withdrawn ("navy.ml", NULL);

  g_assert_true (heed_history_mirror_set_trust (mirror, later));
  g_assert_true (heed_history_mirror_set_trust (mirror, first));
  g_autoptr (GPtrArray) list = heed_history_mirror_list_trusts (mirror);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_true (list->pdata[0] == first);
  g_assert_true (list->pdata[1] == later);
  g_assert_true (heed_history_mirror_has_trust (mirror, "navy.ml"));
  g_assert_true (heed_history_mirror_set_trust (mirror, end));
  g_assert_false (heed_history_mirror_set_trust (mirror, end));
  g_assert_false (heed_history_mirror_has_trust (mirror, "navy.ml"));
  g_assert_false (is_trusted (mirror, "ann@navy.ml"));
}

static void
test_limits (void)
{
  g_autoptr (HeedHistoryMirror) mirror = heed_history_mirror_new ();
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  HeedHistoryContent content = { known, kept, HEED_LIMIT_CORRESPONDENTS - 1, NULL, FALSE };
  g_autoptr (HeedMailbox) ann = heed_mailbox_new ("ann@army.mil", NULL);
  g_autoptr (HeedMailbox) bob = heed_mailbox_new ("bob@army.mil", NULL);
  g_autoptr (HeedTrust) trust = make_trust ("army.ml");

  heed_history_mirror_fill (mirror, &content, NULL, NULL);
  g_assert_true (heed_history_mirror_has_room (mirror, ann));
  add (mirror, "ann@army.mil", 1);
  g_assert_true (heed_history_mirror_has_room (mirror, ann));
  g_assert_false (heed_history_mirror_has_room (mirror, bob));
  for (guint i = 0; i < HEED_LIMIT_TRUSTS; i++)
    {
      g_autofree char *subject = g_strdup_printf ("army%u.ml", i);
      g_autoptr (HeedTrust) another = make_trust (subject);

      g_assert_true (heed_history_mirror_set_trust (mirror, another));
    }
  g_assert_false (heed_history_mirror_set_trust (mirror, trust));
  g_assert_false (is_trusted (mirror, "ann@army.ml"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history-mirror/counts", test_counts);
  g_test_add_func ("/history-mirror/fill", test_fill);
  g_test_add_func ("/history-mirror/trusts", test_trusts);
  g_test_add_func ("/history-mirror/limits", test_limits);
  return g_test_run ();
}
