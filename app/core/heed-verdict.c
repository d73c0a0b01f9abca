/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-verdict.h"

struct _HeedVerdict
{
  HeedReason reason;
  HeedReview *review;   /* (owned) */
  HeedMessage *message; /* (owned) */
  char *justification;  /* (owned) (nullable) */
};

G_DEFINE_BOXED_TYPE (HeedVerdict, heed_verdict, heed_verdict_ref, heed_verdict_unref)

gboolean
heed_reason_is_allow (HeedReason reason)
{
  return reason <= HEED_REASON_OBSERVED;
}

const char *
heed_reason_get_name (HeedReason reason)
{
  static const char *const names[HEED_N_REASONS] = {
    [HEED_REASON_CLEAR] = "clear",         [HEED_REASON_CONFIRMED] = "confirmed",
    [HEED_REASON_CORRECTED] = "corrected", [HEED_REASON_OBSERVED] = "observed",
    [HEED_REASON_DECLINED] = "declined",   [HEED_REASON_WITHDRAWN] = "withdrawn",
    [HEED_REASON_BLOCKED] = "blocked",     [HEED_REASON_TIMEOUT] = "timeout",
  };

  g_return_val_if_fail ((guint)reason < HEED_N_REASONS, NULL);
  return names[reason];
}

static HeedVerdict *
heed_verdict_new_for (HeedReason reason, HeedReview *review, HeedMessage *message)
{
  HeedVerdict *self = g_atomic_rc_box_new0 (HeedVerdict);

  self->reason = reason;
  self->review = heed_review_ref (review);
  self->message = heed_message_ref (message);
  return self;
}

HeedVerdict *
heed_verdict_new (HeedReason reason, HeedReview *review)
{
  g_return_val_if_fail (reason != HEED_REASON_CORRECTED, NULL);
  return heed_verdict_new_for (reason, review, heed_review_get_message (review));
}

HeedVerdict *
heed_verdict_new_corrected (HeedReview *review, HeedMessage *message)
{
  return heed_verdict_new_for (HEED_REASON_CORRECTED, review, message);
}

HeedVerdict *
heed_verdict_new_justified (const HeedVerdict *verdict, const char *justification)
{
  HeedVerdict *self = heed_verdict_new_for (verdict->reason, verdict->review, verdict->message);

  self->justification = g_strdup (justification);
  return self;
}

HeedVerdict *
heed_verdict_ref (HeedVerdict *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
heed_verdict_clear (gpointer data)
{
  HeedVerdict *self = data;

  heed_review_unref (self->review);
  heed_message_unref (self->message);
  g_free (self->justification);
}

void
heed_verdict_unref (HeedVerdict *self)
{
  g_atomic_rc_box_release_full (self, heed_verdict_clear);
}

gboolean
heed_verdict_is_allow (const HeedVerdict *self)
{
  return heed_reason_is_allow (self->reason);
}

HeedReason
heed_verdict_get_reason (const HeedVerdict *self)
{
  return self->reason;
}

HeedReview *
heed_verdict_get_review (const HeedVerdict *self)
{
  return self->review;
}

HeedMessage *
heed_verdict_get_message (const HeedVerdict *self)
{
  return self->message;
}

const char *
heed_verdict_get_justification (const HeedVerdict *self)
{
  return self->justification;
}
