/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-recipient-row.h"

#include <glib/gi18n-lib.h>

#include "heed-act-box.h"
#include "heed-alignment.h"
#include "heed-difference.h"
#include "heed-recipient-text.h"
#include "heed-remedies.h"
#include "heed-shown-text.h"
#include "heed-spoken-name.h"
#include "heed-trust-box.h"

struct _HeedRecipientRow
{
  GtkWidget parent_instance;

  HeedDecision *decision; /* (owned) */
  const HeedRisk *risk;

  GtkWidget *content;
  GtkLabel *role;
  GtkLabel *name;
  GtkBox *addresses;
  GtkBox *reasons;
  HeedRemedies *remedies;
  HeedActBox *act;
  HeedTrustBox *trust;
};

G_DEFINE_FINAL_TYPE (HeedRecipientRow, heed_recipient_row, GTK_TYPE_WIDGET)

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

/* @cells: (transfer full) */
static void
heed_recipient_row_add_address (HeedRecipientRow *self, GArray *cells, gboolean has_expected)
{
  g_autofree char *text = heed_alignment_describe (cells);
  GtkWidget *difference = g_object_new (HEED_TYPE_DIFFERENCE, NULL);
  GtkWidget *words;

  heed_difference_set (HEED_DIFFERENCE (difference), cells, has_expected);
  gtk_box_append (self->addresses, difference);
  if (*text == '\0')
    return;
  words = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_box_append (self->addresses, words);
}

/* The edits of a finding lead to the best of what is expected, not to the second best. */
static void
heed_recipient_row_show_address (HeedRecipientRow *self, HeedMailbox *mailbox)
{
  GPtrArray *findings = heed_risk_get_findings (self->risk);
  const HeedFinding *worst = findings->pdata[0];
  const char *const *expected = heed_finding_get_expected (worst);
  const char *local = heed_mailbox_get_local (mailbox);
  const char *domain = heed_finding_get_domain (worst);
  const char *best;

  if (*domain == '\0')
    domain = heed_domain_get_unicode (heed_mailbox_get_domain (mailbox));
  best = g_strcmp0 (domain, expected[0]) != 0 ? expected[0] : NULL;
  heed_recipient_row_add_address (
      self, heed_alignment_new (local, domain, best, heed_finding_get_edits (worst)), best != NULL);
  if (best != NULL && expected[1] != NULL)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      heed_recipient_row_add_address (self, heed_alignment_new (local, domain, expected[1], none),
                                      TRUE);
    }
}

/* The worst finding of all is explained on top of the window, every other one in its row. What
 * says the same of another recipient is not said again. */
static void
heed_recipient_row_show_reasons (HeedRecipientRow *self)
{
  GPtrArray *findings = heed_risk_get_findings (self->risk);
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
heed_recipient_row_show (HeedRecipientRow *self)
{
  HeedRecipient *recipient = heed_risk_get_recipient (self->risk);
  HeedMailbox *mailbox = heed_recipient_get_mailbox (recipient);
  const char *name = heed_mailbox_get_name (mailbox);
  g_autofree char *spoken = NULL;

  gtk_label_set_text (self->role,
                      heed_recipient_text_get_role (heed_recipient_get_role (recipient)));
  gtk_widget_set_visible (GTK_WIDGET (self->name), name != NULL && *name != '\0');
  if (gtk_widget_get_visible (GTK_WIDGET (self->name)))
    {
      g_autofree char *shown = heed_shown_text_isolate (name);

      gtk_label_set_text (self->name, shown);
    }
  spoken = heed_recipient_text_name (recipient);
  heed_spoken_name_set (GTK_WIDGET (self), spoken);
  heed_recipient_row_show_address (self, mailbox);
  heed_recipient_row_show_reasons (self);
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
  g_type_ensure (HEED_TYPE_ACT_BOX);
  g_type_ensure (HEED_TYPE_REMEDIES);
  g_type_ensure (HEED_TYPE_TRUST_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-recipient-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, content);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, role);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, name);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, addresses);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, reasons);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, remedies);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, act);
  gtk_widget_class_bind_template_child (widget_class, HeedRecipientRow, trust);
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
  self->risk = heed_choices_get_risk (heed_decision_get_choices (decision), risk);
  heed_recipient_row_show (self);
  heed_remedies_set (self->remedies, decision, risk);
  heed_act_box_set (self->act, decision, risk);
  heed_trust_box_set (self->trust, decision, risk);
  return GTK_WIDGET (self);
}
