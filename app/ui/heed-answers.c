/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-answers.h"

#include <glib/gi18n-lib.h>

#include "heed-answer-bar.h"

/* Milliseconds between looks at the countdown. */
#define COUNT_INTERVAL 200

struct _HeedAnswers
{
  GtkWidget parent_instance;

  HeedDecision *decision; /* (owned) (nullable) */
  guint countdown_id;

  GtkWidget *content;
  GtkLabel *countdown;
  GtkWidget *take_back;
  GtkWidget *send_anyway;
  GtkWidget *dont_send;
  GtkWidget *fix_and_send;
};

G_DEFINE_FINAL_TYPE (HeedAnswers, heed_answers, GTK_TYPE_WIDGET)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
heed_answers_answer (HeedAnswers *self, HeedVerdict *answer)
{
  g_autoptr (HeedVerdict) verdict = answer;

  if (verdict == NULL)
    return;
  g_clear_handle_id (&self->countdown_id, g_source_remove);
  g_signal_emit (self, signals[ANSWERED], 0, verdict);
}

void
heed_answers_keep (HeedAnswers *self)
{
  heed_answers_answer (self, heed_decision_decline (self->decision));
}

/* Sends once the countdown has run out, and says until then how long it is. */
static gboolean
heed_answers_count_cb (gpointer data)
{
  HeedAnswers *self = data;
  gint64 now = g_get_monotonic_time ();
  gint64 left = heed_countdown_get_time_left (heed_decision_get_countdown (self->decision), now);
  guint seconds = (guint)((left + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND);
  g_autofree char *text = NULL;

  if (left == 0)
    {
      /* The answer takes the window away, and this source with it. */
      heed_answers_answer (self, heed_decision_send (self->decision, now));
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
heed_answers_send_cb (HeedAnswers *self)
{
  gint64 now = g_get_monotonic_time ();

  if (!heed_decision_begin_countdown (self->decision, now))
    heed_answers_answer (self, heed_decision_send (self->decision, now));
}

static void
heed_answers_take_back_cb (HeedAnswers *self)
{
  heed_decision_end_countdown (self->decision);
}

static void
heed_answers_fix_cb (HeedAnswers *self)
{
  heed_answers_answer (self, heed_decision_fix (self->decision, g_get_monotonic_time ()));
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
heed_answers_update_countdown (HeedAnswers *self)
{
  gboolean counting = heed_countdown_is_running (heed_decision_get_countdown (self->decision));

  if (counting && self->countdown_id == 0)
    {
      self->countdown_id = g_timeout_add (COUNT_INTERVAL, heed_answers_count_cb, self);
      heed_answers_count_cb (self);
    }
  else if (!counting)
    g_clear_handle_id (&self->countdown_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->countdown), counting);
  gtk_widget_set_visible (self->take_back, counting);
  if (counting)
    gtk_widget_set_visible (self->send_anyway, FALSE);
}

void
heed_answers_update (HeedAnswers *self)
{
  const HeedChoices *choices = heed_decision_get_choices (self->decision);
  gint64 now = g_get_monotonic_time ();
  gboolean corrected = heed_choices_has_correction (choices);

  gtk_widget_set_visible (self->send_anyway,
                          heed_choices_may_stay (choices) && !heed_choices_is_blocked (choices));
  gtk_widget_set_sensitive (self->send_anyway, heed_decision_can_send (self->decision, now));
  gtk_widget_set_visible (self->fix_and_send, corrected);
  gtk_widget_set_sensitive (self->fix_and_send, heed_decision_can_fix (self->decision, now));
  set_suggested (self->fix_and_send, corrected);
  set_suggested (self->dont_send, !corrected);
  heed_answers_update_countdown (self);
}

GtkWidget *
heed_answers_get_safe (HeedAnswers *self)
{
  return self->dont_send;
}

void
heed_answers_set (HeedAnswers *self, HeedDecision *decision)
{
  g_return_if_fail (self->decision == NULL);
  self->decision = g_object_ref (decision);
  heed_answers_update (self);
  g_signal_connect_object (decision, "changed", G_CALLBACK (heed_answers_update), self,
                           G_CONNECT_SWAPPED);
}

static void
heed_answers_dispose (GObject *object)
{
  HeedAnswers *self = HEED_ANSWERS (object);

  g_clear_handle_id (&self->countdown_id, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->decision);
  G_OBJECT_CLASS (heed_answers_parent_class)->dispose (object);
}

static void
heed_answers_class_init (HeedAnswersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_answers_dispose;
  g_type_ensure (HEED_TYPE_ANSWER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-answers.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedAnswers, content);
  gtk_widget_class_bind_template_child (widget_class, HeedAnswers, countdown);
  gtk_widget_class_bind_template_child (widget_class, HeedAnswers, take_back);
  gtk_widget_class_bind_template_child (widget_class, HeedAnswers, send_anyway);
  gtk_widget_class_bind_template_child (widget_class, HeedAnswers, dont_send);
  gtk_widget_class_bind_template_child (widget_class, HeedAnswers, fix_and_send);
  gtk_widget_class_bind_template_callback (widget_class, heed_answers_take_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_answers_send_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_answers_keep);
  gtk_widget_class_bind_template_callback (widget_class, heed_answers_fix_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, HEED_TYPE_VERDICT);
}

static void
heed_answers_init (HeedAnswers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
