/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-history.h"
#include "heed-policy.h"

G_BEGIN_DECLS

/**
 * heed_trust_gate_pass:
 * @policy: what the organisation lets the person do
 * @history: where those are kept whom they trust
 * @trust: whom the person trusts; one that is withdrawn ends it
 * @error: return location for an error
 *
 * Returns: whether it is in force; %FALSE with %HEED_ERROR_NOT_ALLOWED by the policy,
 *   %HEED_ERROR_NOT_FOUND where nothing was to be withdrawn, or %HEED_ERROR_LIMIT_EXCEEDED
 */
gboolean
heed_trust_gate_pass (HeedPolicy *policy, HeedHistory *history, HeedTrust *trust, GError **error);

G_END_DECLS
