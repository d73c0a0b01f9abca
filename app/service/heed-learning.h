/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-lessons.h"
#include "heed-question.h"

G_BEGIN_DECLS

#define HEED_TYPE_LEARNING (heed_learning_get_type ())

/**
 * HeedLearning:
 *
 * The question whether a mail program may teach Heed whom the person wrote to. Answers once all is
 * learned.
 */
G_DECLARE_FINAL_TYPE (HeedLearning, heed_learning, HEED, LEARNING, HeedQuestion)

/**
 * heed_learning_new:
 * @sender: the unique name of the connection that asks
 * @mailboxes: `a(su)`: mailboxes and how many messages went to them
 * @options: `a{sv}`; `client` and `times` are read here
 * @lessons: where the mailboxes go if the person agrees
 * @error: return location for an error
 *
 * Returns: (transfer full): the question, or %NULL with %HEED_ERROR_INVALID_ARGUMENT or
 *   %HEED_ERROR_LIMIT_EXCEEDED
 */
HeedLearning *heed_learning_new (const char *sender,
                                 GVariant *mailboxes,
                                 GVariant *options,
                                 HeedLessons *lessons,
                                 GError **error);

/** heed_learning_get_times: Returns: (transfer none) (nullable): `a(ttu)`: the option `times` */
GVariant *heed_learning_get_times (HeedLearning *self);

/** heed_learning_get_sender: Returns: (transfer none): the unique name of the connection that asks
 */
const char *heed_learning_get_sender (HeedLearning *self);

G_END_DECLS
