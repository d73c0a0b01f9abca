/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-summary.h"

#include <glib/gi18n-lib.h>

#include "heed-shown-text.h"
#include "heed-spoken-name.h"

struct _HeedSummary
{
  GtkWidget parent_instance;

  HeedDecision *decision; /* (owned) (nullable) */

  GtkWidget *content;
  GtkLabel *evidence;
  GtkLabel *consequence;
  GtkBox *lines;
  GtkWidget *hide;
  GtkLabel *hide_label;
  GtkWidget *hidden;
  GtkLabel *hidden_label;
  GtkWidget *undo;
};

G_DEFINE_FINAL_TYPE (HeedSummary, heed_summary, GTK_TYPE_WIDGET)

static void
heed_summary_update (HeedSummary *self)
{
  const HeedChoices *choices = heed_decision_get_choices (self->decision);
  gboolean hides = heed_choices_hides_exposed (choices);

  gtk_widget_set_visible (self->hide, !hides && heed_choices_get_n_exposed (choices) > 0);
  gtk_widget_set_visible (self->hidden, hides);
}

static void
heed_summary_hide_cb (HeedSummary *self)
{
  heed_decision_set_hides_exposed (self->decision, TRUE);
  gtk_widget_grab_focus (self->undo);
}

static void
heed_summary_undo_cb (HeedSummary *self)
{
  heed_decision_set_hides_exposed (self->decision, FALSE);
  gtk_widget_grab_focus (self->hide);
}

static void
heed_summary_add_line (HeedSummary *self, const char *sentence)
{
  g_autofree char *text = heed_shown_text_sentence (sentence);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->lines, label);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), TRUE);
}

/* The worst finding of all is in the heading already. */
static void
heed_summary_show_lines (HeedSummary *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) messages =
      heed_choices_list_messages (heed_decision_get_choices (self->decision));

  for (guint i = 0; i < messages->len; i++)
    heed_summary_add_line (self, messages->pdata[i]);
  for (guint i = 1; i < findings->len; i++)
    {
      g_autofree char *text = NULL;

      if (heed_finding_get_recipient (findings->pdata[i]) != HEED_FINDING_WHOLE_MESSAGE)
        continue;
      text = heed_shown_text_reason (heed_finding_get_heading (findings->pdata[i]),
                                     heed_finding_get_text (findings->pdata[i]));
      heed_summary_add_line (self, text);
    }
}

static void
heed_summary_show_exposed (HeedSummary *self)
{
  guint n = heed_choices_get_n_exposed (heed_decision_get_choices (self->decision));
  g_autofree char *offer = NULL;
  g_autofree char *done = NULL;

  /* Translators: a button; %u is how many recipients the person never wrote to. */
  offer = g_strdup_printf (ngettext ("Move %u stranger to Bcc", "Move %u strangers to Bcc", n), n);
  /* Translators: %u is how many recipients the person never wrote to. */
  done = g_strdup_printf (ngettext ("%u stranger is in Bcc now. The others do not see the address.",
                                    "%u strangers are in Bcc now. Nobody sees their addresses.", n),
                          n);
  gtk_label_set_text (self->hide_label, offer);
  gtk_label_set_text (self->hidden_label, done);
  heed_spoken_name_set (self->hide, offer);
}

/* What follows from sending, where the message would go to somebody else. */
static void
heed_summary_show_consequence (HeedSummary *self, GPtrArray *findings)
{
  const HeedFinding *worst = findings->len > 0 ? findings->pdata[0] : NULL;
  gboolean goes_astray = worst != NULL && heed_finding_get_expected (worst)[0] != NULL &&
                         *heed_finding_get_domain (worst) != '\0' &&
                         !heed_choices_is_blocked (heed_decision_get_choices (self->decision));
  g_autofree char *domain = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->consequence), goes_astray);
  if (!goes_astray)
    return;
  domain = heed_shown_text_isolate (heed_finding_get_domain (worst));
  /* Translators: %s is the domain that was typed. */
  text = g_strdup_printf (_ ("Whoever holds %s could read what you send."), domain);
  gtk_label_set_text (self->consequence, text);
}

char *
heed_summary_speak (HeedSummary *self)
{
  const char *evidence = gtk_label_get_text (self->evidence);
  const char *consequence = gtk_label_get_text (self->consequence);
  g_autofree char *both = NULL;

  if (*consequence == '\0')
    return heed_shown_text_speak (evidence);
  /* Translators: two whole sentences, one after the other. */
  both = g_strdup_printf (C_ ("sentences", "%s %s"), evidence, consequence);
  return heed_shown_text_speak (both);
}

void
heed_summary_set (HeedSummary *self, HeedDecision *decision)
{
  GPtrArray *findings = heed_review_get_findings (heed_decision_get_review (decision));
  g_autofree char *evidence = NULL;

  g_return_if_fail (self->decision == NULL);
  self->decision = g_object_ref (decision);
  evidence = heed_shown_text_sentence (
      findings->len > 0 ? heed_finding_get_text (findings->pdata[0]) : "");
  gtk_label_set_text (self->evidence, evidence);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), *evidence != '\0');
  heed_summary_show_consequence (self, findings);
  heed_summary_show_lines (self, findings);
  heed_summary_show_exposed (self);
  heed_summary_update (self);
  g_signal_connect_object (decision, "changed", G_CALLBACK (heed_summary_update), self,
                           G_CONNECT_SWAPPED);
}

static void
heed_summary_dispose (GObject *object)
{
  HeedSummary *self = HEED_SUMMARY (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->decision);
  G_OBJECT_CLASS (heed_summary_parent_class)->dispose (object);
}

static void
heed_summary_class_init (HeedSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_summary_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedSummary, content);
  gtk_widget_class_bind_template_child (widget_class, HeedSummary, evidence);
  gtk_widget_class_bind_template_child (widget_class, HeedSummary, consequence);
  gtk_widget_class_bind_template_child (widget_class, HeedSummary, lines);
  gtk_widget_class_bind_template_child (widget_class, HeedSummary, hide);
  gtk_widget_class_bind_template_child (widget_class, HeedSummary, hide_label);
  gtk_widget_class_bind_template_child (widget_class, HeedSummary, hidden);
  gtk_widget_class_bind_template_child (widget_class, HeedSummary, hidden_label);
  gtk_widget_class_bind_template_child (widget_class, HeedSummary, undo);
  gtk_widget_class_bind_template_callback (widget_class, heed_summary_hide_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_summary_undo_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
heed_summary_init (HeedSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
