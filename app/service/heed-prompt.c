/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-prompt.h"

struct _HeedPrompt
{
  GObject parent_instance;

  HeedReview *review;          /* (owned) */
  HeedPolicy *policy;          /* (owned) */
  HeedRequestOptions *options; /* (owned) */
};

G_DEFINE_FINAL_TYPE (HeedPrompt, heed_prompt, G_TYPE_OBJECT)

static void
heed_prompt_finalize (GObject *object)
{
  HeedPrompt *self = HEED_PROMPT (object);

  heed_review_unref (self->review);
  heed_policy_unref (self->policy);
  heed_request_options_free (self->options);
  G_OBJECT_CLASS (heed_prompt_parent_class)->finalize (object);
}

static void
heed_prompt_class_init (HeedPromptClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_prompt_finalize;
}

static void
heed_prompt_init (HeedPrompt *self)
{
}

HeedPrompt *
heed_prompt_new (HeedReview *review, HeedPolicy *policy, HeedRequestOptions *options)
{
  HeedPrompt *self = g_object_new (HEED_TYPE_PROMPT, NULL);

  self->review = heed_review_ref (review);
  self->policy = heed_policy_ref (policy);
  self->options = options;
  return self;
}

HeedReview *
heed_prompt_get_review (HeedPrompt *self)
{
  g_return_val_if_fail (HEED_IS_PROMPT (self), NULL);
  return self->review;
}

HeedPolicy *
heed_prompt_get_policy (HeedPrompt *self)
{
  g_return_val_if_fail (HEED_IS_PROMPT (self), NULL);
  return self->policy;
}

const HeedRequestOptions *
heed_prompt_get_options (HeedPrompt *self)
{
  g_return_val_if_fail (HEED_IS_PROMPT (self), NULL);
  return self->options;
}
