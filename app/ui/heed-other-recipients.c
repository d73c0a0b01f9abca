/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-other-recipients.h"

#include <glib/gi18n-lib.h>

#include "heed-recipient-text.h"
#include "heed-shown-text.h"

/* As many recipients are found at a glance. */
#define RECIPIENTS_AT_A_GLANCE 20

struct _HeedOtherRecipients
{
  GtkWidget parent_instance;

  const HeedChoices *choices; /* (nullable) */
  GListModel *groups;         /* (owned) (nullable): a tree, made when it is unfolded */
  GtkFilterListModel *found;  /* (owned) (nullable): made when something is searched */

  GtkWidget *expander;
  GtkEditable *search;
  GtkStringFilter *filter;
  GtkListView *list;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (HeedOtherRecipients, heed_other_recipients, GTK_TYPE_WIDGET)

static GListModel *
create_members_cb (gpointer item, gpointer user_data)
{
  GPtrArray *recipients;
  GtkStringList *lines;

  if (!HEED_IS_RECIPIENT_GROUP (item))
    return NULL;
  recipients = heed_recipient_group_get_recipients (item);
  lines = gtk_string_list_new (NULL);
  for (guint i = 0; i < recipients->len; i++)
    gtk_string_list_take (lines, heed_recipient_text_describe (recipients->pdata[i]));
  return G_LIST_MODEL (lines);
}

/* A domain with one recipient needs no unfolding. */
static GListModel *
create_groups (GPtrArray *recipients)
{
  g_autoptr (GPtrArray) groups = heed_recipient_group_list (recipients);
  GListStore *store = g_list_store_new (G_TYPE_OBJECT);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *members = heed_recipient_group_get_recipients (groups->pdata[i]);
      g_autofree char *line = NULL;
      g_autoptr (GtkStringObject) single = NULL;

      if (members->len > 1)
        {
          g_list_store_append (store, groups->pdata[i]);
          continue;
        }
      line = heed_recipient_text_describe (members->pdata[0]);
      single = gtk_string_object_new (line);
      g_list_store_append (store, single);
    }
  return G_LIST_MODEL (
      gtk_tree_list_model_new (G_LIST_MODEL (store), FALSE, FALSE, create_members_cb, NULL, NULL));
}

static GtkFilterListModel *
create_found (HeedOtherRecipients *self)
{
  GPtrArray *others = heed_choices_get_others (self->choices);
  GtkStringList *lines = gtk_string_list_new (NULL);
  GtkFilterListModel *found;

  for (guint i = 0; i < heed_choices_get_n_risks (self->choices); i++)
    {
      HeedRisk *risk = heed_choices_get_risk (self->choices, i);
      g_autofree char *line = heed_recipient_text_describe (heed_risk_get_recipient (risk));

      /* Translators: %s is a recipient that has to be looked at: To, Cc or Bcc, and an address. */
      gtk_string_list_take (lines, g_strdup_printf (_ ("%s (needs a look)"), line));
    }
  for (guint i = 0; i < others->len; i++)
    gtk_string_list_take (lines, heed_recipient_text_describe (others->pdata[i]));
  found =
      gtk_filter_list_model_new (G_LIST_MODEL (lines), GTK_FILTER (g_object_ref (self->filter)));
  gtk_filter_list_model_set_incremental (found, TRUE);
  return found;
}

static void
heed_other_recipients_count_cb (HeedOtherRecipients *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));

  gtk_widget_set_visible (self->nothing, model != NULL && g_list_model_get_n_items (model) == 0);
}

