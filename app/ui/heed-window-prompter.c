/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-window-prompter.h"

#include "heed-confirmation-window.h"
#include "heed-display.h"
#include "heed-layout-turn.h"
#include "heed-learning-window.h"

struct _HeedWindowPrompter
{
  GObject parent_instance;

  GtkWindow *window;    /* (nullable) the one on the screen; a weak pointer */
  HeedLayoutTurn *turn; /* (owned) */
};

static void heed_window_prompter_interface_init (HeedPrompterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HeedWindowPrompter,
                               heed_window_prompter,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HEED_TYPE_PROMPTER,
                                                      heed_window_prompter_interface_init))

static void
heed_window_prompter_prepare (HeedPrompter *prompter)
{
  g_autoptr (GError) error = NULL;

  if (!heed_display_open (&error))
    g_debug ("Not prepared: %s", error->message);
  else
    g_type_class_unref (g_type_class_ref (HEED_TYPE_CONFIRMATION_WINDOW));
}

static void
heed_window_prompter_present (HeedPrompter *prompter, const char *activation_token)
{
  HeedWindowPrompter *self = HEED_WINDOW_PROMPTER (prompter);

  if (self->window == NULL)
    return;
  if (HEED_IS_CONFIRMATION_WINDOW (self->window))
    {
      heed_confirmation_window_present_again (HEED_CONFIRMATION_WINDOW (self->window),
                                              activation_token);
      return;
    }
  if (activation_token != NULL)
    gtk_window_set_startup_id (self->window, activation_token);
  gtk_window_present (self->window);
}

static void
heed_window_prompter_tell_trusts (HeedPrompter *prompter, HeedDecision *decision)
{
  g_autoptr (GPtrArray) trusts = heed_decision_list_trusts (decision);

  for (guint i = 0; i < trusts->len; i++)
    heed_prompter_tell_trusted (prompter, trusts->pdata[i]);
}

static void
heed_window_prompter_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  HeedVerdict *verdict;

  verdict = heed_confirmation_window_run_finish (HEED_CONFIRMATION_WINDOW (source), result, &error);
  if (verdict != NULL && heed_verdict_is_allow (verdict))
    heed_window_prompter_tell_trusts (g_task_get_source_object (task), g_task_get_task_data (task));
  if (verdict != NULL)
    g_task_return_pointer (task, verdict, (GDestroyNotify)heed_verdict_unref);
  else
    g_task_return_error (task, error);
}

static void
heed_window_prompter_confirm_async (HeedPrompter *prompter,
                                    HeedPrompt *prompt,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  HeedWindowPrompter *self = HEED_WINDOW_PROMPTER (prompter);
  const HeedRequestOptions *options = heed_prompt_get_options (prompt);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (HeedDecision) decision = NULL;
  HeedWarningLayout layout = HEED_WARNING_LAYOUT_BAND;
  HeedConfirmationWindow *window;
  GError *error = NULL;

  g_task_set_source_tag (task, heed_window_prompter_confirm_async);
  if (!heed_display_open (&error))
    {
      g_task_return_error (task, error);
      return;
    }
  decision = heed_decision_new (heed_prompt_get_review (prompt), heed_prompt_get_policy (prompt),
                                options->can_correct);
  g_task_set_task_data (task, g_object_ref (decision), g_object_unref);
  if (heed_review_get_severity (heed_prompt_get_review (prompt)) == HEED_SEVERITY_DANGER)
    layout = heed_layout_turn_take (self->turn);
  window = heed_confirmation_window_new (decision, layout);
  g_set_weak_pointer (&self->window, GTK_WINDOW (window));
  heed_confirmation_window_run_async (window, options->parent_window, options->activation_token,
                                      cancellable, heed_window_prompter_confirmed_cb,
                                      g_steal_pointer (&task));
}

static HeedVerdict *
heed_window_prompter_confirm_finish (HeedPrompter *prompter, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, prompter), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
heed_window_prompter_learning_confirmed_cb (GObject *source,
                                            GAsyncResult *result,
                                            gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean allowed;

  allowed = heed_learning_window_run_finish (HEED_LEARNING_WINDOW (source), result, &error);
  if (error == NULL)
    g_task_return_boolean (task, allowed);
  else
    g_task_return_error (task, error);
}

static void
heed_window_prompter_confirm_learning_async (HeedPrompter *prompter,
                                             const char *client,
                                             guint n_mailboxes,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data)
{
  HeedWindowPrompter *self = HEED_WINDOW_PROMPTER (prompter);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  HeedLearningWindow *window;
  GError *error = NULL;

  g_task_set_source_tag (task, heed_window_prompter_confirm_learning_async);
  if (!heed_display_open (&error))
    {
      g_task_return_error (task, error);
      return;
    }
  window = heed_learning_window_new (client != NULL ? client : "", n_mailboxes);
  g_set_weak_pointer (&self->window, GTK_WINDOW (window));
  heed_learning_window_run_async (window, cancellable, heed_window_prompter_learning_confirmed_cb,
                                  g_steal_pointer (&task));
}

static gboolean
heed_window_prompter_confirm_learning_finish (HeedPrompter *prompter,
                                              GAsyncResult *result,
                                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, prompter), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
heed_window_prompter_interface_init (HeedPrompterInterface *iface)
{
  iface->prepare = heed_window_prompter_prepare;
  iface->present = heed_window_prompter_present;
  iface->confirm_async = heed_window_prompter_confirm_async;
  iface->confirm_finish = heed_window_prompter_confirm_finish;
  iface->confirm_learning_async = heed_window_prompter_confirm_learning_async;
  iface->confirm_learning_finish = heed_window_prompter_confirm_learning_finish;
}

static void
heed_window_prompter_dispose (GObject *object)
{
  HeedWindowPrompter *self = HEED_WINDOW_PROMPTER (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->turn);
  G_OBJECT_CLASS (heed_window_prompter_parent_class)->dispose (object);
}

static void
heed_window_prompter_class_init (HeedWindowPrompterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = heed_window_prompter_dispose;
}

static void
heed_window_prompter_init (HeedWindowPrompter *self)
{
  g_autofree char *path = heed_layout_turn_get_default_path ();

  self->turn = heed_layout_turn_new (path);
}

HeedWindowPrompter *
heed_window_prompter_new (void)
{
  return g_object_new (HEED_TYPE_WINDOW_PROMPTER, NULL);
}
