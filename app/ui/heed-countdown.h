/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedCountdown:
 * @seconds: how long it is; 0 for none
 * @begun: the monotonic time in microseconds at which it began, 0 while it does not run
 *
 * The time between the wish to send and the sending, in which it can be taken back.
 */
typedef struct
{
  guint seconds;
  gint64 begun;
} HeedCountdown;

/** heed_countdown_is_running: Returns: whether it was begun and nothing stopped it */
static inline gboolean
heed_countdown_is_running (const HeedCountdown *self)
{
  return self->begun != 0;
}

/** heed_countdown_get_time_left: Returns: microseconds until it has run out; 0 where it does not
 * run */
static inline gint64
heed_countdown_get_time_left (const HeedCountdown *self, gint64 now)
{
  return self->begun != 0 ? MAX (0, self->begun + self->seconds * G_TIME_SPAN_SECOND - now) : 0;
}

/** heed_countdown_is_over: Returns: whether nothing has to be waited for any more */
static inline gboolean
heed_countdown_is_over (const HeedCountdown *self, gint64 now)
{
  return self->seconds == 0 || (self->begun != 0 && heed_countdown_get_time_left (self, now) == 0);
}

G_END_DECLS
