/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-recipient-row.h"

#include <glib/gi18n-lib.h>

#include "heed-alignment.h"
#include "heed-difference.h"
#include "heed-shown-text.h"

struct _HeedRecipientRow
{
  GtkWidget parent_instance;

  HeedDecision *decision; /* (owned) */
  guint risk;

  GtkWidget *content;
  GtkLabel *role;
  GtkLabel *name;
  HeedDifference *difference;
  GtkLabel *words;
  GtkBox *reasons;
  GtkBox *proposals;
  GtkWidget *correction;
  GtkLabel *corrected;
  GtkWidget *undo;
  GtkWidget *act;
  GtkLabel *act_label;
  GtkCheckButton *tick;
  GtkLabel *tick_label;
  GtkEntry *typed;
};

G_DEFINE_FINAL_TYPE (HeedRecipientRow, heed_recipient_row, GTK_TYPE_WIDGET)

const char *
heed_recipient_row_get_role_name (HeedRole role)
{
  switch (role)
    {
    case HEED_ROLE_CC:
      return C_ ("recipient", "Cc");
    case HEED_ROLE_BCC:
      return C_ ("recipient", "Bcc");
    case HEED_ROLE_TO:
    default:
      return C_ ("recipient", "To");
    }
}

/* What a control is called when it is read aloud: an isolate is no part of that. */
static void
set_accessible_name (GtkWidget *widget, const char *shown)
{
  g_autofree char *spoken = heed_shown_text_speak (shown);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
heed_recipient_row_update (HeedRecipientRow *self)
{
  HeedMailbox *correction = heed_decision_get_correction (self->decision, self->risk);
  gboolean acts = heed_decision_get_required_text (self->decision, self->risk) != NULL ||
                  heed_decision_needs_tick (self->decision, self->risk);
  gboolean confirmed = heed_decision_is_confirmed (self->decision, self->risk);

  if (correction != NULL)
    {
      g_autofree char *address = heed_shown_text_isolate (heed_mailbox_get_typed (correction));
      /* Translators: %s is an address. */
      g_autofree char *text = g_strdup_printf (_ ("Goes to %s instead."), address);

      gtk_label_set_text (self->corrected, text);
    }
  gtk_widget_set_visible (self->correction, correction != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->proposals), correction == NULL);
  gtk_widget_set_visible (self->act, correction == NULL && acts);
  if (confirmed || gtk_entry_get_icon_name (self->typed, GTK_ENTRY_ICON_SECONDARY) != NULL)
    gtk_entry_set_icon_from_icon_name (self->typed, GTK_ENTRY_ICON_SECONDARY,
                                       confirmed ? "object-select-symbolic" : NULL);
}

static void
heed_recipient_row_choose_cb (GtkButton *button, HeedRecipientRow *self)
{
  guint proposal = 0;
  GtkWidget *child = GTK_WIDGET (button);

  while ((child = gtk_widget_get_prev_sibling (child)) != NULL)
    proposal++;
  heed_decision_choose (self->decision, self->risk, proposal);
  gtk_widget_grab_focus (self->undo);
}

static void
heed_recipient_row_copy_cb (GtkButton *button, HeedRecipientRow *self)
{
  GPtrArray *proposals = heed_decision_get_proposals (self->decision, self->risk);
  guint proposal = 0;
  GtkWidget *child = GTK_WIDGET (button);

  while ((child = gtk_widget_get_prev_sibling (child)) != NULL)
    proposal++;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          heed_mailbox_get_typed (proposals->pdata[proposal]));
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (button)), _ ("Copied"));
  set_accessible_name (GTK_WIDGET (button), _ ("Copied"));
}

static void
heed_recipient_row_undo_cb (HeedRecipientRow *self)
{
  heed_decision_undo (self->decision, self->risk);
  gtk_widget_child_focus (GTK_WIDGET (self->proposals), GTK_DIR_TAB_FORWARD);
}

