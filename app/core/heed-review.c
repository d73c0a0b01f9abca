/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-review.h"

struct _HeedReview
{
  HeedMessage *message; /* (owned) */
  GPtrArray *findings;  /* (owned) (element-type HeedFinding) */
};

G_DEFINE_BOXED_TYPE (HeedReview, heed_review, heed_review_ref, heed_review_unref)

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const HeedFinding *left = *(HeedFinding *const *)a;
  const HeedFinding *right = *(HeedFinding *const *)b;
  int by_severity = heed_finding_get_severity (right) - heed_finding_get_severity (left);
  guint left_recipient = heed_finding_get_recipient (left);
  guint right_recipient = heed_finding_get_recipient (right);

  if (by_severity != 0)
    return by_severity;
  return (left_recipient > right_recipient) - (left_recipient < right_recipient);
}

HeedReview *
heed_review_new (HeedMessage *message, GPtrArray *findings)
{
  HeedReview *self = g_atomic_rc_box_new0 (HeedReview);

  self->message = heed_message_ref (message);
  self->findings = findings;
  g_ptr_array_sort (findings, compare_findings);
  return self;
}

HeedReview *
heed_review_ref (HeedReview *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
heed_review_clear (gpointer data)
{
  HeedReview *self = data;

  heed_message_unref (self->message);
  g_ptr_array_unref (self->findings);
}

void
heed_review_unref (HeedReview *self)
{
  g_atomic_rc_box_release_full (self, heed_review_clear);
}

HeedMessage *
heed_review_get_message (const HeedReview *self)
{
  return self->message;
}

GPtrArray *
heed_review_get_findings (const HeedReview *self)
{
  return self->findings;
}

HeedSeverity
heed_review_get_severity (const HeedReview *self)
{
  return self->findings->len > 0 ? heed_finding_get_severity (self->findings->pdata[0])
                                 : HEED_SEVERITY_CLEAR;
}

HeedFinding *
heed_review_get_finding_for (const HeedReview *self, guint recipient)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      if (heed_finding_get_recipient (self->findings->pdata[i]) == recipient)
        return self->findings->pdata[i];
    }
  return NULL;
}
