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
    guint n_ats;
  } forms[] = {
    { "ann@army.mil", "ann@army.mil", 1 },
    { " ann@army.mil ", "ann@army.mil", 1 },
    { "Ann <ann@army.mil>", "ann@army.mil", 1 },
    /* The first brackets count, and what follows them does not. */
    { "<ann@army.mil> <bob@army.mil> (x@y)", "ann@army.mil", 1 },
    { "ann@army.mil <ann@army.ml>", "ann@army.ml", 1 },
    /* Quotes and comments hide brackets and @. */
    { "\"<a@b>\" <ann@army.mil>", "ann@army.mil", 1 },
    { "\"a\\\"@b\"@army.mil", "\"a\\\"@b\"@army.mil", 1 },
    { "(a@b (c@d) e@f)ann@army.mil", "ann@army.mil", 1 },
    { "a@b@c", "a@b@c", 2 },
    { "ann", "ann", 0 },
    { "", "", 0 },
    /* What is opened and never closed ends with the text. */
    { "\"ann@army.mil", "\"ann@army.mil", 0 },
    { "(ann@army.mil", "", 0 },
    { "<ann@army.mil", "ann@army.mil", 1 },
    { "\"\\", "\"\\", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      guint n_ats = 99;
      g_autofree char *address = heed_address_extract (forms[i].mailbox, &n_ats);

      g_test_message ("%s", forms[i].mailbox);
      g_assert_cmpstr (address, ==, forms[i].address);
      g_assert_cmpuint (n_ats, ==, forms[i].n_ats);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/extract", test_extract);
  return g_test_run ();
}
