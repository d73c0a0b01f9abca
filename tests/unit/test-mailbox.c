/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-address.h"
#include "heed-error.h"
#include "heed-limits.h"
#include "heed-mailbox.h"

typedef struct
{
  const char *text;
  const char *name;
  const char *local;
  const char *address;
} Form;

static const Form forms[] = {
  { "ann@army.mil", NULL, "ann", "ann@army.mil" },
  { "Ann <ann@army.mil>", "Ann", "ann", "ann@army.mil" },
  { "\"Lee, Ann\" <Ann.Lee@Army.MIL>", "Lee, Ann", "Ann.Lee", "Ann.Lee@army.mil" },
  { "<ann@army.mil>", NULL, "ann", "ann@army.mil" },
  { "=?utf-8?q?J=C3=BCrgen?= <j@münchen.de>", "Jürgen", "j", "j@xn--mnchen-3ya.de" },
  { "ü@example.org", NULL, "ü", "ü@example.org" },
  { "o'neil+list@example.org", NULL, "o'neil+list", "o'neil+list@example.org" },
  /* Comments, and the historic form with the name in one. */
  { "ann@army.mil (Ann)", "Ann", "ann", "ann@army.mil" },
  { "Ann (her \\) work) <ann@army.mil>", "Ann", "ann", "ann@army.mil" },
  { "ann @ army . mil", NULL, "ann", "ann@army.mil" },
  /* Quoted local parts, an @ among them. */
  { "\"a b\"@example.org", NULL, "a b", "a b@example.org" },
  { "\"a@b\"@example.org", NULL, "a@b", "a@b@example.org" },
  /* A name that looks like an address. */
  { "\"ann@army.mil\" <ann@army.ml>", "ann@army.mil", "ann", "ann@army.ml" },
  { "ann@army.mil <ann@army.ml>", "ann@army.mil", "ann", "ann@army.ml" },
  /* An encoded name that looks like one is still a name. */
  { "=?utf-8?b?PGFubkBhcm15Lm1pbD4=?= <b@example.org>", "<ann@army.mil>", "b", "b@example.org" },
  { "ann@[192.0.2.1]", NULL, "ann", "ann@[192.0.2.1]" },
  { "mailto:ann@army.mil", NULL, "ann", "ann@army.mil" },
  { "ann@army.mil,", NULL, "ann", "ann@army.mil" },
  { "ann@army.ml>", NULL, "ann", "ann@army.ml" },
  /* What GMime refuses: doubled dots, and a local part that a Japanese provider gave out. */
  { "ann@army..mil", NULL, "ann", "ann@army.mil" },
  { "ann@.army.mil", NULL, "ann", "ann@army.mil" },
  /* What cannot be seen is not written again. */
  { "ann@army\342\200\213.mil", NULL, "ann", "ann@army.mil" },
  /* Backslashes and quotes within a name. */
  { "\"\\\\\\\"@b\\\\\" <a@example.org>", "\\\"@b\\", "a", "a@example.org" },
  { "\"a\".b@example.org", NULL, "a.b", "a.b@example.org" },
  { "x..y.@docomo.ne.jp", NULL, "x..y.", "x..y.@docomo.ne.jp" },
};

static void
test_forms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (forms[i].text, &error);

      g_test_message ("%s", forms[i].text);
      g_assert_no_error (error);
      g_assert_cmpstr (heed_mailbox_get_name (mailbox), ==, forms[i].name);
      g_assert_cmpstr (heed_mailbox_get_local (mailbox), ==, forms[i].local);
      g_assert_cmpstr (heed_mailbox_get_address (mailbox), ==, forms[i].address);
    }
}

static void
test_text_can_be_read_again (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (forms[i].text, NULL);
      g_autofree char *text = heed_mailbox_to_string (mailbox);
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedMailbox) again = heed_mailbox_new (text, &error);

      g_test_message ("%s → %s", forms[i].text, text);
      g_assert_no_error (error);
      g_assert_cmpstr (heed_mailbox_get_name (again), ==, forms[i].name);
      g_assert_cmpstr (heed_mailbox_get_address (again), ==, forms[i].address);
    }
}

