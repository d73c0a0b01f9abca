/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-lookalike.h"

static void
test_alike (void)
{
  static const struct
  {
    const char *typed;
    const char *meant;
    const char *why;
  } cases[] = {
    { "rnicrosoft.com", "microsoft.com", "r and n read as m" },
    { "paypa1.com", "paypal.com", "the digit 1" },
    { "paypai.com", "paypal.com", "a capital i, which normalising made small" },
    { "g00gle.com", "google.com", "Unicode's table leads 0 to a capital O only" },
    { "vvellsfargo.com", "wellsfargo.com", "v and v read as w" },
    { "cloud.example", "doud.example", "c and l read as d" },
    { "аrmy.mil", "army.mil", "a Cyrillic а" },
    { "gmáil.com", "gmail.com", "a mark, composed" },
    { "gma\xcc\x81il.com", "gmail.com", "a mark, apart" },
    { "łodz.pl", "lodz.pl", "a stroke that does not decompose" },
    { "раураl.com", "paypal.com", "Cyrillic рау" },
    { "ɢoogle.com", "google.com", "a small capital" },
    { "gооgle.com", "google.com", "two Cyrillic о" },
    { "ѕberbank.ru", "sberbank.ru", "a Cyrillic ѕ" },
    { "ωorld.org", "world.org", "a Greek omega" },
    { "dοcs.org", "docs.org", "a Greek omicron" },
    { "ｇmail.com", "gmail.com", "a full-width letter" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *typed = heed_lookalike_fold (cases[i].typed);
      g_autofree char *meant = heed_lookalike_fold (cases[i].meant);

      g_test_message ("%s: %s", cases[i].typed, cases[i].why);
      g_assert_cmpstr (typed, ==, meant);
      g_assert_true (g_str_is_ascii (typed));
    }
}

static void
test_not_alike (void)
{
  static const char *const pairs[][2] = {
    { "army.mil", "army.ml" },          { "gmail.com", "gmial.com" },
    { "mx01.example", "mx02.example" }, { "hotmail.de", "hotmail.fr" },
    { "bank.at", "benk.at" },           { "5iemens.com", "siemens.com" },
    { "москва.рф", "moskva.rf" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *left = heed_lookalike_fold (pairs[i][0]);
      g_autofree char *right = heed_lookalike_fold (pairs[i][1]);

      g_assert_cmpstr (left, !=, right);
    }
}

static void
test_mixed (void)
{
  static const struct
  {
    const char *text;
    gboolean is_mixed;
    const char *why;
  } cases[] = {
    { "army.mil", FALSE, "ASCII" },
    { "münchen.de", FALSE, "Latin with a mark" },
    { "аrmy.mil", TRUE, "Cyrillic а among Latin letters" },
    { "日本語.jp", FALSE, "one script" },
    { "カタカナひらがな漢字.jp", FALSE, "scripts that Japanese mixes" },
    { "пример.example.com", FALSE, "a label of each" },
    { "mail.кремль.рф", FALSE, "a label of each" },
    { "mail.кrемль.рф", TRUE, "one label of both" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s: %s", cases[i].text, cases[i].why);
      g_assert_cmpint (heed_lookalike_is_mixed (cases[i].text), ==, cases[i].is_mixed);
    }
}

static void
test_disguised (void)
{
  static const struct
  {
    const char *text;
    gboolean is_disguised;
    const char *why;
  } cases[] = {
    { "epic.com", FALSE, "ASCII" },
    { "еріс.com", TRUE, "all Cyrillic, looks Latin" },
    { "mail.ѕсоре.org", TRUE, "below a host" },
    { "еріс.рф", FALSE, "Cyrillic is expected there" },
    { "пример.com", FALSE, "Cyrillic, and looks so" },
    { "münchen.de", FALSE, "Latin" },
    { "ерic.com", FALSE, "mixed is something else" },
    { "日本.jp", FALSE, "looks like nothing Latin" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s: %s", cases[i].text, cases[i].why);
      g_assert_cmpint (heed_lookalike_is_disguised (cases[i].text), ==, cases[i].is_disguised);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lookalike/alike", test_alike);
  g_test_add_func ("/lookalike/not-alike", test_not_alike);
  g_test_add_func ("/lookalike/mixed", test_mixed);
  g_test_add_func ("/lookalike/disguised", test_disguised);
  return g_test_run ();
}
