/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* ICU knows which code is a country, by the name that people use ("South Korea"). Its translations
 * follow the locale only, while the other texts of a program follow $LANGUAGE as well. So a name is
 * looked up in the translations of iso-codes first, as any other text is, and where these have none
 * (they say "Korea, Republic of"), ICU's is taken. */

#include "config.h"
#include "heed-country.h"

#include <libintl.h>
#include <string.h>
#include <unicode/uloc.h>

/* Where iso-codes has its translations of ISO 3166-1. */
#define TRANSLATIONS "iso_3166-1"

static char *
get_icu_name (const char *region, const char *language)
{
  g_autofree char *locale = g_strconcat ("und_", region, NULL);
  UChar name[128];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;

  length = uloc_getDisplayCountry (locale, language, name, G_N_ELEMENTS (name), &status);
  if (U_FAILURE (status) || length == 0)
    return NULL;
  return g_utf16_to_utf8 ((const gunichar2 *)name, length, NULL, NULL, NULL);
}

static const char *
translate (const char *name)
{
  static gsize prepared = 0;

  if (g_once_init_enter (&prepared))
    {
      bind_textdomain_codeset (TRANSLATIONS, "UTF-8");
      g_once_init_leave (&prepared, 1);
    }
  return dgettext (TRANSLATIONS, name);
}

char *
heed_country_get_name (const char *suffix)
{
  g_autofree char *region = NULL;
  g_autofree char *english = NULL;
  const char *translated;

  if (strlen (suffix) != 2)
    return NULL;
  /* The suffix of the United Kingdom is the one that is not its ISO 3166 code. */
  region = g_ascii_strup (g_str_equal (suffix, "uk") ? "gb" : suffix, -1);
  english = get_icu_name (region, "en");
  /* ICU gives the code back for what is no country. */
  if (english == NULL || g_str_equal (english, region))
    return NULL;
  translated = translate (english);
  return translated != english ? g_strdup (translated) : get_icu_name (region, NULL);
}
