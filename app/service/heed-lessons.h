/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-history.h"

G_BEGIN_DECLS

#define HEED_TYPE_LESSONS (heed_lessons_get_type ())

/**
 * HeedLessons:
 *
 * What the history is going to learn. Answers go first: a lesson is taken when the main loop has
 * nothing else to do, and a long one in slices, so that it keeps nobody waiting. Emits `emptied`
 * after the last one.
 */
G_DECLARE_FINAL_TYPE (HeedLessons, heed_lessons, HEED, LESSONS, GObject)

/** heed_lessons_new: @history: who learns. Returns: (transfer full): no lessons yet */
HeedLessons *heed_lessons_new (HeedHistory *history);

/** heed_lessons_add_message: learns soon that @message was sent */
void heed_lessons_add_message (HeedLessons *self, HeedMessage *message);

/**
 * heed_lessons_add_mailboxes_async:
 * @self: lessons
 * @mailboxes: `a(su)`: mailboxes and how many messages went to them
 * @times: (nullable): `a(ttu)`, as long: when the first and the last of them was sent, in seconds
 *   since 1970, and on how many days
 *
 * Learns soon. Mailboxes that cannot be understood and the count 0 are passed over. It cannot be
 * cancelled: the person agreed.
 */
void heed_lessons_add_mailboxes_async (HeedLessons *self,
                                       GVariant *mailboxes,
                                       GVariant *times,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/** heed_lessons_add_mailboxes_finish: Returns: how many were learned */
guint heed_lessons_add_mailboxes_finish (HeedLessons *self, GAsyncResult *result);

/** heed_lessons_take_all: learns everything now, before the service ends */
void heed_lessons_take_all (HeedLessons *self);

/** heed_lessons_is_empty: Returns: whether there is nothing left to learn */
gboolean heed_lessons_is_empty (HeedLessons *self);

G_END_DECLS
