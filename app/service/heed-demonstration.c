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
  HeedRequestQueue *queue;   /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): while the window is open */
};

enum
{
  PROP_OPEN = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
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
  gboolean waits;
  g_autoptr (HeedReview) review = NULL;
  g_autoptr (HeedPrompt) prompt = NULL;

  g_return_if_fail (HEED_IS_DEMONSTRATION (self));
  g_task_set_source_tag (task, heed_demonstration_run_async);
  waits = !heed_request_queue_is_empty (self->queue);
  if (waits || self->cancellable != NULL)
    {
      g_task_return_new_error (task, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED, "%s",
                               waits ? "A message waits for an answer"
                                     : "A window is open already");
      g_object_unref (task);
      return;
    }
  options = g_new0 (HeedRequestOptions, 1);
  options->can_correct = heed_policy_may_correct (policy);
  review = review_sample (policy);
  prompt = heed_prompt_new (review, policy, options);
  self->cancellable = g_cancellable_new ();
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
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
heed_demonstration_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedDemonstration *self = HEED_DEMONSTRATION (object);

  switch (id)
    {
    case PROP_OPEN:
      g_value_set_boolean (value, heed_demonstration_is_open (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_demonstration_finalize (GObject *object)
{
  HeedDemonstration *self = HEED_DEMONSTRATION (object);

  g_object_unref (self->prompter);
  g_object_unref (self->queue);
  G_OBJECT_CLASS (heed_demonstration_parent_class)->finalize (object);
}

static void
heed_demonstration_class_init (HeedDemonstrationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = heed_demonstration_get_property;
  object_class->finalize = heed_demonstration_finalize;

  /**
   * HeedDemonstration:open:
   *
   * Whether its window is there.
   */
  properties[PROP_OPEN] =
      g_param_spec_boolean ("open", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
heed_demonstration_init (HeedDemonstration *self)
{
}

HeedDemonstration *
heed_demonstration_new (HeedPrompter *prompter, HeedRequestQueue *queue)
{
  HeedDemonstration *self = g_object_new (HEED_TYPE_DEMONSTRATION, NULL);

  self->prompter = g_object_ref (prompter);
  self->queue = g_object_ref (queue);
  return self;
}
