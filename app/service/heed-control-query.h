/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-history-query.h"

G_BEGIN_DECLS

/** heed_control_query_take: @options: a query as the control interface has it. Returns: (transfer
 * full) (nullable): the query; %NULL when it is wrong, and @invocation was answered with
 * %HEED_ERROR_INVALID_ARGUMENT, %HEED_ERROR_INVALID_RECIPIENT or %HEED_ERROR_LIMIT_EXCEEDED */
HeedHistoryQuery *heed_control_query_take (GVariant *options, GDBusMethodInvocation *invocation);

G_END_DECLS
