/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-confirmation.h"
#include "heed-question.h"

G_BEGIN_DECLS

#define HEED_TYPE_REQUEST_QUEUE (heed_request_queue_get_type ())

/**
 * HeedRequestQueue:
 *
 * The requests that wait for the person. One question is asked at a time; callers take turns.
 */
G_DECLARE_FINAL_TYPE (HeedRequestQueue, heed_request_queue, HEED, REQUEST_QUEUE, GObject)

/** heed_request_queue_new: @prompter: who asks. Returns: (transfer full): an empty queue */
HeedRequestQueue *heed_request_queue_new (HeedPrompter *prompter);

/**
 * heed_request_queue_check_id:
 * @self: a queue
 * @sender: a caller
 * @cancellation_id: (nullable): what it calls its next request
 * @error: return location for an error
 *
 * Returns: whether no request that waits has this name; %FALSE with %HEED_ERROR_INVALID_ARGUMENT
 */
gboolean heed_request_queue_check_id (HeedRequestQueue *self,
                                      const char *sender,
                                      const char *cancellation_id,
                                      GError **error);

/**
 * heed_request_queue_add:
 * @self: a queue
 * @question: a new question, or one of the queue that the request joins
 * @invocation: (transfer full): the call that waits for the answer; it is answered in any case
 * @options: how it was asked
 *
 * Answers with %HEED_ERROR_LIMIT_EXCEEDED where too many wait already.
 */
void heed_request_queue_add (HeedRequestQueue *self,
                             HeedQuestion *question,
                             GDBusMethodInvocation *invocation,
                             const HeedRequestOptions *options);

/**
 * heed_request_queue_find_confirmation:
 * @self: a queue
 * @sender: a caller
 * @message_token: the name that it gave a message
 *
 * Returns: (transfer none) (nullable): the question that waits
 */
HeedConfirmation *heed_request_queue_find_confirmation (HeedRequestQueue *self,
                                                        const char *sender,
                                                        const char *message_token);

/**
 * heed_request_queue_withdraw:
 * @self: a queue
 * @sender: a caller
 * @cancellation_id: (nullable): which request; %NULL for all
 *
 * Returns: whether there was any
 */
gboolean heed_request_queue_withdraw (HeedRequestQueue *self,
                                      const char *sender,
                                      const char *cancellation_id);

/** heed_request_queue_withdraw_all: answers everything that waits without the person */
void heed_request_queue_withdraw_all (HeedRequestQueue *self);

/** heed_request_queue_is_empty: Returns: whether nothing waits and no window is open */
gboolean heed_request_queue_is_empty (HeedRequestQueue *self);

G_END_DECLS
