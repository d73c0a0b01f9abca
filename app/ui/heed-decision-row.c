/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-decision-row.h"

struct _HeedDecisionRow
{
  AdwBin parent_instance;

  GtkLabel *recipients;
  GtkLabel *outcome;
  GtkLabel *occasion;
};

G_DEFINE_FINAL_TYPE (HeedDecisionRow, heed_decision_row, ADW_TYPE_BIN)

static void
heed_decision_row_class_init (HeedDecisionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-decision-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedDecisionRow, recipients);
  gtk_widget_class_bind_template_child (widget_class, HeedDecisionRow, outcome);
  gtk_widget_class_bind_template_child (widget_class, HeedDecisionRow, occasion);
}

static void
heed_decision_row_init (HeedDecisionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

HeedDecisionRow *
heed_decision_row_new (void)
{
  return g_object_new (HEED_TYPE_DECISION_ROW, NULL);
}

void
heed_decision_row_show (HeedDecisionRow *self, HeedDecisionItem *item)
{
  g_autofree char *recipients = heed_decision_item_make_recipients (item);
  g_autofree char *occasion = heed_decision_item_make_occasion (item);

  g_return_if_fail (HEED_IS_DECISION_ROW (self));
  gtk_label_set_text (self->recipients, recipients);
  gtk_label_set_text (self->outcome, heed_decision_item_get_outcome (item));
  gtk_label_set_text (self->occasion, occasion);
}