/* Plain mailboxes are split without GMime; a comment makes them go through it. */
static void
test_plain_as_parsed (void)
{
  static const char *const plain[] = {
    "ann@army.mil",
    "ANN@Army.Mil",
    "<ann@army.mil>",
    "Ann <ann@army.mil>",
    "Ann B Lee 2 <ann@army.mil>",
    "mailto <ann@army.mil>",
    "a.b-c_d+e@us.army.mil",
    "-@-x-.example",
    "a@192.0.2.1",
    "a@localhost",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *commented = g_strconcat (plain[i], " ()", NULL);
      g_autoptr (HeedMailbox) split = heed_mailbox_new (plain[i], NULL);
      g_autoptr (HeedMailbox) parsed = heed_mailbox_new (commented, NULL);

      g_test_message ("%s", plain[i]);
      g_assert_cmpstr (heed_mailbox_get_name (split), ==, heed_mailbox_get_name (parsed));
      g_assert_cmpstr (heed_mailbox_get_local (split), ==, heed_mailbox_get_local (parsed));
      g_assert_cmpstr (heed_mailbox_get_address (split), ==, heed_mailbox_get_address (parsed));
      g_assert_cmpstr (heed_mailbox_get_typed (split), ==, heed_mailbox_get_typed (parsed));
    }
}

static void
test_not_plain (void)
{
  static const char *const others[] = {
    "",
    "ann",
    "@army.mil",
    "ann@",
    "ann@army.mil ",
    " ann@army.mil",
    "Ann <ann@army.mil> ",
    "Ann  Lee <ann@army.mil>",
    "Ann<ann@army.mil>",
    "Ann <ann@army.mil",
    "ann@army.mil>",
    "Ann <ann@army.mil>>",
    "ann@army..mil",
    "ann@.army.mil",
    "ann@army.mil.",
    ".ann@army.mil",
    "ann.@army.mil",
    "a@b@c.org",
    "ann@army.mil <ann@army.ml>",
    "=?utf-8?q?J?= <j@example.org>",
    "\"Ann\" <ann@army.mil>",
    "ann@army.mil,bob@army.mil",
    "mailto:ann@army.mil",
    "ü@example.org",
    "ann@münchen.de",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      char *name = NULL, *local = NULL, *domain = NULL;

      g_test_message ("%s", others[i]);
      g_assert_false (heed_address_split_plain (others[i], &name, &local, &domain));
      g_assert_null (local);
    }
}

/* What stands in an A-label stays there, whichever way the mailbox is read. */
static void
test_a_labels (void)
{
  static const char *const texts[] = {
    "ann@xn--rmy-5cd.mil",
    "Ann <ann@xn--rmy-5cd.mil>",
    "\"Lee, Ann\" <ann@XN--RMY-5cd.mil>",
    "\"xn--nobody, Ann\" <ann@xn--rmy-5cd.mil>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (texts[i], NULL);

      g_test_message ("%s", texts[i]);
      g_assert_nonnull (mailbox);
      g_assert_cmpstr (heed_mailbox_get_address (mailbox), ==, "ann@xn--rmy-5cd.mil");
    }
}

static void
test_wrong (void)
{
  static const char *const wrong[] = {
    "",
    " ",
    "<>",
    "ann",
    "ann@",
    "@army.mil",
    "ann@army.mil bob",
    "Lee, Ann <ann@army.mil>",
    "@",
    "\"@",
    "\"",
    "a@b.org@c.org",
    "<a@b@c>",
    "a@b@c",
    "ann@army.ml<",
    "Team: ann@army.mil;",
    "ann@\342\200\213",
    "\"a@army.mil\nto b\"@army.mil",
    "\"a\177\"@army.mil",
    /* A line break would make a header of the rest, and GMime a group of the address. */
    "ann@army.mil\r\nBcc: eve@evil.example",
    "ann@army.mil\n Bcc: eve@evil.example;",
    "Ann\r <ann@army.mil>",
    "ann@army.mil\n",
    "ann@army.mil Bcc: eve@evil.example",
    /* The @ is quoted, so this is a local part alone. */
    "\"a@b\".example.org",
    "\\a@example.org",
    /* A full-width @ becomes one. */
    "a@b\357\274\240example.org",
    /* A-labels that stand for no letters, or for a control character. */
    "ann@xn--army.mil",
    "\"Lee, Ann\" <ann@xn--army.mil>",
    "Ann <ann@mail.xn--a.org>",
    "ann@xn--0.com",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (wrong[i], &error);

      g_test_message ("%s", wrong[i]);
      if (g_str_equal (wrong[i], "Team: ann@army.mil;"))
        {
          /* A group of one is one mailbox. */
          g_assert_nonnull (mailbox);
          continue;
        }
      g_assert_error (error, HEED_ERROR, HEED_ERROR_INVALID_RECIPIENT);
      g_assert_null (mailbox);
    }
}

