/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-control-answer.h"

#include <glib/gi18n-lib.h>

#include "heed-error.h"
#include "heed-limits.h"

void
heed_control_answer (GDBusMethodInvocation *invocation, GVariant *answer)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (answer);

  if (g_variant_get_size (owned) <= HEED_LIMIT_ANSWER_BYTES)
    g_dbus_method_invocation_return_value (invocation, owned);
  else
    g_dbus_method_invocation_return_error_literal (
        invocation, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
        _ ("The answer would be too large. Ask for one domain, or for fewer days."));
}
