/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-other-recipients.h"

#include <glib/gi18n-lib.h>

#include "heed-recipient.h"
#include "heed-recipient-row.h"
#include "heed-shown-text.h"

struct _HeedOtherRecipients
{
  GtkWidget parent_instance;

  GPtrArray *recipients; /* (owned) (nullable) (element-type HeedRecipient) */

  GtkWidget *expander;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (HeedOtherRecipients, heed_other_recipients, GTK_TYPE_WIDGET)

static char *
describe (HeedRecipient *recipient)
{
  HeedMailbox *mailbox = heed_recipient_get_mailbox (recipient);
  const char *name = heed_mailbox_get_name (mailbox);
  const char *role = heed_recipient_row_get_role_name (heed_recipient_get_role (recipient));
  g_autofree char *address = heed_shown_text_isolate (heed_mailbox_get_typed (mailbox));
  g_autofree char *shown = NULL;

  if (name == NULL || *name == '\0')
    {
      /* Translators: the first %s is To, Cc or Bcc, the second an address. */
      return g_strdup_printf (_ ("%s: %s"), role, address);
    }
  shown = heed_shown_text_isolate (name);
  /* Translators: the first %s is To, Cc or Bcc, the second a name, the third an address. */
  return g_strdup_printf (_ ("%s: %s, %s"), role, shown, address);
}

/* Nobody may ever unfold the line, and there may be thousands: they are listed only then. */
static void
heed_other_recipients_expanded_cb (HeedOtherRecipients *self)
{
  g_autoptr (GtkStringList) lines = NULL;

  if (gtk_list_view_get_model (self->list) != NULL)
    return;
  lines = gtk_string_list_new (NULL);
  for (guint i = 0; i < self->recipients->len; i++)
    gtk_string_list_take (lines, describe (self->recipients->pdata[i]));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                           G_LIST_MODEL (g_steal_pointer (&lines)))));
}

static void
heed_other_recipients_setup_cb (GtkSignalListItemFactory *factory,
                                GtkListItem *item,
                                gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
heed_other_recipients_bind_cb (GtkSignalListItemFactory *factory,
                               GtkListItem *item,
                               gpointer user_data)
{
  GtkStringObject *line = GTK_STRING_OBJECT (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (line));
}

static void
heed_other_recipients_dispose (GObject *object)
{
  HeedOtherRecipients *self = HEED_OTHER_RECIPIENTS (object);

  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_pointer (&self->recipients, g_ptr_array_unref);
  G_OBJECT_CLASS (heed_other_recipients_parent_class)->dispose (object);
}

static void
heed_other_recipients_class_init (HeedOtherRecipientsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_other_recipients_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-other-recipients.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedOtherRecipients, expander);
  gtk_widget_class_bind_template_child (widget_class, HeedOtherRecipients, list);
  gtk_widget_class_bind_template_callback (widget_class, heed_other_recipients_expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_other_recipients_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_other_recipients_bind_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
heed_other_recipients_init (HeedOtherRecipients *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
heed_other_recipients_set (HeedOtherRecipients *self, GPtrArray *recipients, gboolean further)
{
  guint n = recipients->len;
  g_autofree char *text = NULL;

  if (further)
    {
      /* Translators: below the recipients that need a look; %u is how many others there are. */
      text = g_strdup_printf (ngettext ("and %u other", "and %u others", n), n);
    }
  else
    {
      /* Translators: %u is how many recipients the message has. */
      text = g_strdup_printf (ngettext ("%u recipient", "%u recipients", n), n);
    }
  g_clear_pointer (&self->recipients, g_ptr_array_unref);
  self->recipients = g_ptr_array_ref (recipients);
  gtk_expander_set_label (GTK_EXPANDER (self->expander), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
