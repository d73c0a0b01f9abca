/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-confirmation-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-answer-bar.h"
#include "heed-error.h"
#include "heed-justification-box.h"
#include "heed-other-recipients.h"
#include "heed-recipient-row.h"
#include "heed-shown-text.h"
#include "heed-window-parent.h"

/* Rows that are made at once; a message can have thousands of risky recipients. */
#define ROWS_AT_ONCE 40

/* Pixels; what does not fit scrolls, and the buttons stay in sight. */
#define WINDOW_WIDTH 540
#define WINDOW_HEIGHT_AT_MOST 780

/* Milliseconds between looks at the countdown. */
#define COUNT_INTERVAL 200

struct _HeedConfirmationWindow
{
  AdwWindow parent_instance;

  HeedDecision *decision; /* (owned) */
  GTask *task;            /* (owned) (nullable) while the person thinks */
  gulong cancelled_id;
  guint guard_id;
  guint countdown_id;
  guint n_rows; /* made so far */

  GtkWidget *band;
  GtkWidget *scroller;
  GtkWidget *clamp;
  GtkLabel *subject;
  GtkLabel *heading;
  GtkLabel *text;
  GtkBox *lines;
  GtkBox *rows;
  GtkButton *more;
  HeedOtherRecipients *others;
  HeedJustificationBox *justification;
  GtkLabel *support;
  GtkLinkButton *support_link;
  GtkLabel *countdown;
  GtkWidget *take_back;
  GtkWidget *send_anyway;
  GtkWidget *dont_send;
  GtkWidget *fix_and_send;
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
  g_clear_handle_id (&self->countdown_id, g_source_remove);
  if (verdict != NULL)
    g_task_return_pointer (task, verdict, (GDestroyNotify)heed_verdict_unref);
  else
    g_task_return_error (task, error);
}

