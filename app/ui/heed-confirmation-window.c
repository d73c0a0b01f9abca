/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-confirmation-window.h"

#include <glib/gi18n-lib.h>

#include "heed-answers.h"
#include "heed-error.h"
#include "heed-justification-box.h"
#include "heed-other-recipients.h"
#include "heed-risk-list.h"
#include "heed-shown-text.h"
#include "heed-summary.h"
#include "heed-support.h"
#include "heed-window-parent.h"

/* Pixels; what does not fit scrolls, and the buttons stay in sight. */
#define WINDOW_WIDTH 540
#define WINDOW_HEIGHT_AT_MOST 780

struct _HeedConfirmationWindow
{
  AdwWindow parent_instance;

  HeedDecision *decision; /* (owned) */
  GTask *task;            /* (owned) (nullable) while the person thinks */
  gulong cancelled_id;
  guint guard_id;

  HeedWarningFrame *frame;
  GtkWidget *sign;
  GtkWidget *scroller;
  GtkWidget *clamp;
  GtkLabel *subject;
  GtkLabel *heading;
  HeedSummary *summary;
  HeedRiskList *risks;
  HeedOtherRecipients *others;
  HeedJustificationBox *justification;
  HeedSupport *support;
  HeedAnswers *answers;
};

G_DEFINE_FINAL_TYPE (HeedConfirmationWindow, heed_confirmation_window, ADW_TYPE_WINDOW)

/* Ends the run, once: with a verdict, or with an error where there is none. */
static void
heed_confirmation_window_end (HeedConfirmationWindow *self, HeedVerdict *verdict, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  g_return_if_fail (task != NULL);
  g_clear_signal_handler (&self->cancelled_id, g_task_get_cancellable (task));
  g_clear_handle_id (&self->guard_id, g_source_remove);
  if (verdict != NULL)
    g_task_return_pointer (task, verdict, (GDestroyNotify)heed_verdict_unref);
  else
    g_task_return_error (task, error);
}

