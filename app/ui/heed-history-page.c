/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-history-page.h"

#include <glib/gi18n-lib.h>

#include "heed-archive.h"
#include "heed-choice-window.h"
#include "heed-decision-list.h"
#include "heed-decision-row.h"
#include "heed-history-task.h"
#include "heed-shown-text.h"

#define SECONDS_PER_DAY (24 * 60 * 60)

struct _HeedHistoryPage
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkDropDown *age;
  GtkCheckButton *only_asked;
  GtkStack *stack;
  GtkWidget *found;
  GtkWidget *list_scroll;
  GtkListView *list_view;
  AdwStatusPage *nothing;
  GtkLabel *count;

  HeedHistory *history;      /* (owned) (nullable) until it is set */
  HeedDecisionList *list;    /* (owned) */
  HeedHistoryQuery *query;   /* (owned) (nullable): what is shown */
  GPtrArray *correspondents; /* (owned) (nullable) (element-type HeedCorrespondent): that fit */
  GPtrArray *decisions;      /* (owned) (nullable) (element-type HeedPastDecision): that fit */
  GCancellable *cancellable; /* (owned) (nullable) of the listing that is under way */
};

G_DEFINE_FINAL_TYPE (HeedHistoryPage, heed_history_page, ADW_TYPE_BIN)

/* Days of the choices of age, in their order. */
static const guint ages[] = { 0, 30, 182, 365, 730 };

static HeedHistoryQuery *
heed_history_page_make_query (HeedHistoryPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint days = ages[MIN (gtk_drop_down_get_selected (self->age), G_N_ELEMENTS (ages) - 1)];
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  return heed_history_query_new (NULL, NULL, *text != '\0' ? text : NULL,
                                 days > 0 ? now - (gint64)days * SECONDS_PER_DAY : 0);
}

static void
heed_history_page_say_nothing (HeedHistoryPage *self, const char *title, const char *description)
{
  g_autofree char *markup = g_markup_escape_text (description, -1);

  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, markup);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->nothing));
}

static void
heed_history_page_update (HeedHistoryPage *self)
{
  gboolean only_asked = gtk_check_button_get_active (self->only_asked);
  g_autofree char *decisions = NULL;
  g_autofree char *people = NULL;
  g_autofree char *both = NULL;
  guint n_decisions = self->decisions != NULL ? self->decisions->len : 0;
  guint n_people = self->correspondents != NULL ? self->correspondents->len : 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.export", n_decisions + n_people > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.forget", n_decisions + n_people > 0);
  if (self->decisions == NULL)
    return;
  heed_decision_list_fill (self->list, self->decisions, only_asked);
  decisions =
      g_strdup_printf (/* Translators: %'u is a number. */
                       ngettext ("%'u decision", "%'u decisions", n_decisions), n_decisions);
  people = g_strdup_printf (/* Translators: %'u is a number. */
                            ngettext ("%'u person", "%'u people", n_people), n_people);
  /* Translators: what a search found: the first %s is as “3 decisions”, the second as “2 people”.
   */
  both = g_strdup_printf (_ ("Found: %s, %s"), decisions, people);
  gtk_label_set_text (self->count, both);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    gtk_stack_set_visible_child (self->stack, self->list_scroll);
  else
    heed_history_page_say_nothing (
        self, _ ("No decisions"),
        _ ("What you decide in Heed’s window is listed here. Other messages are, too, if you "
           "include those that you were not asked about."));
}

static void
heed_history_page_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedHistoryPage *self = user_data;
  g_autoptr (GPtrArray) correspondents = NULL;
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GError) error = NULL;
  gboolean listed =
      heed_archive_list_finish (HEED_HISTORY (source), result, &correspondents, &decisions, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->correspondents, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  self->correspondents = g_steal_pointer (&correspondents);
  self->decisions = g_steal_pointer (&decisions);
  gtk_widget_set_visible (self->found, listed);
  if (!listed)
    heed_history_page_say_nothing (self, _ ("The history cannot be read"), error->message);
  heed_history_page_update (self);
}

static void
heed_history_page_refresh (HeedHistoryPage *self)
{
  if (self->history == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->query, heed_history_query_unref);
  self->query = heed_history_page_make_query (self);
  heed_archive_list_async (self->history, self->query, self->cancellable,
                           heed_history_page_listed_cb, self);
}

static void
heed_history_page_forget_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedHistoryPage) self = user_data;

  if (heed_choice_window_run_finish (HEED_CHOICE_WINDOW (source), result))
    heed_history_task_forget (GTK_WIDGET (self), self->history, self->query);
}

