/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "scripted-prompter.h"

struct _HeedScriptedPrompter
{
  GObject parent_instance;

  GTask *task;        /* (owned) (nullable): the open window */
  HeedPrompt *prompt; /* (owned) (nullable) */
  char *client;       /* (owned) (nullable) */
  guint n_mailboxes;
  gulong cancelled_id;
  guint n_opened;
  guint n_cancelled;
  guint n_presented;
  guint n_prepared;
};

enum
{
  SIGNAL_OPENED,
  SIGNAL_CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void heed_scripted_prompter_interface_init (HeedPrompterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HeedScriptedPrompter,
                               heed_scripted_prompter,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HEED_TYPE_PROMPTER,
                                                      heed_scripted_prompter_interface_init))

static GTask *
heed_scripted_prompter_close (HeedScriptedPrompter *self)
{
  g_assert_nonnull (self->task);
  g_signal_handler_disconnect (g_task_get_cancellable (self->task), self->cancelled_id);
  g_clear_object (&self->prompt);
  g_clear_pointer (&self->client, g_free);
  return g_steal_pointer (&self->task);
}

static void
heed_scripted_prompter_cancelled_cb (GCancellable *cancellable, HeedScriptedPrompter *self)
{
  g_autoptr (GTask) task = heed_scripted_prompter_close (self);

  self->n_cancelled++;
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
  g_assert_true (g_task_return_error_if_cancelled (task));
}

static void
heed_scripted_prompter_open (HeedScriptedPrompter *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_assert_null (self->task);
  self->n_opened++;
  self->task = g_task_new (self, cancellable, callback, user_data);
  self->cancelled_id = g_signal_connect (cancellable, "cancelled",
                                         G_CALLBACK (heed_scripted_prompter_cancelled_cb), self);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
heed_scripted_prompter_confirm_async (HeedPrompter *prompter,
                                      HeedPrompt *prompt,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  HeedScriptedPrompter *self = HEED_SCRIPTED_PROMPTER (prompter);

  heed_scripted_prompter_open (self, cancellable, callback, user_data);
  self->prompt = g_object_ref (prompt);
}

static HeedVerdict *
heed_scripted_prompter_confirm_finish (HeedPrompter *prompter, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
heed_scripted_prompter_confirm_learning_async (HeedPrompter *prompter,
                                               const char *client,
                                               guint n_mailboxes,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data)
{
  HeedScriptedPrompter *self = HEED_SCRIPTED_PROMPTER (prompter);

  heed_scripted_prompter_open (self, cancellable, callback, user_data);
  self->client = g_strdup (client);
  self->n_mailboxes = n_mailboxes;
}

static gboolean
heed_scripted_prompter_confirm_learning_finish (HeedPrompter *prompter,
                                                GAsyncResult *result,
                                                GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
heed_scripted_prompter_prepare (HeedPrompter *prompter)
{
  HEED_SCRIPTED_PROMPTER (prompter)->n_prepared++;
}

static void
heed_scripted_prompter_present (HeedPrompter *prompter, const char *activation_token)
{
  HEED_SCRIPTED_PROMPTER (prompter)->n_presented++;
}

static void
heed_scripted_prompter_interface_init (HeedPrompterInterface *iface)
{
  iface->prepare = heed_scripted_prompter_prepare;
  iface->present = heed_scripted_prompter_present;
  iface->confirm_async = heed_scripted_prompter_confirm_async;
  iface->confirm_finish = heed_scripted_prompter_confirm_finish;
  iface->confirm_learning_async = heed_scripted_prompter_confirm_learning_async;
  iface->confirm_learning_finish = heed_scripted_prompter_confirm_learning_finish;
}

static void
heed_scripted_prompter_finalize (GObject *object)
{
  g_assert_null (HEED_SCRIPTED_PROMPTER (object)->task);
  G_OBJECT_CLASS (heed_scripted_prompter_parent_class)->finalize (object);
}

static void
heed_scripted_prompter_class_init (HeedScriptedPrompterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_scripted_prompter_finalize;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", HEED_TYPE_SCRIPTED_PROMPTER, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", HEED_TYPE_SCRIPTED_PROMPTER,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
heed_scripted_prompter_init (HeedScriptedPrompter *self)
{
}

HeedScriptedPrompter *
heed_scripted_prompter_new (void)
{
  return g_object_new (HEED_TYPE_SCRIPTED_PROMPTER, NULL);
}

gboolean
heed_scripted_prompter_is_open (HeedScriptedPrompter *self)
{
  return self->task != NULL;
}

void
heed_scripted_prompter_wait (HeedScriptedPrompter *self)
{
  while (self->task == NULL)
    g_main_context_iteration (NULL, TRUE);
}

HeedPrompt *
heed_scripted_prompter_get_prompt (HeedScriptedPrompter *self)
{
  return self->prompt;
}

const char *
heed_scripted_prompter_get_subject (HeedScriptedPrompter *self)
{
  g_assert_nonnull (self->prompt);
  return heed_message_get_subject (heed_review_get_message (heed_prompt_get_review (self->prompt)));
}

void
heed_scripted_prompter_answer (HeedScriptedPrompter *self, HeedReason reason)
{
  g_autoptr (HeedPrompt) prompt = g_object_ref (self->prompt);
  g_autoptr (GTask) task = heed_scripted_prompter_close (self);

  g_task_return_pointer (task, heed_verdict_new (reason, heed_prompt_get_review (prompt)),
                         (GDestroyNotify)heed_verdict_unref);
}

void
heed_scripted_prompter_correct (HeedScriptedPrompter *self, const char *mailbox)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (HeedPrompt) prompt = g_object_ref (self->prompt);
  g_autoptr (GTask) task = heed_scripted_prompter_close (self);

  g_assert_true (heed_message_builder_add_recipient (builder, HEED_ROLE_TO, mailbox, NULL));
  g_autoptr (HeedMessage) message = heed_message_builder_end (builder);
  g_task_return_pointer (task,
                         heed_verdict_new_corrected (heed_prompt_get_review (prompt), message),
                         (GDestroyNotify)heed_verdict_unref);
}

void
heed_scripted_prompter_agree (HeedScriptedPrompter *self, gboolean agrees)
{
  g_autoptr (GTask) task = heed_scripted_prompter_close (self);

  g_task_return_boolean (task, agrees);
}

void
heed_scripted_prompter_crash (HeedScriptedPrompter *self)
{
  g_autoptr (GTask) task = heed_scripted_prompter_close (self);

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The window was lost");
}

guint
heed_scripted_prompter_get_n_opened (HeedScriptedPrompter *self)
{
  return self->n_opened;
}

guint
heed_scripted_prompter_get_n_cancelled (HeedScriptedPrompter *self)
{
  return self->n_cancelled;
}

guint
heed_scripted_prompter_get_n_presented (HeedScriptedPrompter *self)
{
  return self->n_presented;
}

guint
heed_scripted_prompter_get_n_prepared (HeedScriptedPrompter *self)
{
  return self->n_prepared;
}

const char *
heed_scripted_prompter_get_client (HeedScriptedPrompter *self)
{
  return self->client;
}

guint
heed_scripted_prompter_get_n_mailboxes (HeedScriptedPrompter *self)
{
  return self->n_mailboxes;
}