/* An answer that is not allowed, whatever the way it came, is no answer. */
static void
heed_confirmation_window_answer (HeedConfirmationWindow *self, HeedVerdict *verdict)
{
  if (verdict == NULL)
    return;
  heed_confirmation_window_end (self, verdict, NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
heed_confirmation_window_decline_cb (HeedConfirmationWindow *self)
{
  heed_confirmation_window_answer (self, heed_decision_decline (self->decision));
}

/* Sends once the countdown has run out, and says until then how long it is. */
static gboolean
heed_confirmation_window_count_cb (gpointer data)
{
  HeedConfirmationWindow *self = data;
  gint64 now = g_get_monotonic_time ();
  gint64 left = heed_decision_get_time_left (self->decision, now);
  guint seconds = (guint)((left + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND);
  g_autofree char *text = NULL;

  if (left == 0)
    {
      /* The answer takes the window away, and this source with it. */
      heed_confirmation_window_answer (self, heed_decision_send (self->decision, now));
      return G_SOURCE_CONTINUE;
    }
  /* Translators: %u is a number of seconds. */
  text = g_strdup_printf (ngettext ("The message is sent in %u second.",
                                    "The message is sent in %u seconds.", seconds),
                          seconds);
  gtk_label_set_text (self->countdown, text);
  return G_SOURCE_CONTINUE;
}

static void
heed_confirmation_window_send_cb (HeedConfirmationWindow *self)
{
  gint64 now = g_get_monotonic_time ();

  if (!heed_decision_begin_countdown (self->decision, now))
    heed_confirmation_window_answer (self, heed_decision_send (self->decision, now));
}

static void
heed_confirmation_window_take_back_cb (HeedConfirmationWindow *self)
{
  heed_decision_end_countdown (self->decision);
}

static void
heed_confirmation_window_fix_cb (HeedConfirmationWindow *self)
{
  heed_confirmation_window_answer (self,
                                   heed_decision_fix (self->decision, g_get_monotonic_time ()));
}

static gboolean
heed_confirmation_window_close_cb (GtkWindow *window, gpointer user_data)
{
  HeedConfirmationWindow *self = HEED_CONFIRMATION_WINDOW (window);

  heed_confirmation_window_end (self, heed_decision_decline (self->decision), NULL);
  return GDK_EVENT_PROPAGATE;
}

/* Keys typed before the window could be read were meant for another one. Escape may pass: it keeps
 * the message. */
static gboolean
heed_confirmation_window_key_cb (GtkEventControllerKey *controller,
                                 guint keyval,
                                 guint keycode,
                                 GdkModifierType state,
                                 gpointer user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  HeedConfirmationWindow *self = HEED_CONFIRMATION_WINDOW (widget);

  if (keyval == GDK_KEY_Escape ||
      heed_decision_is_readable (self->decision, g_get_monotonic_time ()))
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
set_suggested (GtkWidget *button, gboolean suggested)
{
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

static void
heed_confirmation_window_update_countdown (HeedConfirmationWindow *self)
{
  gboolean counting = heed_decision_is_counting (self->decision);

  if (counting && self->countdown_id == 0)
    {
      self->countdown_id = g_timeout_add (COUNT_INTERVAL, heed_confirmation_window_count_cb, self);
      heed_confirmation_window_count_cb (self);
    }
  else if (!counting)
    g_clear_handle_id (&self->countdown_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->countdown), counting);
  gtk_widget_set_visible (self->take_back, counting);
  if (counting)
    gtk_widget_set_visible (self->send_anyway, FALSE);
}

static void
heed_confirmation_window_update (HeedConfirmationWindow *self)
{
  gint64 now = g_get_monotonic_time ();
  gboolean corrected = heed_decision_has_correction (self->decision);

  gtk_widget_set_visible (self->send_anyway, !heed_decision_is_blocked (self->decision));
  gtk_widget_set_sensitive (self->send_anyway, heed_decision_can_send (self->decision, now));
  gtk_widget_set_visible (self->fix_and_send, corrected);
  gtk_widget_set_sensitive (self->fix_and_send, heed_decision_can_fix (self->decision, now));
  set_suggested (self->fix_and_send, corrected);
  set_suggested (self->dont_send, !corrected);
  heed_confirmation_window_update_countdown (self);
}

static void
heed_confirmation_window_readable_cb (gpointer data)
{
  HeedConfirmationWindow *self = data;

  self->guard_id = 0;
  heed_confirmation_window_update (self);
}

static void
heed_confirmation_window_painted_cb (GdkFrameClock *clock, HeedConfirmationWindow *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_signal_handlers_disconnect_by_func (clock, heed_confirmation_window_painted_cb, self);
  heed_decision_set_shown (self->decision, g_get_monotonic_time ());
  self->guard_id = g_timeout_add_once (HEED_DECISION_GUARD / G_TIME_SPAN_MILLISECOND + 1,
                                       heed_confirmation_window_readable_cb, self);
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
heed_confirmation_window_more_cb (HeedConfirmationWindow *self)
{
  guint n = heed_decision_get_n_risks (self->decision);
  guint end = MIN (n, self->n_rows + ROWS_AT_ONCE);
  g_autofree char *text = NULL;

  for (; self->n_rows < end; self->n_rows++)
    gtk_box_append (self->rows, heed_recipient_row_new (self->decision, self->n_rows));
  text = g_strdup_printf (
      /* Translators: %u is a number of recipients that have to be looked at. */
      ngettext ("Show %u more", "Show %u more", n - end), n - end);
  gtk_button_set_label (self->more, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), end < n);
}

static void
heed_confirmation_window_add_line (HeedConfirmationWindow *self, const char *sentence)
{
  g_autofree char *text = heed_shown_text_sentence (sentence);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->lines, label);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), TRUE);
}

/* What the policy says, and what concerns the whole message; the worst finding of all is in the
 * heading already. */
static void
heed_confirmation_window_show_lines (HeedConfirmationWindow *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) messages = heed_decision_list_messages (self->decision);

  for (guint i = 0; i < messages->len; i++)
    heed_confirmation_window_add_line (self, messages->pdata[i]);
  for (guint i = 1; i < findings->len; i++)
    {
      g_autofree char *text = heed_shown_text_reason (heed_finding_get_heading (findings->pdata[i]),
                                                      heed_finding_get_text (findings->pdata[i]));

      if (heed_finding_get_recipient (findings->pdata[i]) == HEED_FINDING_WHOLE_MESSAGE)
        heed_confirmation_window_add_line (self, text);
    }
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

static void
heed_confirmation_window_show_support (HeedConfirmationWindow *self)
{
  HeedPolicy *policy = heed_decision_get_policy (self->decision);
  const char *text = heed_policy_get_support_text (policy);
  const char *link = heed_policy_get_support_link (policy);
  g_autofree char *shown = heed_shown_text_sentence (text != NULL ? text : "");

  gtk_label_set_text (self->support, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->support), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->support_link), link != NULL);
  if (link == NULL)
    return;
  gtk_link_button_set_uri (self->support_link, link);
  /* What stands after https:// or mailto: is what a person knows it by. */
  gtk_button_set_label (GTK_BUTTON (self->support_link),
                        link + strcspn (link, ":") + strspn (strchr (link, ':'), ":/"));
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
  int height = measure_height (GTK_WIDGET (self), WINDOW_WIDTH);

  height -= measure_height (self->scroller, WINDOW_WIDTH);
  height += measure_height (self->clamp, WINDOW_WIDTH);
  gtk_window_set_default_size (GTK_WINDOW (self), WINDOW_WIDTH,
                               MIN (height, WINDOW_HEIGHT_AT_MOST));
}

