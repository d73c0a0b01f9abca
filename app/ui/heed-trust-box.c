/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-trust-box.h"

#include <glib/gi18n-lib.h>

#include "heed-justification.h"
#include "heed-limits.h"
#include "heed-shown-text.h"
#include "heed-spoken-name.h"

struct _HeedTrustBox
{
  GtkWidget parent_instance;

  HeedDecision *decision; /* (owned) (nullable) */
  const HeedRisk *risk;
  guint number;

  GtkWidget *content;
  GtkToggleButton *offer;
  GtkLabel *offer_label;
  GtkWidget *form;
  GtkLabel *question;
  GtkEditable *reason;
  GtkWidget *trust;
  GtkWidget *done;
  GtkLabel *outcome;
};

G_DEFINE_FINAL_TYPE (HeedTrustBox, heed_trust_box, GTK_TYPE_WIDGET)

static void
heed_trust_box_update (HeedTrustBox *self)
{
  gboolean trusted = heed_risk_get_trust (self->risk) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self),
                          heed_decision_can_trust (self->decision, self->number));
  gtk_widget_set_visible (GTK_WIDGET (self->offer), !trusted);
  gtk_widget_set_visible (self->form, !trusted && gtk_toggle_button_get_active (self->offer));
  gtk_widget_set_visible (self->done, trusted);
}

static void
heed_trust_box_toggled_cb (HeedTrustBox *self)
{
  heed_trust_box_update (self);
  if (gtk_toggle_button_get_active (self->offer))
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
heed_trust_box_changed_cb (HeedTrustBox *self)
{
  gtk_widget_set_sensitive (self->trust, heed_justification_says_anything (
                                             gtk_editable_get_text (self->reason)));
}

static void
heed_trust_box_trust_cb (HeedTrustBox *self)
{
  heed_decision_trust (self->decision, self->number, gtk_editable_get_text (self->reason));
}

static void
heed_trust_box_undo_cb (HeedTrustBox *self)
{
  heed_decision_distrust (self->decision, self->number);
}

static void
heed_trust_box_show (HeedTrustBox *self, const char *subject)
{
  g_autofree char *shown = heed_shown_text_isolate (subject);
  /* Translators: %s is a domain or an address. */
  g_autofree char *offer = g_strdup_printf (_ ("Always trust %s…"), shown);
  /* Translators: %s is a domain or an address. */
  g_autofree char *question = g_strdup_printf (_ ("Why is %s right?"), shown);
  /* Translators: %s is a domain or an address. */
  g_autofree char *outcome =
      g_strdup_printf (_ ("%s is trusted from when this message is sent."), shown);

  gtk_label_set_text (self->offer_label, offer);
  heed_spoken_name_set (GTK_WIDGET (self->offer), offer);
  gtk_label_set_text (self->question, question);
  heed_spoken_name_set (GTK_WIDGET (self->reason), question);
  gtk_label_set_text (self->outcome, outcome);
}

void
heed_trust_box_set (HeedTrustBox *self, HeedDecision *decision, guint risk)
{
  g_autoptr (HeedTrust) trial = NULL;

  g_return_if_fail (self->decision == NULL);
  self->decision = g_object_ref (decision);
  self->number = risk;
  self->risk = heed_choices_get_risk (heed_decision_get_choices (decision), risk);
  trial = heed_risk_create_trust (self->risk, "trial");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (trial == NULL)
    return;
  heed_trust_box_show (self, heed_trust_get_subject (trial));
  heed_trust_box_changed_cb (self);
  heed_trust_box_update (self);
  g_signal_connect_object (decision, "changed", G_CALLBACK (heed_trust_box_update), self,
                           G_CONNECT_SWAPPED);
}

static void
heed_trust_box_dispose (GObject *object)
{
  HeedTrustBox *self = HEED_TRUST_BOX (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->decision);
  G_OBJECT_CLASS (heed_trust_box_parent_class)->dispose (object);
}

static void
heed_trust_box_class_init (HeedTrustBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_trust_box_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-trust-box.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedTrustBox, content);
  gtk_widget_class_bind_template_child (widget_class, HeedTrustBox, offer);
  gtk_widget_class_bind_template_child (widget_class, HeedTrustBox, offer_label);
  gtk_widget_class_bind_template_child (widget_class, HeedTrustBox, form);
  gtk_widget_class_bind_template_child (widget_class, HeedTrustBox, question);
  gtk_widget_class_bind_template_child (widget_class, HeedTrustBox, reason);
  gtk_widget_class_bind_template_child (widget_class, HeedTrustBox, trust);
  gtk_widget_class_bind_template_child (widget_class, HeedTrustBox, done);
  gtk_widget_class_bind_template_child (widget_class, HeedTrustBox, outcome);
  gtk_widget_class_bind_template_callback (widget_class, heed_trust_box_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_trust_box_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_trust_box_trust_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_trust_box_undo_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
heed_trust_box_init (HeedTrustBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_entry_set_max_length (GTK_ENTRY (self->reason), HEED_LIMIT_REASON_CHARACTERS);
}
