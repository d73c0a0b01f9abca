/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-message.h"

G_BEGIN_DECLS

#define HEED_TYPE_PAST_REQUEST (heed_past_request_get_type ())

/**
 * HeedPastRequest:
 *
 * What was asked about, as far as it is remembered: enough to review it once more under another
 * policy. Subjects and attachments are not remembered. Immutable, ref-counted, safe to hand to
 * another thread.
 */
typedef struct _HeedPastRequest HeedPastRequest;

GType heed_past_request_get_type (void) G_GNUC_CONST;

/* As a value: recipients and options, as ConfirmSend has them; of the options `sender`, `thread`
 * and `lists`, those that were there. */
#define HEED_PAST_REQUEST_TYPE "(a(ss)a{sv})"

/** heed_past_request_new: @message: what was asked about; of each list in it only the first
 * %HEED_LIMIT_DECISION_RECIPIENTS entries are kept. Returns: (transfer full): the request */
HeedPastRequest *heed_past_request_new (HeedMessage *message);

/** heed_past_request_new_from_variant: @value: a %HEED_PAST_REQUEST_TYPE in normal form. Returns:
 * (transfer full): the request that it is */
HeedPastRequest *heed_past_request_new_from_variant (GVariant *value);

/** heed_past_request_get_variant: Returns: (transfer none): a %HEED_PAST_REQUEST_TYPE */
GVariant *heed_past_request_get_variant (const HeedPastRequest *self);

/**
 * heed_past_request_names:
 * @self: a request
 * @test: (scope call): whether a normalised address is meant
 *
 * Returns: whether the address of a recipient, or of somebody of the thread, is meant
 */
gboolean heed_past_request_names (const HeedPastRequest *self,
                                  gboolean (*test) (const char *address, gconstpointer user_data),
                                  gconstpointer user_data);

HeedPastRequest *heed_past_request_ref (HeedPastRequest *self);
void heed_past_request_unref (HeedPastRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPastRequest, heed_past_request_unref)

G_END_DECLS
