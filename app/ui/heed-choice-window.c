/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-choice-window.h"

#include "heed-answer-bar.h"
#include "heed-shown-text.h"

struct _HeedChoiceWindow
{
  AdwWindow parent_instance;

  GtkLabel *heading;
  GtkLabel *text;
  GtkButton *accept;
  GtkLabel *accept_label;
  GTask *task; /* (owned) (nullable) until it is answered */
};

G_DEFINE_FINAL_TYPE (HeedChoiceWindow, heed_choice_window, ADW_TYPE_WINDOW)

static void
heed_choice_window_answer (HeedChoiceWindow *self, gboolean accepted)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (task != NULL)
    g_task_return_boolean (task, accepted);
}

static void
heed_choice_window_accept_cb (HeedChoiceWindow *self)
{
  heed_choice_window_answer (self, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
heed_choice_window_dispose (GObject *object)
{
  heed_choice_window_answer (HEED_CHOICE_WINDOW (object), FALSE);
  G_OBJECT_CLASS (heed_choice_window_parent_class)->dispose (object);
}

static void
heed_choice_window_class_init (HeedChoiceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_choice_window_dispose;
  g_type_ensure (HEED_TYPE_ANSWER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-choice-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedChoiceWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, HeedChoiceWindow, text);
  gtk_widget_class_bind_template_child (widget_class, HeedChoiceWindow, accept);
  gtk_widget_class_bind_template_child (widget_class, HeedChoiceWindow, accept_label);
  gtk_widget_class_bind_template_callback (widget_class, heed_choice_window_accept_cb);
}

static void
heed_choice_window_init (HeedChoiceWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

HeedChoiceWindow *
heed_choice_window_new (GtkWindow *parent,
                        const char *heading,
                        const char *text,
                        const char *accept)
{
  HeedChoiceWindow *self = g_object_new (HEED_TYPE_CHOICE_WINDOW, "transient-for", parent, NULL);
  g_autofree char *shown = heed_shown_text_lines (text);
  g_autofree char *spoken = heed_shown_text_speak (heading);

  gtk_window_set_title (GTK_WINDOW (self), spoken);
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->text, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->accept), accept != NULL);
  if (accept != NULL)
    gtk_label_set_text_with_mnemonic (self->accept_label, accept);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, shown, -1);
  return self;
}

void
heed_choice_window_set_destructive (HeedChoiceWindow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self->accept), "destructive-action");
}

void
heed_choice_window_run_async (HeedChoiceWindow *self,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (HEED_IS_CHOICE_WINDOW (self) && self->task == NULL);
  self->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->task, heed_choice_window_run_async);
  gtk_window_present (GTK_WINDOW (self));
}

gboolean
heed_choice_window_run_finish (HeedChoiceWindow *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
