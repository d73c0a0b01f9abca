/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-risk-list.h"

#include <glib/gi18n-lib.h>

#include "heed-recipient-row.h"

/* The first rows are all that is in sight when the window opens, and it opens at once. */
#define ROWS_AT_FIRST 10
#define ROWS_MORE 40

struct _HeedRiskList
{
  GtkWidget parent_instance;

  HeedDecision *decision; /* (owned) (nullable) */
  guint n_rows;           /* made so far */

  GtkWidget *content;
  GtkBox *rows;
  GtkButton *more;
};

G_DEFINE_FINAL_TYPE (HeedRiskList, heed_risk_list, GTK_TYPE_WIDGET)

static void
heed_risk_list_add_rows (HeedRiskList *self, guint n_more)
{
  guint n = heed_choices_get_n_risks (heed_decision_get_choices (self->decision));
  guint end = MIN (n, self->n_rows + n_more);
  g_autofree char *text = NULL;

  for (; self->n_rows < end; self->n_rows++)
    gtk_box_append (self->rows, heed_recipient_row_new (self->decision, self->n_rows));
  text = g_strdup_printf (
      /* Translators: %u is a number of recipients that have to be looked at. */
      ngettext ("Show %u more", "Show %u more", n - end), n - end);
  gtk_button_set_label (self->more, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), end < n);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
heed_risk_list_more_cb (HeedRiskList *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->rows));

  heed_risk_list_add_rows (self, ROWS_MORE);
  gtk_widget_child_focus (gtk_widget_get_next_sibling (last), GTK_DIR_TAB_FORWARD);
}

void
heed_risk_list_set (HeedRiskList *self, HeedDecision *decision)
{
  g_return_if_fail (self->decision == NULL);
  self->decision = g_object_ref (decision);
  heed_risk_list_add_rows (self, ROWS_AT_FIRST);
}

static void
heed_risk_list_dispose (GObject *object)
{
  HeedRiskList *self = HEED_RISK_LIST (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->decision);
  G_OBJECT_CLASS (heed_risk_list_parent_class)->dispose (object);
}

static void
heed_risk_list_class_init (HeedRiskListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_risk_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-risk-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedRiskList, content);
  gtk_widget_class_bind_template_child (widget_class, HeedRiskList, rows);
  gtk_widget_class_bind_template_child (widget_class, HeedRiskList, more);
  gtk_widget_class_bind_template_callback (widget_class, heed_risk_list_more_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
heed_risk_list_init (HeedRiskList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
