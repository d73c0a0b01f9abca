/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * heed_call_failure_get_name:
 * @error: what came back from a call of the service in place of its answer
 *
 * Returns: (transfer none) (nullable): the service's own name for it, such as `InvalidRecipient`,
 * or %NULL when the service did not answer: it is not there, or went away, or the bus did
 */
const char *heed_call_failure_get_name (const GError *error);

/**
 * heed_call_failure_explain:
 * @error: as above
 *
 * Returns: (transfer full): one sentence for a person: the service's own, or one of ours in place
 * of what a library or the bus says about names, sockets and replies
 */
char *heed_call_failure_explain (const GError *error);

G_END_DECLS
