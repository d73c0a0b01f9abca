/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-prompter.h"
#include "heed-request.h"

G_BEGIN_DECLS

#define HEED_TYPE_QUESTION (heed_question_get_type ())

/**
 * HeedQuestion:
 *
 * One thing that the person is asked, and the requests of one caller that wait for the answer. A
 * question that no request waits for any more is abandoned: it takes its window away.
 */
G_DECLARE_DERIVABLE_TYPE (HeedQuestion, heed_question, HEED, QUESTION, GObject)

/**
 * HeedQuestionClass:
 * @ask_async: opens the window, and answers every request that waits by heed_question_answer() or
 *   heed_question_fail() before it ends
 * @ask_finish: ends it
 * @answer_withdrawn: answers one request that is withdrawn or out of time, without a person
 */
struct _HeedQuestionClass
{
  GObjectClass parent_class;

  void (*ask_async) (HeedQuestion *self,
                     HeedPrompter *prompter,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data);
  void (*ask_finish) (HeedQuestion *self, GAsyncResult *result);
  void (*answer_withdrawn) (HeedQuestion *self, HeedRequest *request, HeedReason reason);
};

/** heed_question_get_sender: Returns: (transfer none) (nullable): the caller's unique bus name;
 * %NULL before the first request */
const char *heed_question_get_sender (HeedQuestion *self);

/** heed_question_get_n_requests: Returns: how many requests wait for the answer */
guint heed_question_get_n_requests (HeedQuestion *self);

/** heed_question_has_request: Returns: whether a request of this cancellation id waits */
gboolean heed_question_has_request (HeedQuestion *self, const char *cancellation_id);

/**
 * heed_question_add_request:
 * @self: a question
 * @request: (transfer full): a request of the same caller as the others
 * @timeout: seconds after which it is answered without the person; 0 for never
 */
void heed_question_add_request (HeedQuestion *self, HeedRequest *request, guint timeout);

/**
 * heed_question_withdraw:
 * @self: a question
 * @cancellation_id: (nullable): which request; %NULL for all
 *
 * Answers the requests without the person. Emits `abandoned` if none is left.
 *
 * Returns: whether there was any
 */
gboolean heed_question_withdraw (HeedQuestion *self, const char *cancellation_id);

/**
 * heed_question_refuse_last:
 * @self: a question that a request waits for
 * @error: why
 *
 * Answers the request that came last with @error. Emits `abandoned` if none is left.
 */
void heed_question_refuse_last (HeedQuestion *self, const GError *error);

/**
 * heed_question_answer:
 * @self: a question
 * @answer: (transfer floating): what the method returns
 *
 * Answers every request that waits.
 *
 * Returns: whether there was any
 */
gboolean heed_question_answer (HeedQuestion *self, GVariant *answer);

/** heed_question_fail: answers every request that waits with @error (nullable). Returns: whether
 * there was any */
gboolean heed_question_fail (HeedQuestion *self, const GError *error);

/**
 * heed_question_ask_async:
 * @self: a question
 * @prompter: who asks
 *
 * Asks the person. Ends once the window is gone and no request waits any more. There is no
 * cancellable: a question is cancelled when it is abandoned.
 */
void heed_question_ask_async (HeedQuestion *self,
                              HeedPrompter *prompter,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
void heed_question_ask_finish (HeedQuestion *self, GAsyncResult *result);

G_END_DECLS
