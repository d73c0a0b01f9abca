/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-trust-gate.h"

#include <glib/gi18n-lib.h>

#include "heed-error.h"
#include "heed-limits.h"

gboolean
heed_trust_gate_pass (HeedPolicy *policy, HeedHistory *history, HeedTrust *trust, GError **error)
{
  gboolean withdrawn = heed_trust_is_withdrawn (trust);

  if (!withdrawn && !heed_policy_may_trust (policy))
    {
      g_set_error_literal (
          error, HEED_ERROR, HEED_ERROR_NOT_ALLOWED,
          _ ("Your organisation’s policy does not let you trust anybody for good"));
      return FALSE;
    }
  if (heed_history_trust (history, trust))
    return TRUE;
  if (withdrawn)
    g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                 /* Translators: %s is an address or a domain. */
                 _ ("%s is not among those that you trust"), heed_trust_get_subject (trust));
  else
    g_set_error (error, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
                 /* Translators: %d is a number. */
                 _ ("You trust %d already, and more cannot be kept"), HEED_LIMIT_TRUSTS);
  return FALSE;
}