static void
heed_other_recipients_list (HeedOtherRecipients *self, GListModel *model)
{
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (model));

  g_signal_connect_object (selection, "items-changed", G_CALLBACK (heed_other_recipients_count_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  heed_other_recipients_count_cb (self);
}

/* Nobody may ever unfold the line, and there may be thousands: they are listed only then. */
static void
heed_other_recipients_expanded_cb (HeedOtherRecipients *self)
{
  if (self->groups != NULL)
    return;
  self->groups = create_groups (heed_choices_get_others (self->choices));
  heed_other_recipients_list (self, self->groups);
}

static void
heed_other_recipients_search_cb (HeedOtherRecipients *self)
{
  const char *wanted = gtk_editable_get_text (self->search);

  gtk_string_filter_set_search (self->filter, wanted);
  if (*wanted != '\0' && self->found == NULL)
    self->found = create_found (self);
  heed_other_recipients_list (self, *wanted != '\0' ? G_LIST_MODEL (self->found) : self->groups);
}

static void
heed_other_recipients_setup_cb (GtkSignalListItemFactory *factory,
                                GtkListItem *item,
                                gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
  gtk_list_item_set_child (item, expander);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
heed_other_recipients_bind_cb (GtkSignalListItemFactory *factory,
                               GtkListItem *item,
                               gpointer user_data)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkLabel *label = GTK_LABEL (gtk_tree_expander_get_child (expander));
  gpointer bound = gtk_list_item_get_item (item);
  gboolean in_tree = GTK_IS_TREE_LIST_ROW (bound);
  g_autoptr (GObject) shown = in_tree ? gtk_tree_list_row_get_item (bound) : g_object_ref (bound);

  gtk_tree_expander_set_list_row (expander, in_tree ? bound : NULL);
  if (HEED_IS_RECIPIENT_GROUP (shown))
    {
      g_autofree char *text = heed_recipient_text_describe_group (HEED_RECIPIENT_GROUP (shown));

      gtk_label_set_text (label, text);
    }
  else
    gtk_label_set_text (label, gtk_string_object_get_string (GTK_STRING_OBJECT (shown)));
}

static void
heed_other_recipients_dispose (GObject *object)
{
  HeedOtherRecipients *self = HEED_OTHER_RECIPIENTS (object);

  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_object (&self->groups);
  g_clear_object (&self->found);
  G_OBJECT_CLASS (heed_other_recipients_parent_class)->dispose (object);
}

static void
heed_other_recipients_class_init (HeedOtherRecipientsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_other_recipients_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-other-recipients.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedOtherRecipients, expander);
  gtk_widget_class_bind_template_child (widget_class, HeedOtherRecipients, search);
  gtk_widget_class_bind_template_child (widget_class, HeedOtherRecipients, filter);
  gtk_widget_class_bind_template_child (widget_class, HeedOtherRecipients, list);
  gtk_widget_class_bind_template_child (widget_class, HeedOtherRecipients, nothing);
  gtk_widget_class_bind_template_callback (widget_class, heed_other_recipients_expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_other_recipients_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_other_recipients_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_other_recipients_bind_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
heed_other_recipients_init (HeedOtherRecipients *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The only domain of all, or NULL. */
static const HeedDomain *
get_only_domain (GPtrArray *recipients)
{
  const HeedDomain *first = NULL;

  for (guint i = 0; i < recipients->len; i++)
    {
      HeedMailbox *mailbox = heed_recipient_get_mailbox (recipients->pdata[i]);

      if (first != NULL && !heed_domain_equal (first, heed_mailbox_get_domain (mailbox)))
        return NULL;
      first = heed_mailbox_get_domain (mailbox);
    }
  return first;
}

static char *
describe_others (GPtrArray *others, gboolean further)
{
  const HeedDomain *domain = get_only_domain (others);
  guint n = others->len;
  g_autofree char *shown = NULL;

  if (!further)
    {
      /* Translators: %u is how many recipients the message has. */
      return g_strdup_printf (ngettext ("%'u recipient", "%'u recipients", n), n);
    }
  if (domain == NULL)
    {
      /* Translators: below the recipients that need a look; %u is how many others there are. */
      return g_strdup_printf (ngettext ("and %'u other", "and %'u others", n), n);
    }
  shown = heed_shown_text_isolate (heed_domain_get_unicode (domain));
  /* Translators: below the recipients that need a look; %1$u is how many others there are, %2$s
   * their domain. */
  return g_strdup_printf (ngettext ("and %1$'u other at %2$s", "and %1$'u others at %2$s", n), n,
                          shown);
}

void
heed_other_recipients_set (HeedOtherRecipients *self, const HeedChoices *choices)
{
  GPtrArray *others = heed_choices_get_others (choices);
  guint n_risks = heed_choices_get_n_risks (choices);
  guint n_all = others->len + n_risks;
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (self->choices == NULL);
  self->choices = choices;
  if (others->len > 0)
    text = describe_others (others, n_risks > 0);
  else
    text = g_strdup (_ ("Search all recipients"));
  spoken = heed_shown_text_speak (text);
  gtk_expander_set_label (GTK_EXPANDER (self->expander), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->search), n_all > RECIPIENTS_AT_A_GLANCE);
  gtk_widget_set_visible (GTK_WIDGET (self), others->len > 0 || n_all > RECIPIENTS_AT_A_GLANCE);
}