static void
heed_recipient_row_typed_cb (HeedRecipientRow *self)
{
  heed_decision_set_typed (self->decision, self->risk,
                           gtk_editable_get_text (GTK_EDITABLE (self->typed)));
}

static void
heed_recipient_row_ticked_cb (HeedRecipientRow *self)
{
  heed_decision_set_ticked (self->decision, self->risk, gtk_check_button_get_active (self->tick));
}

static void
heed_recipient_row_add_proposal (HeedRecipientRow *self, HeedMailbox *proposal)
{
  gboolean chooses = heed_decision_can_correct (self->decision);
  g_autofree char *domain =
      heed_shown_text_isolate (heed_domain_get_unicode (heed_mailbox_get_domain (proposal)));
  g_autofree char *address = heed_shown_text_isolate (heed_mailbox_get_typed (proposal));
  g_autofree char *text = NULL;
  GtkWidget *label, *button;

  if (chooses)
    {
      /* Translators: %s is a domain. */
      text = g_strdup_printf (_ ("Use %s instead"), domain);
    }
  else
    {
      /* Translators: %s is an address. */
      text = g_strdup_printf (_ ("Copy %s"), address);
    }
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  set_accessible_name (button, text);
  g_signal_connect (button, "clicked",
                    chooses ? G_CALLBACK (heed_recipient_row_choose_cb)
                            : G_CALLBACK (heed_recipient_row_copy_cb),
                    self);
  gtk_box_append (self->proposals, button);
}

static void
heed_recipient_row_add_reason (HeedRecipientRow *self, const HeedFinding *finding)
{
  g_autofree char *text =
      heed_shown_text_reason (heed_finding_get_heading (finding), heed_finding_get_text (finding));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->reasons, label);
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), TRUE);
}

static void
heed_recipient_row_show_address (HeedRecipientRow *self, HeedMailbox *mailbox)
{
  GPtrArray *findings = heed_decision_get_risk_findings (self->decision, self->risk);
  const HeedFinding *worst = findings->pdata[0];
  const char *expected = heed_finding_get_expected (worst)[0];
  const char *domain = heed_finding_get_domain (worst);
  g_autofree char *words = NULL;
  GArray *cells;

  if (*domain == '\0')
    domain = heed_domain_get_unicode (heed_mailbox_get_domain (mailbox));
  if (g_strcmp0 (domain, expected) == 0)
    expected = NULL;
  cells = heed_alignment_new (heed_mailbox_get_local (mailbox), domain, expected,
                              heed_finding_get_edits (worst));
  words = heed_alignment_describe (cells);
  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->words), *words != '\0');
  heed_difference_set (self->difference, cells, expected != NULL);
}

/* The worst finding of all is explained on top of the window, every other one in its row. What
 * says the same of another recipient is not said again. */
static void
heed_recipient_row_show_reasons (HeedRecipientRow *self)
{
  GPtrArray *findings = heed_decision_get_risk_findings (self->decision, self->risk);
  HeedReview *review = heed_decision_get_review (self->decision);
  const HeedFinding *explained = heed_review_get_findings (review)->pdata[0];

  for (guint i = 0; i < findings->len; i++)
    {
      const char *text = heed_finding_get_text (findings->pdata[i]);

      if (!g_str_equal (text, heed_finding_get_text (explained)))
        heed_recipient_row_add_reason (self, findings->pdata[i]);
    }
}

static void
heed_recipient_row_show_tick (HeedRecipientRow *self)
{
  HeedRecipient *recipient = heed_decision_get_risk_recipient (self->decision, self->risk);
  HeedMailbox *mailbox = heed_recipient_get_mailbox (recipient);
  g_autofree char *address = heed_shown_text_isolate (heed_mailbox_get_typed (mailbox));
  /* Translators: %s is an address. */
  g_autofree char *text = g_strdup_printf (_ ("I checked %s, and it is right"), address);

  gtk_label_set_text (self->tick_label, text);
  set_accessible_name (GTK_WIDGET (self->tick), text);
  gtk_widget_set_visible (GTK_WIDGET (self->tick), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->act_label), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->typed), FALSE);
}

