/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>

#include "heed-country.h"

static void
test_names (void)
{
  static const struct
  {
    const char *suffix, *english, *german;
  } rows[] = {
    { "ml", "Mali", "Mali" },
    { "ge", "Georgia", "Georgien" },
    /* The one suffix that is not the country's code. */
    { "uk", "United Kingdom", "Vereinigtes Königreich" },
    /* What people say, and not "Korea, Republic of". */
    { "kr", "South Korea", NULL },
    { "mil", NULL, NULL },
    { "eu", "European Union", NULL },
    { "xx", NULL, NULL },
    { "", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *english = NULL;
      g_autofree char *german = NULL;

      g_setenv ("LANGUAGE", "en", TRUE);
      setlocale (LC_ALL, "C.UTF-8");
      english = heed_country_get_name (rows[i].suffix);
      g_assert_cmpstr (english, ==, rows[i].english);
      if (rows[i].german == NULL)
        continue;
      /* Languages are looked up anew when the locale is set anew. */
      g_setenv ("LANGUAGE", "de", TRUE);
      setlocale (LC_ALL, "C");
      setlocale (LC_ALL, "C.UTF-8");
      german = heed_country_get_name (rows[i].suffix);
      g_assert_cmpstr (german, ==, rows[i].german);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/country/names", test_names);
  return g_test_run ();
}
