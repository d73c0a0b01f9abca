/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-trial-page.h"

#include <glib/gi18n-lib.h>

#include "heed-confirmation-window.h"
#include "heed-sample.h"

struct _HeedTrialPage
{
  AdwBin parent_instance;

  GtkLabel *outcome;

  HeedPolicyWatch *watch;    /* (owned) (nullable) until it is set */
  GCancellable *cancellable; /* (owned) (nullable) while a window is open */
};

G_DEFINE_FINAL_TYPE (HeedTrialPage, heed_trial_page, ADW_TYPE_BIN)

static void
heed_trial_page_say (HeedTrialPage *self, const char *outcome)
{
  gtk_label_set_text (self->outcome, outcome);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), TRUE);
}

static const char *
describe (const HeedVerdict *verdict)
{
  switch (heed_verdict_get_reason (verdict))
    {
    case HEED_REASON_CORRECTED:
      return _ ("The message would have gone to the corrected recipients.");
    case HEED_REASON_CONFIRMED:
      return _ ("The message would have been sent as it is.");
    case HEED_REASON_BLOCKED:
      return _ ("The policy would have kept the message.");
    case HEED_REASON_CLEAR:
    case HEED_REASON_OBSERVED:
    case HEED_REASON_DECLINED:
    case HEED_REASON_WITHDRAWN:
    case HEED_REASON_TIMEOUT:
    default:
      return _ ("The message would have stayed in the composer.");
    }
}

static void
heed_trial_page_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedTrialPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedVerdict) verdict =
      heed_confirmation_window_run_finish (HEED_CONFIRMATION_WINDOW (source), result, &error);

  g_clear_object (&self->cancellable);
  if (verdict != NULL)
    heed_trial_page_say (self, describe (verdict));
}

static void
heed_trial_page_show (HeedTrialPage *self, HeedSample sample)
{
  HeedPolicy *policy = heed_policy_watch_get_policy (self->watch);
  g_autoptr (HeedReview) review = heed_sample_review (sample, policy);
  g_autoptr (HeedDecision) decision = NULL;
  HeedConfirmationWindow *window;

  if (self->cancellable != NULL)
    return;
  if (heed_review_get_severity (review) < HEED_SEVERITY_CAUTION)
    {
      heed_trial_page_say (self, _ ("By your policy and preferences, no window opens for this."));
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), FALSE);
  self->cancellable = g_cancellable_new ();
  decision = heed_decision_new (review, policy, TRUE);
  window = heed_confirmation_window_new (decision, HEED_WARNING_LAYOUT_BAND);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  heed_confirmation_window_run_async (window, NULL, NULL, self->cancellable,
                                      heed_trial_page_answered_cb, g_object_ref (self));
}

static void
heed_trial_page_near_miss_cb (HeedTrialPage *self)
{
  heed_trial_page_show (self, HEED_SAMPLE_NEAR_MISS);
}

static void
heed_trial_page_stranger_cb (HeedTrialPage *self)
{
  heed_trial_page_show (self, HEED_SAMPLE_STRANGER);
}

static void
heed_trial_page_many_cb (HeedTrialPage *self)
{
  heed_trial_page_show (self, HEED_SAMPLE_MANY);
}

/* The window of a sample does not outlive the main one. */
static void
heed_trial_page_unroot (GtkWidget *widget)
{
  g_cancellable_cancel (HEED_TRIAL_PAGE (widget)->cancellable);
  GTK_WIDGET_CLASS (heed_trial_page_parent_class)->unroot (widget);
}

static void
heed_trial_page_finalize (GObject *object)
{
  HeedTrialPage *self = HEED_TRIAL_PAGE (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (heed_trial_page_parent_class)->finalize (object);
}

static void
heed_trial_page_class_init (HeedTrialPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = heed_trial_page_finalize;
  widget_class->unroot = heed_trial_page_unroot;
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-trial-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedTrialPage, outcome);
  gtk_widget_class_bind_template_callback (widget_class, heed_trial_page_near_miss_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_trial_page_stranger_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_trial_page_many_cb);
}

static void
heed_trial_page_init (HeedTrialPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
heed_trial_page_set_watch (HeedTrialPage *self, HeedPolicyWatch *watch)
{
  g_return_if_fail (HEED_IS_TRIAL_PAGE (self) && self->watch == NULL);
  self->watch = g_object_ref (watch);
}
