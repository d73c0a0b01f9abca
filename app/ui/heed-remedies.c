/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-remedies.h"

#include <glib/gi18n-lib.h>

#include "heed-shown-text.h"
#include "heed-spoken-name.h"

struct _HeedRemedies
{
  GtkWidget parent_instance;

  HeedDecision *decision; /* (owned) (nullable) */
  const HeedRisk *risk;
  guint number;

  GtkWidget *content;
  GtkWidget *offers;
  GtkBox *proposals;
  GtkWidget *remove;
  GtkWidget *done;
  GtkLabel *outcome;
  GtkWidget *undo;
};

G_DEFINE_FINAL_TYPE (HeedRemedies, heed_remedies, GTK_TYPE_WIDGET)

static HeedMailbox *
get_mailbox (HeedRemedies *self)
{
  return heed_recipient_get_mailbox (heed_risk_get_recipient (self->risk));
}

static char *
describe_outcome (HeedRemedies *self)
{
  HeedMailbox *correction = heed_risk_get_correction (self->risk);
  HeedMailbox *shown = correction != NULL ? correction : get_mailbox (self);
  g_autofree char *address = heed_shown_text_isolate (heed_mailbox_get_typed (shown));

  if (correction != NULL)
    {
      /* Translators: %s is an address. */
      return g_strdup_printf (_ ("Goes to %s instead."), address);
    }
  /* Translators: %s is an address. */
  return g_strdup_printf (_ ("Does not go to %s any more."), address);
}

static void
heed_remedies_update (HeedRemedies *self)
{
  gboolean changed = heed_risk_is_changed (self->risk);

  if (changed)
    {
      g_autofree char *text = describe_outcome (self);

      gtk_label_set_text (self->outcome, text);
    }
  gtk_widget_set_visible (self->done, changed);
  gtk_widget_set_visible (self->offers, !changed);
}

static guint
get_place (GtkWidget *child)
{
  guint place = 0;

  while ((child = gtk_widget_get_prev_sibling (child)) != NULL)
    place++;
  return place;
}

static void
heed_remedies_choose_cb (GtkWidget *button, HeedRemedies *self)
{
  heed_decision_choose (self->decision, self->number, get_place (button));
  gtk_widget_grab_focus (self->undo);
}

static void
heed_remedies_copy_cb (GtkWidget *button, HeedRemedies *self)
{
  HeedMailbox *proposal = heed_risk_get_proposals (self->risk)->pdata[get_place (button)];

  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), heed_mailbox_get_typed (proposal));
  gtk_widget_activate_action (button, "answer.keep", NULL);
}

static void
heed_remedies_remove_cb (HeedRemedies *self)
{
  heed_decision_remove (self->decision, self->number);
  gtk_widget_grab_focus (self->undo);
}

static void
heed_remedies_undo_cb (HeedRemedies *self)
{
  heed_decision_undo (self->decision, self->number);
  gtk_widget_child_focus (self->offers, GTK_DIR_TAB_FORWARD);
}

static char *
describe_proposal (HeedMailbox *proposal, gboolean chooses)
{
  g_autofree char *domain =
      heed_shown_text_isolate (heed_domain_get_unicode (heed_mailbox_get_domain (proposal)));
  g_autofree char *address = heed_shown_text_isolate (heed_mailbox_get_typed (proposal));

  if (chooses)
    {
      /* Translators: %s is a domain. */
      return g_strdup_printf (_ ("Use %s instead"), domain);
    }
  /* Translators: a button; %s is an address. It is put on the clipboard, and the message stays in
   * the mail program. */
  return g_strdup_printf (_ ("Copy %s and go back"), address);
}

static void
heed_remedies_add_proposal (HeedRemedies *self, HeedMailbox *proposal)
{
  gboolean chooses = heed_choices_can_correct (heed_decision_get_choices (self->decision));
  g_autofree char *text = describe_proposal (proposal, chooses);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  heed_spoken_name_set (button, text);
  g_signal_connect (button, "clicked",
                    chooses ? G_CALLBACK (heed_remedies_choose_cb)
                            : G_CALLBACK (heed_remedies_copy_cb),
                    self);
  gtk_box_append (self->proposals, button);
}

static void
heed_remedies_show_remove (HeedRemedies *self)
{
  g_autofree char *address = heed_shown_text_isolate (heed_mailbox_get_typed (get_mailbox (self)));
  /* Translators: what the button that says "Remove this recipient" is called when it is read aloud;
   * %s is an address. */
  g_autofree char *text = g_strdup_printf (_ ("Remove this recipient: %s"), address);

  heed_spoken_name_set (self->remove, text);
  gtk_widget_set_visible (self->remove,
                          heed_choices_can_remove (heed_decision_get_choices (self->decision)));
}

void
heed_remedies_set (HeedRemedies *self, HeedDecision *decision, guint risk)
{
  const HeedChoices *choices = heed_decision_get_choices (decision);
  GPtrArray *proposals;

  g_return_if_fail (self->decision == NULL);
  self->decision = g_object_ref (decision);
  self->number = risk;
  self->risk = heed_choices_get_risk (choices, risk);
  proposals = heed_risk_get_proposals (self->risk);
  for (guint i = 0; i < proposals->len && !heed_choices_is_blocked (choices); i++)
    heed_remedies_add_proposal (self, proposals->pdata[i]);
  heed_remedies_show_remove (self);
  heed_remedies_update (self);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self->proposals)) != NULL ||
                              gtk_widget_get_visible (self->remove));
  g_signal_connect_object (decision, "changed", G_CALLBACK (heed_remedies_update), self,
                           G_CONNECT_SWAPPED);
}

static void
heed_remedies_dispose (GObject *object)
{
  HeedRemedies *self = HEED_REMEDIES (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->decision);
  G_OBJECT_CLASS (heed_remedies_parent_class)->dispose (object);
}

static void
heed_remedies_class_init (HeedRemediesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_remedies_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-remedies.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedRemedies, content);
  gtk_widget_class_bind_template_child (widget_class, HeedRemedies, offers);
  gtk_widget_class_bind_template_child (widget_class, HeedRemedies, proposals);
  gtk_widget_class_bind_template_child (widget_class, HeedRemedies, remove);
  gtk_widget_class_bind_template_child (widget_class, HeedRemedies, done);
  gtk_widget_class_bind_template_child (widget_class, HeedRemedies, outcome);
  gtk_widget_class_bind_template_child (widget_class, HeedRemedies, undo);
  gtk_widget_class_bind_template_callback (widget_class, heed_remedies_remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_remedies_undo_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
heed_remedies_init (HeedRemedies *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
