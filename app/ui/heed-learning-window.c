/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-learning-window.h"

#include <glib/gi18n-lib.h>

#include "heed-answer-bar.h"
#include "heed-decision.h"
#include "heed-error.h"
#include "heed-shown-text.h"

struct _HeedLearningWindow
{
  AdwWindow parent_instance;

  GTask *task; /* (owned) (nullable) while the person thinks */
  gulong cancelled_id;
  guint guard_id;

  GtkLabel *heading;
  GtkLabel *text;
  GtkWidget *allow;
  GtkWidget *refuse;
};

G_DEFINE_FINAL_TYPE (HeedLearningWindow, heed_learning_window, ADW_TYPE_WINDOW)

static GTask *
heed_learning_window_take_task (HeedLearningWindow *self)
{
  g_clear_signal_handler (&self->cancelled_id, g_task_get_cancellable (self->task));
  g_clear_handle_id (&self->guard_id, g_source_remove);
  return g_steal_pointer (&self->task);
}

static void
heed_learning_window_answer (HeedLearningWindow *self, gboolean allowed)
{
  g_autoptr (GTask) task = heed_learning_window_take_task (self);

  g_task_return_boolean (task, allowed);
}

static void
heed_learning_window_allow_cb (HeedLearningWindow *self)
{
  heed_learning_window_answer (self, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
heed_learning_window_refuse_cb (HeedLearningWindow *self)
{
  heed_learning_window_answer (self, FALSE);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
heed_learning_window_close_cb (GtkWindow *window, gpointer user_data)
{
  heed_learning_window_answer (HEED_LEARNING_WINDOW (window), FALSE);
  return GDK_EVENT_PROPAGATE;
}

static void
heed_learning_window_readable_cb (gpointer data)
{
  HeedLearningWindow *self = data;

  self->guard_id = 0;
  gtk_widget_set_sensitive (self->allow, TRUE);
}

/* As with a confirmation, what was typed or clicked before is no answer. */
static void
heed_learning_window_painted_cb (GdkFrameClock *clock, HeedLearningWindow *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_signal_handlers_disconnect_by_func (clock, heed_learning_window_painted_cb, self);
  self->guard_id = g_timeout_add_once (HEED_DECISION_GUARD / G_TIME_SPAN_MILLISECOND,
                                       heed_learning_window_readable_cb, self);
}

static void
heed_learning_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (heed_learning_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (heed_learning_window_painted_cb), widget, 0);
}

static void
heed_learning_window_dispose (GObject *object)
{
  HeedLearningWindow *self = HEED_LEARNING_WINDOW (object);

  if (self->task != NULL)
    {
      g_autoptr (GTask) task = heed_learning_window_take_task (self);

      g_task_return_new_error (task, HEED_ERROR, HEED_ERROR_FAILED,
                               _ ("Heed’s window went away without an answer."));
    }
  g_clear_handle_id (&self->guard_id, g_source_remove);
  G_OBJECT_CLASS (heed_learning_window_parent_class)->dispose (object);
}

static void
heed_learning_window_class_init (HeedLearningWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_learning_window_dispose;
  widget_class->realize = heed_learning_window_realize;
  g_type_ensure (HEED_TYPE_ANSWER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-learning-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedLearningWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, HeedLearningWindow, text);
  gtk_widget_class_bind_template_child (widget_class, HeedLearningWindow, allow);
  gtk_widget_class_bind_template_child (widget_class, HeedLearningWindow, refuse);
  gtk_widget_class_bind_template_callback (widget_class, heed_learning_window_allow_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_learning_window_refuse_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_learning_window_close_cb);
}

static void
heed_learning_window_init (HeedLearningWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

HeedLearningWindow *
heed_learning_window_new (const char *client, guint n_mailboxes)
{
  HeedLearningWindow *self = g_object_new (HEED_TYPE_LEARNING_WINDOW, NULL);
  g_autofree char *shown =
      heed_shown_text_isolate (*client != '\0' ? client : _ ("a mail program"));
  g_autofree char *heading = NULL;
  g_autofree char *spoken = NULL;

  heading = g_strdup_printf (
      /* Translators: %s is the name of a mail program, %u a number. */
      ngettext ("Let %s teach Heed %u address?", "Let %s teach Heed %u addresses?", n_mailboxes),
      shown, n_mailboxes);
  spoken = heed_shown_text_speak (heading);
  gtk_window_set_title (GTK_WINDOW (self), spoken);
  gtk_label_set_text (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->text), -1);
  return self;
}

static void
heed_learning_window_cancelled_cb (GCancellable *cancellable, HeedLearningWindow *self)
{
  g_autoptr (GTask) task = NULL;

  /* Disconnecting from within the signal would wait for itself. */
  self->cancelled_id = 0;
  task = heed_learning_window_take_task (self);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The question was withdrawn");
  gtk_window_destroy (GTK_WINDOW (self));
}

void
heed_learning_window_run_async (HeedLearningWindow *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (self->task == NULL);

  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, heed_learning_window_run_async);
  if (cancellable != NULL && g_cancellable_is_cancelled (cancellable))
    {
      heed_learning_window_cancelled_cb (cancellable, self);
      return;
    }
  if (cancellable != NULL)
    self->cancelled_id = g_signal_connect (cancellable, "cancelled",
                                           G_CALLBACK (heed_learning_window_cancelled_cb), self);
  gtk_window_present (GTK_WINDOW (self));
}

gboolean
heed_learning_window_run_finish (HeedLearningWindow *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