static void
test_limits (void)
{
  g_autofree char *name = g_strnfill (1024 * 1024, 'a');
  g_autofree char *text = g_strconcat (name, " <ann@army.mil>", NULL);
  g_autoptr (GError) too_long = NULL;
  g_autoptr (GError) not_utf8 = NULL;

  g_assert_null (heed_mailbox_new (text, &too_long));
  g_assert_error (too_long, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED);
  g_assert_null (heed_mailbox_new ("ann\377@army.mil", &not_utf8));
  g_assert_error (not_utf8, HEED_ERROR, HEED_ERROR_INVALID_RECIPIENT);
}

static void
test_groups (void)
{
  static const struct
  {
    const char *text;
    const char *addresses;
  } groups[] = {
    { "undisclosed-recipients:;", "" },
    { "Team: ann@army.mil, Bob <bob@army.mil>;", "ann@army.mil bob@army.mil" },
    { "Team: ann@army.mil;, eve@example.org", "ann@army.mil eve@example.org" },
    { "ann@army.mil, bob@army.mil", "ann@army.mil bob@army.mil" },
    { "ann@army.mil Bcc: eve@example.org", "ann@army.mil eve@example.org" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) mailboxes = heed_mailbox_parse_list (groups[i].text, &error);
      g_autoptr (GString) addresses = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < mailboxes->len; j++)
        g_string_append_printf (addresses, "%s%s", j > 0 ? " " : "",
                                heed_mailbox_get_address (mailboxes->pdata[j]));
      g_assert_cmpstr (addresses->str, ==, groups[i].addresses);
    }
}

/* GMime leaves out what follows here, and another program might write to it. */
static void
test_nobody_left_out (void)
{
  static const char *const wrong[] = {
    "Ann <ann@army.mil>; eve@example.org",
    "ann@army.mil) eve@example.org, bob@army.mil",
    "ann@army.mil\", eve@example.org",
    "Ann <ann@army.mil> (x, eve@example.org",
    "Team: ann@army.mil;; eve@example.org",
    "ann@army.mil\r\nBcc: eve@example.org, bob@army.mil",
    /* An A-label that stands for no letters, in the second of two. */
    "ann@army.mil, eve@xn--army.mil",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i]);
      g_assert_null (heed_mailbox_parse_list (wrong[i], &error));
      g_assert_error (error, HEED_ERROR, HEED_ERROR_INVALID_RECIPIENT);
    }
}

static void
test_with_domain (void)
{
  g_autoptr (HeedMailbox) typed = heed_mailbox_new ("Ann <ann@army.ml>", NULL);
  g_autoptr (HeedDomain) meant = heed_domain_new ("army.mil", NULL);
  g_autoptr (HeedMailbox) corrected = heed_mailbox_with_domain (typed, meant);
  g_autofree char *text = heed_mailbox_to_string (corrected);

  g_assert_cmpstr (text, ==, "Ann <ann@army.mil>");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mailbox/forms", test_forms);
  g_test_add_func ("/mailbox/again", test_text_can_be_read_again);
  g_test_add_func ("/mailbox/plain-as-parsed", test_plain_as_parsed);
  g_test_add_func ("/mailbox/not-plain", test_not_plain);
  g_test_add_func ("/mailbox/wrong", test_wrong);
  g_test_add_func ("/mailbox/a-labels", test_a_labels);
  g_test_add_func ("/mailbox/limits", test_limits);
  g_test_add_func ("/mailbox/groups", test_groups);
  g_test_add_func ("/mailbox/nobody-left-out", test_nobody_left_out);
  g_test_add_func ("/mailbox/with-domain", test_with_domain);
  return g_test_run ();
}
