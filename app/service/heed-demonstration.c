/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-demonstration.h"

#include "heed-error.h"
#include "heed-reviewer.h"

#define TYPED "ann@army.ml"
#define MEANT "ann@army.mil"
#define EARLIER_MESSAGES 214

struct _HeedDemonstration
{
  GObject parent_instance;

  HeedPrompter *prompter;    /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): while the window is open */
};

G_DEFINE_FINAL_TYPE (HeedDemonstration, heed_demonstration, G_TYPE_OBJECT)

static HeedReview *
review_sample (HeedPolicy *policy)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();
  g_autoptr (HeedMailbox) meant = heed_mailbox_new (MEANT, NULL);
  g_autoptr (HeedMessage) message = NULL;
  gboolean added = heed_message_builder_add_recipient (builder, HEED_ROLE_TO, TYPED, NULL);

  g_assert (added);
  heed_known_domains_add_mailbox (known, meant, EARLIER_MESSAGES);
  message = heed_message_builder_end (builder);
  return heed_reviewer_review (message, policy, known);
}

static void
heed_demonstration_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HeedDemonstration *self = g_task_get_source_object (task);
  GError *error = NULL;
  HeedVerdict *verdict = heed_prompter_confirm_finish (HEED_PROMPTER (source), result, &error);

  g_clear_object (&self->cancellable);
  if (verdict != NULL)
    g_task_return_pointer (task, verdict, (GDestroyNotify)heed_verdict_unref);
  else
    g_task_return_error (task, error);
}

void
heed_demonstration_run_async (HeedDemonstration *self,
                              HeedPolicy *policy,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  HeedRequestOptions *options;
  g_autoptr (HeedReview) review = NULL;
  g_autoptr (HeedPrompt) prompt = NULL;

  g_return_if_fail (HEED_IS_DEMONSTRATION (self));
  g_task_set_source_tag (task, heed_demonstration_run_async);
  if (self->cancellable != NULL)
    {
      g_task_return_new_error (task, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
                               "A window is open already");
      g_object_unref (task);
      return;
    }
  options = g_new0 (HeedRequestOptions, 1);
  options->can_correct = heed_policy_may_correct (policy);
  review = review_sample (policy);
  prompt = heed_prompt_new (review, policy, options);
  self->cancellable = g_cancellable_new ();
  heed_prompter_confirm_async (self->prompter, prompt, self->cancellable,
                               heed_demonstration_answered_cb, task);
}

HeedVerdict *
heed_demonstration_run_finish (HeedDemonstration *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
heed_demonstration_is_open (HeedDemonstration *self)
{
  g_return_val_if_fail (HEED_IS_DEMONSTRATION (self), FALSE);
  return self->cancellable != NULL;
}

void
heed_demonstration_close (HeedDemonstration *self)
{
  g_return_if_fail (HEED_IS_DEMONSTRATION (self));
  g_cancellable_cancel (self->cancellable);
}

static void
heed_demonstration_finalize (GObject *object)
{
  g_object_unref (HEED_DEMONSTRATION (object)->prompter);
  G_OBJECT_CLASS (heed_demonstration_parent_class)->finalize (object);
}

static void
heed_demonstration_class_init (HeedDemonstrationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_demonstration_finalize;
}

static void
heed_demonstration_init (HeedDemonstration *self)
{
}

HeedDemonstration *
heed_demonstration_new (HeedPrompter *prompter)
{
  HeedDemonstration *self = g_object_new (HEED_TYPE_DEMONSTRATION, NULL);

  self->prompter = g_object_ref (prompter);
  return self;
}