static void
heed_history_page_ask_forget (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HeedHistoryPage *self = HEED_HISTORY_PAGE (widget);
  gboolean everything = heed_history_query_is_everything (self->query);
  const char *found = gtk_label_get_text (self->count);
  const char *text =
      everything ? _ ("Everything that is remembered goes, and nothing of it stays on the disk. "
                      "Until you have written to people again, Heed does not know whom you mean.")
                 : _ ("What was found goes, and nothing of it stays on the disk. Heed no longer "
                      "knows that you write to these people.");
  g_autofree char *whole = g_strdup_printf ("%s\n\n%s", found, text);
  HeedChoiceWindow *window =
      heed_choice_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                              everything ? _ ("Forget everything?") : _ ("Forget what was found?"),
                              whole, _ ("_Forget"));

  heed_choice_window_set_destructive (window);
  heed_choice_window_run_async (window, heed_history_page_forget_cb, g_object_ref (self));
}

static void
heed_history_page_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HeedHistoryPage *self = HEED_HISTORY_PAGE (widget);

  heed_history_task_export (widget, self->correspondents, self->decisions);
}

static void
heed_history_page_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  heed_history_task_import (widget, HEED_HISTORY_PAGE (widget)->history);
}

static void
heed_history_page_refresh_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  heed_history_page_refresh (HEED_HISTORY_PAGE (widget));
}

static void
heed_history_page_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, GTK_WIDGET (heed_decision_row_new ()));
  gtk_list_item_set_activatable (item, FALSE);
}

static void
heed_history_page_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  HeedDecisionItem *decision = HEED_DECISION_ITEM (gtk_list_item_get_item (item));
  g_autofree char *recipients = heed_decision_item_make_recipients (decision);
  g_autofree char *spoken = heed_shown_text_speak (recipients);

  heed_decision_row_show (HEED_DECISION_ROW (row), decision);
  /* What the keyboard is at is the widget around the row. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  heed_decision_item_get_outcome (decision), -1);
}

static void
heed_history_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (heed_history_page_parent_class)->map (widget);
  heed_history_page_refresh (HEED_HISTORY_PAGE (widget));
}

static void
heed_history_page_dispose (GObject *object)
{
  HeedHistoryPage *self = HEED_HISTORY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (heed_history_page_parent_class)->dispose (object);
}

static void
heed_history_page_finalize (GObject *object)
{
  HeedHistoryPage *self = HEED_HISTORY_PAGE (object);

  g_clear_object (&self->history);
  g_clear_object (&self->list);
  g_clear_pointer (&self->query, heed_history_query_unref);
  g_clear_pointer (&self->correspondents, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  G_OBJECT_CLASS (heed_history_page_parent_class)->finalize (object);
}

static void
heed_history_page_class_init (HeedHistoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = heed_history_page_dispose;
  object_class->finalize = heed_history_page_finalize;
  widget_class->map = heed_history_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedHistoryPage, search);
  gtk_widget_class_bind_template_child (widget_class, HeedHistoryPage, age);
  gtk_widget_class_bind_template_child (widget_class, HeedHistoryPage, only_asked);
  gtk_widget_class_bind_template_child (widget_class, HeedHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HeedHistoryPage, found);
  gtk_widget_class_bind_template_child (widget_class, HeedHistoryPage, list_scroll);
  gtk_widget_class_bind_template_child (widget_class, HeedHistoryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, HeedHistoryPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, HeedHistoryPage, count);
  gtk_widget_class_bind_template_callback (widget_class, heed_history_page_refresh);
  gtk_widget_class_bind_template_callback (widget_class, heed_history_page_update);
  gtk_widget_class_bind_template_callback (widget_class, heed_history_page_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_history_page_bind_cb);
  gtk_widget_class_install_action (widget_class, "history.forget", NULL,
                                   heed_history_page_ask_forget);
  gtk_widget_class_install_action (widget_class, "history.export", NULL, heed_history_page_export);
  gtk_widget_class_install_action (widget_class, "history.import", NULL, heed_history_page_import);
  gtk_widget_class_install_action (widget_class, "history.refresh", NULL,
                                   heed_history_page_refresh_action);
}

static void
heed_history_page_init (HeedHistoryPage *self)
{
  self->list = heed_decision_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_autoptr (GtkSelectionModel) model =
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  gtk_list_view_set_model (self->list_view, model);
  /* What the keyboard is at is the button inside. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (
                                      gtk_widget_get_first_child (GTK_WIDGET (self->age))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Age"), -1);
}

void
heed_history_page_set_history (HeedHistoryPage *self, HeedHistory *history)
{
  g_return_if_fail (HEED_IS_HISTORY_PAGE (self) && self->history == NULL);
  self->history = g_object_ref (history);
  g_signal_connect_object (history, "notify::state", G_CALLBACK (heed_history_page_refresh), self,
                           G_CONNECT_SWAPPED);
}

void
heed_history_page_search (HeedHistoryPage *self)
{
  g_return_if_fail (HEED_IS_HISTORY_PAGE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