static void
heed_confirmation_window_answered_cb (HeedConfirmationWindow *self, HeedVerdict *verdict)
{
  heed_confirmation_window_end (self, heed_verdict_ref (verdict), NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
heed_confirmation_window_keep_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  heed_answers_keep (HEED_CONFIRMATION_WINDOW (widget)->answers);
}

static gboolean
heed_confirmation_window_close_cb (GtkWindow *window, gpointer user_data)
{
  HeedConfirmationWindow *self = HEED_CONFIRMATION_WINDOW (window);

  heed_confirmation_window_end (self, heed_decision_decline (self->decision), NULL);
  return GDK_EVENT_PROPAGATE;
}

/* Keys typed before the window could be read were meant for another one. */
static gboolean
heed_confirmation_window_key_cb (GtkEventControllerKey *controller,
                                 guint keyval,
                                 guint keycode,
                                 GdkModifierType state,
                                 gpointer user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  HeedConfirmationWindow *self = HEED_CONFIRMATION_WINDOW (widget);

  if (heed_decision_is_readable (self->decision, g_get_monotonic_time ()))
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
heed_confirmation_window_readable_cb (gpointer data)
{
  HeedConfirmationWindow *self = data;

  self->guard_id = 0;
  heed_answers_update (self->answers);
}

static void
heed_confirmation_window_await_guard (HeedConfirmationWindow *self)
{
  g_clear_handle_id (&self->guard_id, g_source_remove);
  self->guard_id = g_timeout_add_once (HEED_DECISION_GUARD / G_TIME_SPAN_MILLISECOND + 1,
                                       heed_confirmation_window_readable_cb, self);
}

static void
heed_confirmation_window_painted_cb (GdkFrameClock *clock, HeedConfirmationWindow *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_signal_handlers_disconnect_by_func (clock, heed_confirmation_window_painted_cb, self);
  heed_decision_set_shown (self->decision, g_get_monotonic_time ());
  heed_confirmation_window_await_guard (self);
  g_debug ("confirmation window painted");
}

static void
heed_confirmation_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (heed_confirmation_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (heed_confirmation_window_painted_cb), widget, 0);
}

static void
heed_confirmation_window_show_subject (HeedConfirmationWindow *self)
{
  HeedReview *review = heed_decision_get_review (self->decision);
  const char *subject = heed_message_get_subject (heed_review_get_message (review));
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  if (subject == NULL || *subject == '\0')
    return;
  shown = heed_shown_text_isolate (subject);
  /* Translators: %s is the subject of the message. */
  text = g_strdup_printf (_ ("Message “%s”"), shown);
  gtk_label_set_text (self->subject, text);
  gtk_widget_set_visible (GTK_WIDGET (self->subject), TRUE);
}

static int
measure_height (GtkWidget *widget, int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* A scrolled window does not know how high its content is at a given width. */
static void
heed_confirmation_window_fit (HeedConfirmationWindow *self)
{
  int column = heed_warning_frame_get_column_width (self->frame, WINDOW_WIDTH);
  int height = measure_height (GTK_WIDGET (self), WINDOW_WIDTH + column);

  height -= measure_height (self->scroller, WINDOW_WIDTH);
  height += measure_height (self->clamp, WINDOW_WIDTH);
  gtk_window_set_default_size (GTK_WINDOW (self), WINDOW_WIDTH + column,
                               MIN (height, WINDOW_HEIGHT_AT_MOST));
}

/* Only what is dangerous changes its looks: the eye must not take anything harmless for it. */
static void
heed_confirmation_window_dress (HeedConfirmationWindow *self, HeedWarningLayout layout)
{
  HeedSeverity severity = heed_review_get_severity (heed_decision_get_review (self->decision));

  if (severity != HEED_SEVERITY_DANGER)
    layout = HEED_WARNING_LAYOUT_BAND;
  heed_warning_frame_set_layout (self->frame, layout);
  gtk_widget_set_visible (self->sign, layout == HEED_WARNING_LAYOUT_COLUMN ||
                                          layout == HEED_WARNING_LAYOUT_BORDER);
  gtk_widget_add_css_class (GTK_WIDGET (self), heed_severity_get_name (severity));
  gtk_widget_add_css_class (GTK_WIDGET (self), heed_warning_layout_get_name (layout));
  if (layout == HEED_WARNING_LAYOUT_BORDER)
    {
      gtk_label_set_xalign (self->heading, 0.5);
      gtk_label_set_justify (self->heading, GTK_JUSTIFY_CENTER);
    }
}

static void
heed_confirmation_window_show_heading (HeedConfirmationWindow *self)
{
  GPtrArray *findings = heed_review_get_findings (heed_decision_get_review (self->decision));
  const HeedFinding *worst = findings->len > 0 ? findings->pdata[0] : NULL;
  g_autofree char *heading = heed_shown_text_sentence (
      worst != NULL ? heed_finding_get_heading (worst) : _ ("Send this message?"));
  g_autofree char *spoken = heed_shown_text_speak (heading);
  g_autofree char *text = heed_summary_speak (self->summary);

  gtk_window_set_title (GTK_WINDOW (self), spoken);
  gtk_label_set_text (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
heed_confirmation_window_show (HeedConfirmationWindow *self, HeedWarningLayout layout)
{
  const HeedChoices *choices = heed_decision_get_choices (self->decision);

  heed_confirmation_window_dress (self, layout);
  heed_summary_set (self->summary, self->decision);
  heed_confirmation_window_show_heading (self);
  heed_confirmation_window_show_subject (self);
  heed_risk_list_set (self->risks, self->decision);
  heed_other_recipients_set (self->others, choices);
  heed_justification_box_set (self->justification, self->decision);
  heed_support_set (self->support, heed_decision_get_policy (self->decision),
                    heed_choices_is_blocked (choices));
  heed_answers_set (self->answers, self->decision);
  gtk_window_set_default_widget (GTK_WINDOW (self), heed_answers_get_safe (self->answers));
  gtk_window_set_focus (GTK_WINDOW (self), heed_answers_get_safe (self->answers));
  heed_confirmation_window_fit (self);
}

static void
heed_confirmation_window_dispose (GObject *object)
{
  HeedConfirmationWindow *self = HEED_CONFIRMATION_WINDOW (object);

  if (self->task != NULL)
    heed_confirmation_window_end (self, NULL,
                                  g_error_new (HEED_ERROR, HEED_ERROR_FAILED,
                                               _ ("Heed’s window went away without an answer.")));
  g_clear_handle_id (&self->guard_id, g_source_remove);
  g_clear_object (&self->decision);
  G_OBJECT_CLASS (heed_confirmation_window_parent_class)->dispose (object);
}

static void
heed_confirmation_window_class_init (HeedConfirmationWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_confirmation_window_dispose;
  widget_class->realize = heed_confirmation_window_realize;
  g_type_ensure (HEED_TYPE_ANSWERS);
  g_type_ensure (HEED_TYPE_JUSTIFICATION_BOX);
  g_type_ensure (HEED_TYPE_OTHER_RECIPIENTS);
  g_type_ensure (HEED_TYPE_RISK_LIST);
  g_type_ensure (HEED_TYPE_SUMMARY);
  g_type_ensure (HEED_TYPE_SUPPORT);
  g_type_ensure (HEED_TYPE_WARNING_FRAME);
  gtk_widget_class_install_action (widget_class, "answer.keep", NULL,
                                   heed_confirmation_window_keep_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/heed/ui/heed-confirmation-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, sign);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, clamp);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, subject);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, risks);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, others);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, justification);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, support);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, answers);
  gtk_widget_class_bind_template_callback (widget_class, heed_confirmation_window_answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_confirmation_window_close_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_confirmation_window_key_cb);
}

