/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-act-box.h"

#include <glib/gi18n-lib.h>

#include "heed-shown-text.h"
#include "heed-spoken-name.h"

struct _HeedActBox
{
  GtkWidget parent_instance;

  HeedDecision *decision; /* (owned) (nullable) */
  const HeedRisk *risk;
  guint number;

  GtkWidget *content;
  GtkLabel *label;
  GtkCheckButton *tick;
  GtkLabel *tick_label;
  GtkEntry *typed;
};

G_DEFINE_FINAL_TYPE (HeedActBox, heed_act_box, GTK_TYPE_WIDGET)

static void
heed_act_box_update (HeedActBox *self)
{
  gboolean acts =
      heed_risk_get_required_text (self->risk) != NULL || heed_risk_needs_tick (self->risk);
  gboolean confirmed = heed_risk_is_confirmed (self->risk);

  gtk_widget_set_visible (GTK_WIDGET (self), acts && !heed_risk_is_changed (self->risk));
  if (confirmed || gtk_entry_get_icon_name (self->typed, GTK_ENTRY_ICON_SECONDARY) != NULL)
    gtk_entry_set_icon_from_icon_name (self->typed, GTK_ENTRY_ICON_SECONDARY,
                                       confirmed ? "object-select-symbolic" : NULL);
}

static void
heed_act_box_typed_cb (HeedActBox *self)
{
  if (self->decision != NULL)
    heed_decision_set_typed (self->decision, self->number,
                             gtk_editable_get_text (GTK_EDITABLE (self->typed)));
}

static void
heed_act_box_ticked_cb (HeedActBox *self)
{
  if (self->decision != NULL)
    heed_decision_set_ticked (self->decision, self->number,
                              gtk_check_button_get_active (self->tick));
}

static void
heed_act_box_show_tick (HeedActBox *self)
{
  HeedMailbox *mailbox = heed_recipient_get_mailbox (heed_risk_get_recipient (self->risk));
  g_autofree char *address = heed_shown_text_isolate (heed_mailbox_get_typed (mailbox));
  /* Translators: %s is an address. */
  g_autofree char *text = g_strdup_printf (_ ("I checked %s, and it is right"), address);

  gtk_label_set_text (self->tick_label, text);
  heed_spoken_name_set (GTK_WIDGET (self->tick), text);
  gtk_widget_set_visible (GTK_WIDGET (self->tick), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->label), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->typed), FALSE);
}

static void
heed_act_box_show_typed (HeedActBox *self, const char *required)
{
  g_autofree char *shown = heed_shown_text_isolate (required);
  /* Translators: %s is what the person has to type, such as ".ml". */
  g_autofree char *text = g_strdup_printf (_ ("Type %s to send anyway"), shown);

  gtk_label_set_text (self->label, text);
  heed_spoken_name_set (GTK_WIDGET (self->typed), text);
}

void
heed_act_box_set (HeedActBox *self, HeedDecision *decision, guint risk)
{
  const char *required;

  g_return_if_fail (self->decision == NULL);
  self->decision = g_object_ref (decision);
  self->number = risk;
  self->risk = heed_choices_get_risk (heed_decision_get_choices (decision), risk);
  required = heed_risk_get_required_text (self->risk);
  if (heed_risk_needs_tick (self->risk))
    heed_act_box_show_tick (self);
  else if (required != NULL)
    heed_act_box_show_typed (self, required);
  heed_act_box_update (self);
  g_signal_connect_object (decision, "changed", G_CALLBACK (heed_act_box_update), self,
                           G_CONNECT_SWAPPED);
}

static void
heed_act_box_dispose (GObject *object)
{
  HeedActBox *self = HEED_ACT_BOX (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->decision);
  G_OBJECT_CLASS (heed_act_box_parent_class)->dispose (object);
}

static void
heed_act_box_class_init (HeedActBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_act_box_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-act-box.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedActBox, content);
  gtk_widget_class_bind_template_child (widget_class, HeedActBox, label);
  gtk_widget_class_bind_template_child (widget_class, HeedActBox, tick);
  gtk_widget_class_bind_template_child (widget_class, HeedActBox, tick_label);
  gtk_widget_class_bind_template_child (widget_class, HeedActBox, typed);
  gtk_widget_class_bind_template_callback (widget_class, heed_act_box_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_act_box_ticked_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
heed_act_box_init (HeedActBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
