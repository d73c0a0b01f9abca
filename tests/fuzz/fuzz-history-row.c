/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The content of a row is a record, or none; a record that was read is written and read as the
 * same. */

#include "fuzz.h"
#include "heed-correspondent.h"
#include "heed-past-decision.h"
#include "heed-trust.h"

#include <string.h>

static gboolean
is_nobody (const char *address, gconstpointer user_data)
{
  g_assert_nonnull (strchr (address, '@'));
  return FALSE;
}

static void
check_request (const HeedPastRequest *request, const HeedPastRequest *again)
{
  g_assert_cmpint (request != NULL, ==, again != NULL);
  if (request == NULL)
    return;
  g_assert_true (g_variant_equal (heed_past_request_get_variant (request),
                                  heed_past_request_get_variant (again)));
  g_assert_false (heed_past_request_names (request, is_nobody, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (HeedCorrespondent) correspondent = heed_correspondent_new_from_bytes (bytes);
  g_autoptr (HeedPastDecision) decision = heed_past_decision_new_from_bytes (bytes);
  g_autoptr (HeedTrust) trust = heed_trust_new_from_bytes (bytes);

  /* What GVariant knows to be a row of the present form is read as GVariant reads it. */
  g_autoptr (GVariant) variant =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("(smsuxxub)"), bytes, FALSE));
  if (correspondent != NULL && g_variant_is_normal_form (variant))
    {
      g_autoptr (GBytes) same = heed_correspondent_to_bytes (correspondent);

      g_assert_true (g_bytes_equal (bytes, same));
    }
  if (correspondent != NULL)
    {
      g_autoptr (GBytes) written = heed_correspondent_to_bytes (correspondent);
      g_autoptr (HeedCorrespondent) again = heed_correspondent_new_from_bytes (written);
      g_autoptr (HeedMailbox) mailbox = heed_correspondent_make_mailbox (correspondent);

      g_assert_cmpstr (heed_correspondent_get_address (again), ==,
                       heed_correspondent_get_address (correspondent));
      g_assert_cmpuint (heed_correspondent_get_count (again), ==,
                        heed_correspondent_get_count (correspondent));
    }
  if (decision != NULL)
    {
      g_autoptr (GBytes) written = heed_past_decision_to_bytes (decision);
      g_autoptr (HeedPastDecision) again = heed_past_decision_new_from_bytes (written);

      g_assert_nonnull (again);
      g_assert_cmpint (heed_past_decision_get_reason (again), ==,
                       heed_past_decision_get_reason (decision));
      check_request (heed_past_decision_get_request (decision),
                     heed_past_decision_get_request (again));
    }
  if (trust != NULL)
    {
      g_autoptr (GBytes) written = heed_trust_to_bytes (trust);
      g_autoptr (HeedTrust) again = heed_trust_new_from_bytes (written);

      g_assert_nonnull (again);
      g_assert_cmpstr (heed_trust_get_subject (again), ==, heed_trust_get_subject (trust));
    }
  return 0;
}