static void
heed_confirmation_window_show (HeedConfirmationWindow *self)
{
  HeedReview *review = heed_decision_get_review (self->decision);
  GPtrArray *findings = heed_review_get_findings (review);
  const HeedFinding *worst = findings->len > 0 ? findings->pdata[0] : NULL;
  g_autofree char *heading = NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *text = NULL;

  heading = heed_shown_text_sentence (worst != NULL ? heed_finding_get_heading (worst)
                                                    : _ ("Send this message?"));
  text = heed_shown_text_sentence (worst != NULL ? heed_finding_get_text (worst) : "");
  spoken = heed_shown_text_speak (heading);
  gtk_window_set_title (GTK_WINDOW (self), spoken);
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *text != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_add_css_class (self->band, heed_severity_get_name (heed_review_get_severity (review)));
  heed_confirmation_window_show_subject (self);
  heed_confirmation_window_show_lines (self, findings);
  heed_confirmation_window_more_cb (self);
  heed_other_recipients_set (self->others, heed_decision_get_others (self->decision),
                             self->n_rows > 0);
  heed_justification_box_set (self->justification, self->decision);
  heed_confirmation_window_show_support (self);
  heed_confirmation_window_fit (self);
}

static void
heed_confirmation_window_dispose (GObject *object)
{
  HeedConfirmationWindow *self = HEED_CONFIRMATION_WINDOW (object);

  if (self->task != NULL)
    heed_confirmation_window_end (self, NULL,
                                  g_error_new (HEED_ERROR, HEED_ERROR_FAILED,
                                               "The window went away without an answer"));
  g_clear_handle_id (&self->guard_id, g_source_remove);
  g_clear_handle_id (&self->countdown_id, g_source_remove);
  g_clear_object (&self->decision);
  G_OBJECT_CLASS (heed_confirmation_window_parent_class)->dispose (object);
}

static void
heed_confirmation_window_class_init (HeedConfirmationWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_confirmation_window_dispose;
  widget_class->realize = heed_confirmation_window_realize;
  g_type_ensure (HEED_TYPE_ANSWER_BAR);
  g_type_ensure (HEED_TYPE_JUSTIFICATION_BOX);
  g_type_ensure (HEED_TYPE_OTHER_RECIPIENTS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/heed/ui/heed-confirmation-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, band);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, clamp);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, subject);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, text);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, lines);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, more);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, others);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, justification);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, support);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, support_link);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, countdown);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, take_back);
  gtk_widget_class_bind_template_callback (widget_class, heed_confirmation_window_take_back_cb);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, send_anyway);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, dont_send);
  gtk_widget_class_bind_template_child (widget_class, HeedConfirmationWindow, fix_and_send);
  gtk_widget_class_bind_template_callback (widget_class, heed_confirmation_window_close_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_confirmation_window_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_confirmation_window_decline_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_confirmation_window_send_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_confirmation_window_fix_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_confirmation_window_more_cb);
}

static void
heed_confirmation_window_init (HeedConfirmationWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

HeedConfirmationWindow *
heed_confirmation_window_new (HeedDecision *decision)
{
  HeedConfirmationWindow *self = g_object_new (HEED_TYPE_CONFIRMATION_WINDOW, NULL);

  self->decision = g_object_ref (decision);
  heed_confirmation_window_show (self);
  heed_confirmation_window_update (self);
  g_signal_connect_object (decision, "changed", G_CALLBACK (heed_confirmation_window_update), self,
                           G_CONNECT_SWAPPED);
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