static void
heed_recipient_row_show_act (HeedRecipientRow *self)
{
  const char *required = heed_decision_get_required_text (self->decision, self->risk);
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  if (heed_decision_needs_tick (self->decision, self->risk))
    heed_recipient_row_show_tick (self);
  if (required == NULL)
    return;
  shown = heed_shown_text_isolate (required);
  /* Translators: %s is what the person has to type, such as ".ml". */
  text = g_strdup_printf (_ ("Type %s to send anyway"), shown);
  gtk_label_set_text (self->act_label, text);
  set_accessible_name (GTK_WIDGET (self->typed), text);
}

/* What a screen reader says when it enters the row. */
static void
heed_recipient_row_show_name (HeedRecipientRow *self, HeedRole role, HeedMailbox *mailbox)
{
  g_autofree char *address = heed_shown_text_isolate (heed_mailbox_get_typed (mailbox));
  /* Translators: names a recipient: the first %s is To, Cc or Bcc, the second an address. */
  g_autofree char *text = g_strdup_printf (C_ ("recipient", "%s: %s"),
                                           heed_recipient_row_get_role_name (role), address);

  set_accessible_name (GTK_WIDGET (self), text);
}

static void
heed_recipient_row_show (HeedRecipientRow *self)
{
  HeedRecipient *recipient = heed_decision_get_risk_recipient (self->decision, self->risk);
  HeedMailbox *mailbox = heed_recipient_get_mailbox (recipient);
  GPtrArray *proposals = heed_decision_get_proposals (self->decision, self->risk);
  const char *name = heed_mailbox_get_name (mailbox);

  gtk_label_set_text (self->role,
                      heed_recipient_row_get_role_name (heed_recipient_get_role (recipient)));
  if (name != NULL && *name != '\0')
    {
      g_autofree char *shown = heed_shown_text_isolate (name);

      gtk_label_set_text (self->name, shown);
    }
  heed_recipient_row_show_name (self, heed_recipient_get_role (recipient), mailbox);
  heed_recipient_row_show_address (self, mailbox);
  heed_recipient_row_show_reasons (self);
  heed_recipient_row_show_act (self);
  if (!heed_decision_is_blocked (self->decision))
    {
      for (guint i = 0; i < proposals->len; i++)
        heed_recipient_row_add_proposal (self, proposals->pdata[i]);
    }
}

static void
heed_recipient_row_dispose (GObject *object)
{
  HeedRecipientRow *self = HEED_RECIPIENT_ROW (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->decision);
  G_OBJECT_CLASS (heed_recipient_row_parent_class)->dispose (object);
}

static void
heed_recipient_row_class_init (HeedRecipientRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_recipient_row_dispose;
  g_type_ensure (HEED_TYPE_DIFFERENCE);
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-recipient-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, content);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, role);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, name);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, difference);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, words);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, reasons);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, proposals);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, correction);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, corrected);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, undo);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, act);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, act_label);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, typed);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, tick);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, tick_label);
  gtk_widget_class_bind_template_callback (widget_class, heed_recipient_row_ticked_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_recipient_row_undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_recipient_row_typed_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
heed_recipient_row_init (HeedRecipientRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
heed_recipient_row_new (HeedDecision *decision, guint risk)
{
  HeedRecipientRow *self = g_object_new (HEED_TYPE_RECIPIENT_ROW, NULL);

  self->decision = g_object_ref (decision);
  self->risk = risk;
  heed_recipient_row_show (self);
  heed_recipient_row_update (self);
  g_signal_connect_object (decision, "changed", G_CALLBACK (heed_recipient_row_update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