static void
heed_confirmation_window_init (HeedConfirmationWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

HeedConfirmationWindow *
heed_confirmation_window_new (HeedDecision *decision, HeedWarningLayout layout)
{
  HeedConfirmationWindow *self = g_object_new (HEED_TYPE_CONFIRMATION_WINDOW, NULL);

  self->decision = g_object_ref (decision);
  heed_confirmation_window_show (self, layout);
  return self;
}

static void
heed_confirmation_window_cancelled_cb (GCancellable *cancellable, HeedConfirmationWindow *self)
{
  /* Disconnecting from within the signal would wait for itself. */
  self->cancelled_id = 0;
  heed_confirmation_window_end (self, NULL,
                                g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                                     "The question was withdrawn"));
  gtk_window_destroy (GTK_WINDOW (self));
}

void
heed_confirmation_window_run_async (HeedConfirmationWindow *self,
                                    const char *parent_window,
                                    const char *activation_token,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (self->task == NULL);

  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, heed_confirmation_window_run_async);
  if (cancellable != NULL && g_cancellable_is_cancelled (cancellable))
    {
      heed_confirmation_window_cancelled_cb (cancellable, self);
      return;
    }
  if (cancellable != NULL)
    self->cancelled_id =
        g_signal_connect (cancellable, "cancelled",
                          G_CALLBACK (heed_confirmation_window_cancelled_cb), self);
  heed_window_parent_set (GTK_WINDOW (self), parent_window);
  if (activation_token != NULL)
    gtk_window_set_startup_id (GTK_WINDOW (self), activation_token);
  gtk_window_present (GTK_WINDOW (self));
}

HeedVerdict *
heed_confirmation_window_run_finish (HeedConfirmationWindow *self,
                                     GAsyncResult *result,
                                     GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
heed_confirmation_window_present_again (HeedConfirmationWindow *self, const char *activation_token)
{
  heed_decision_set_presented (self->decision, g_get_monotonic_time ());
  if (self->guard_id != 0 || gtk_widget_get_mapped (GTK_WIDGET (self)))
    heed_confirmation_window_await_guard (self);
  if (activation_token != NULL)
    gtk_window_set_startup_id (GTK_WINDOW (self), activation_token);
  gtk_window_present (GTK_WINDOW (self));
}
