/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-justification-box.h"

#include <glib/gi18n-lib.h>

#include "heed-justification.h"
#include "heed-shown-text.h"

struct _HeedJustificationBox
{
  GtkWidget parent_instance;

  HeedDecision *decision; /* (owned) (nullable) */
  GPtrArray *reasons;     /* (owned) (nullable) (element-type HeedLocalText) */

  GtkWidget *content;
  GtkDropDown *list;
  GtkEntry *typed;
};

G_DEFINE_FINAL_TYPE (HeedJustificationBox, heed_justification_box, GTK_TYPE_WIDGET)

/* The first line of the list asks to choose, the reasons follow, and the last may be to type one.
 */
static gboolean
is_typing (HeedJustificationBox *self)
{
  return self->reasons->len == 0 || gtk_drop_down_get_selected (self->list) > self->reasons->len;
}

static const char *
get_reason (HeedJustificationBox *self)
{
  guint selected = gtk_drop_down_get_selected (self->list);

  if (is_typing (self))
    return gtk_editable_get_text (GTK_EDITABLE (self->typed));
  return selected > 0 ? heed_local_text_get (self->reasons->pdata[selected - 1]) : NULL;
}

static void
heed_justification_box_changed_cb (HeedJustificationBox *self)
{
  if (self->decision == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->typed), is_typing (self));
  heed_decision_set_justification (self->decision, get_reason (self));
}

static void
heed_justification_box_update (HeedJustificationBox *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), heed_decision_needs_justification (self->decision));
}

void
heed_justification_box_set (HeedJustificationBox *self, HeedDecision *decision)
{
  HeedPolicy *policy = heed_decision_get_policy (decision);
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);

  g_return_if_fail (self->decision == NULL);
  self->reasons = g_ptr_array_ref (heed_policy_get_justifications (policy));
  gtk_string_list_append (lines, _ ("Choose a reason"));
  for (guint i = 0; i < self->reasons->len; i++)
    {
      g_autofree char *shown =
          heed_shown_text_sentence (heed_local_text_get (self->reasons->pdata[i]));

      gtk_string_list_append (lines, shown);
    }
  if (heed_policy_may_type_justification (policy))
    gtk_string_list_append (lines, _ ("Another reason"));
  gtk_drop_down_set_model (self->list, G_LIST_MODEL (lines));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->reasons->len > 0);
  gtk_entry_set_max_length (self->typed, HEED_JUSTIFICATION_CHARACTERS);
  self->decision = g_object_ref (decision);
  heed_justification_box_changed_cb (self);
  heed_justification_box_update (self);
  g_signal_connect_object (decision, "changed", G_CALLBACK (heed_justification_box_update), self,
                           G_CONNECT_SWAPPED);
}

static void
heed_justification_box_dispose (GObject *object)
{
  HeedJustificationBox *self = HEED_JUSTIFICATION_BOX (object);

  g_clear_object (&self->decision);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  G_OBJECT_CLASS (heed_justification_box_parent_class)->dispose (object);
}

static void
heed_justification_box_class_init (HeedJustificationBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_justification_box_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-justification-box.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedJustificationBox, content);
  gtk_widget_class_bind_template_child (widget_class, HeedJustificationBox, list);
  gtk_widget_class_bind_template_child (widget_class, HeedJustificationBox, typed);
  gtk_widget_class_bind_template_callback (widget_class, heed_justification_box_changed_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
heed_justification_box_init (HeedJustificationBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
