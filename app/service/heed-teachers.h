/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-lessons.h"
#include "heed-request-queue.h"

G_BEGIN_DECLS

#define HEED_TYPE_TEACHERS (heed_teachers_get_type ())

/**
 * HeedTeachers:
 *
 * The connections that the person lets teach Heed whom they wrote to. They are not asked about one
 * of these again.
 */
G_DECLARE_FINAL_TYPE (HeedTeachers, heed_teachers, HEED, TEACHERS, GObject)

/**
 * heed_teachers_new:
 * @queue: where the person is asked about a new one
 * @lessons: where that goes which they teach
 *
 * Returns: (transfer full): nobody yet
 */
HeedTeachers *heed_teachers_new (HeedRequestQueue *queue, HeedLessons *lessons);

/**
 * heed_teachers_listen:
 * @self: teachers
 * @invocation: (transfer full): a call of LearnRecipients; it is answered in any case
 * @mailboxes: `a(su)`: mailboxes and how many messages went to them
 * @options: `a{sv}`: the options of the call
 *
 * Learns at once from a connection that may teach, and asks the person about another. Answers with
 * how many were learned, or with %HEED_ERROR_INVALID_ARGUMENT, %HEED_ERROR_LIMIT_EXCEEDED or what
 * kept the person from being asked.
 */
void heed_teachers_listen (HeedTeachers *self,
                           GDBusMethodInvocation *invocation,
                           GVariant *mailboxes,
                           GVariant *options);

G_END_DECLS
