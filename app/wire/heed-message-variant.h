/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-message.h"

G_BEGIN_DECLS

/**
 * heed_message_variant_parse:
 * @recipients: `a(ss)`, role and mailbox
 * @options: `a{sv}`; `client`, `sender`, `subject`, `attachments`, `thread` and `lists` are read
 * here
 * @error: return location for an error
 *
 * Returns: (transfer full): the message, or %NULL with %HEED_ERROR_INVALID_ARGUMENT (which names
 * the option), %HEED_ERROR_INVALID_RECIPIENT (which names the recipient's index) or
 * %HEED_ERROR_LIMIT_EXCEEDED
 */
HeedMessage *heed_message_variant_parse (GVariant *recipients, GVariant *options, GError **error);

/**
 * heed_message_variant_recipients:
 * @message: a message
 *
 * Returns: (transfer floating): its recipients as `a(ss)`
 */
GVariant *heed_message_variant_recipients (const HeedMessage *message);

G_END_DECLS
