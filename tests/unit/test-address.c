/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-address.h"

static void
test_extract (void)
{
  static const struct
  {
    const char *mailbox;
    const char *address;
  } forms[] = {
    { "ann@army.mil", "ann@army.mil" },
    { " ann@army.mil ", "ann@army.mil" },
    { "Ann <ann@army.mil>", "ann@army.mil" },
    /* The first brackets count, and what follows them does not. */
    { "<ann@army.mil> <bob@army.mil> (x@y)", "ann@army.mil" },
    { "ann@army.mil <ann@army.ml>", "ann@army.ml" },
    /* Quotes and comments hide brackets and @. */
    { "\"<a@b>\" <ann@army.mil>", "ann@army.mil" },
    { "\"a\\\"@b\"@army.mil", "\"a\\\"@b\"@army.mil" },
    { "(a@b (c@d) e@f)ann@army.mil", "ann@army.mil" },
    { "a@b@c", "a@b@c" },
    { "ann", "ann" },
    { "", "" },
    /* What is opened and never closed ends with the text. */
    { "\"ann@army.mil", "\"ann@army.mil" },
    { "(ann@army.mil", "" },
    { "<ann@army.mil", "ann@army.mil" },
    { "\"\\", "\"\\" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *address = heed_address_extract (forms[i].mailbox);

      g_test_message ("%s", forms[i].mailbox);
      g_assert_cmpstr (address, ==, forms[i].address);
    }
}

static void
test_count (void)
{
  static const struct
  {
    const char *text;
    guint count;
  } texts[] = {
    { "", 0 },
    { "ann", 0 },
    { "ann@army.mil", 1 },
    { "ann@army.mil <ann@army.ml>", 1 },
    { "ann@army.ml>", 1 },
    { "\"a@b\" <ann@army.mil> (c@d)", 1 },
    { "\"a@b\"@army.mil", 1 },
    { "ann@[IPv6:2001:db8::1]", 1 },
    { "a@b@c", 2 },
    /* A source route, which no program writes any more. */
    { "<@a.org,@b.org:ann@army.mil>", 3 },
    { "Team: ann@army.mil, Bob <bob@army.mil>;, eve@example.org", 3 },
    { "undisclosed-recipients:;", 0 },
    { "Ann <ann@army.mil>; eve@example.org", 2 },
    { "Ann <ann@army.mil <eve@example.org>", 2 },
    { "Ann <ann@army.mil> eve@example.org", 2 },
    { "ann@army.mil x: eve@example.org", 2 },
    { "ann@army.mil) eve@example.org", 2 },
    /* What is never closed hides nothing. */
    { "ann@army.mil\", eve@example.org", 2 },
    { "Ann <ann@army.mil> (x, eve@example.org", 2 },
    { "ann@army.mil (x (y) \\) eve@example.org", 2 },
    { "ann@army.mil (\"), eve@example.org", 2 },
    { "\"\\", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i].text);
      g_assert_cmpuint (heed_address_count (texts[i].text), ==, texts[i].count);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/extract", test_extract);
  g_test_add_func ("/address/count", test_count);
  return g_test_run ();
}
