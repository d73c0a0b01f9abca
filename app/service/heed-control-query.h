/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-history-query.h"

G_BEGIN_DECLS

/** heed_control_query_read: @options: a query as the control interface has it. Returns: (transfer
 * full) (nullable): the query; %NULL with %HEED_ERROR_INVALID_ARGUMENT or
 * %HEED_ERROR_INVALID_RECIPIENT */
HeedHistoryQuery *heed_control_query_read (GVariant *options, GError **error);

G_END_DECLS
