/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-history.h"
#include "heed-question.h"

G_BEGIN_DECLS

#define HEED_TYPE_CONFIRMATION (heed_confirmation_get_type ())

/**
 * HeedConfirmation:
 *
 * The question whether a message may be sent. Emits `answered` with the #HeedVerdict, after it is
 * on its way to those who wait; not if nobody waits any more. Emits `failed` where the person could
 * not be asked.
 */
G_DECLARE_FINAL_TYPE (HeedConfirmation, heed_confirmation, HEED, CONFIRMATION, HeedQuestion)

/**
 * heed_confirmation_new:
 * @prompt: what is asked
 * @history: what a correction is reviewed against
 *
 * Returns: (transfer full): the question
 */
HeedConfirmation *heed_confirmation_new (HeedPrompt *prompt, HeedHistory *history);

/** heed_confirmation_get_prompt: Returns: (transfer none): what is asked */
HeedPrompt *heed_confirmation_get_prompt (HeedConfirmation *self);

/** heed_confirmation_get_duration: Returns: microseconds since it was made */
gint64 heed_confirmation_get_duration (HeedConfirmation *self);

/** heed_confirmation_is_for: Returns: whether it was asked under this message token */
gboolean heed_confirmation_is_for (HeedConfirmation *self, const char *message_token);

/**
 * heed_confirmation_check_same:
 * @self: a confirmation
 * @message: what is asked under the same message token
 * @options: how it is asked
 * @error: return location for an error
 *
 * Returns: whether the answer will be right for @message, too; %FALSE with
 *   %HEED_ERROR_INVALID_ARGUMENT, which says what differs
 */
gboolean heed_confirmation_check_same (HeedConfirmation *self,
                                       HeedMessage *message,
                                       const HeedRequestOptions *options,
                                       GError **error);

/**
 * heed_confirmation_reply:
 * @verdict: a verdict
 * @history: whose state the caller is told
 *
 * Returns: (transfer floating): what ConfirmSend returns, `(sa{sv})`
 */
GVariant *heed_confirmation_reply (const HeedVerdict *verdict, HeedHistory *history);

G_END_DECLS
