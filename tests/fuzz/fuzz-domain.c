/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A normalised domain is normal: both of its forms give the same domain again. */

#include "fuzz.h"
#include "heed-domain.h"
#include "heed-limits.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *bytes = g_strndup ((const char *)data, size);
  g_autofree char *text = g_utf8_make_valid (bytes, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedDomain) domain = heed_domain_new (text, &error);
  g_autoptr (HeedDomain) ascii = NULL;

  if (domain == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_true (g_str_is_ascii (heed_domain_get_ascii (domain)));
  g_assert_true (g_utf8_validate (heed_domain_get_unicode (domain), -1, NULL));
  g_assert_cmpuint (strlen (heed_domain_get_ascii (domain)), <=, HEED_LIMIT_DOMAIN_CHARACTERS);
  ascii = heed_domain_new (heed_domain_get_ascii (domain), &error);
  g_assert_no_error (error);
  g_assert_true (heed_domain_equal (domain, ascii));
  return 0;
}
