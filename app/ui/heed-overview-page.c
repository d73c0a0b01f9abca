/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-overview-page.h"

#include <glib/gi18n-lib.h>

#include "heed-archive.h"
#include "heed-history-figures.h"
#include "heed-mail-program-row.h"
#include "heed-shown-text.h"
#include "heed-week-chart.h"

struct _HeedOverviewPage
{
  AdwBin parent_instance;

  AdwPreferencesGroup *problem_group;
  GtkLabel *problem;
  AdwPreferencesGroup *program_group;
  AdwActionRow *no_program;
  GtkWidget *figures_box;
  GtkLabel *stopped;
  HeedWeekChart *chart;
  GtkLabel *no_figures;

  HeedHistory *history;      /* (owned) (nullable) until it is set */
  GPtrArray *programs;       /* (owned) (nullable) (element-type HeedMailProgram) */
  GHashTable *clients;       /* (owned) (element-type utf8 GDateTime): when each asked last */
  GPtrArray *rows;           /* (owned) (element-type GtkWidget): not owned elements */
  GCancellable *cancellable; /* (owned) (nullable) of the looking that is under way */
};

G_DEFINE_FINAL_TYPE (HeedOverviewPage, heed_overview_page, ADW_TYPE_BIN)

/* Returns: (transfer none) (nullable): when @program asked last */
static GDateTime *
heed_overview_page_take_asked (HeedOverviewPage *self,
                               const HeedMailProgram *program,
                               GHashTable *unclaimed)
{
  GHashTableIter iter;
  gpointer client;
  gpointer time;

  g_hash_table_iter_init (&iter, self->clients);
  while (g_hash_table_iter_next (&iter, &client, &time))
    {
      if (!heed_mail_program_is_client (program, client))
        continue;
      g_hash_table_remove (unclaimed, client);
      return time;
    }
  return NULL;
}

static void
heed_overview_page_add_row (HeedOverviewPage *self,
                            const HeedMailProgram *program,
                            GDateTime *asked)
{
  HeedMailProgramRow *row = heed_mail_program_row_new (program, asked);

  g_signal_connect_object (row, "changed", G_CALLBACK (heed_overview_page_refresh), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->program_group, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

/* Those that are installed, and those that have only been seen asking. */
static void
heed_overview_page_show_programs (HeedOverviewPage *self)
{
  g_autoptr (GHashTable) unclaimed = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer client;
  gpointer time;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->program_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_hash_table_iter_init (&iter, self->clients);
  while (g_hash_table_iter_next (&iter, &client, NULL))
    g_hash_table_add (unclaimed, client);
  for (guint i = 0; self->programs != NULL && i < self->programs->len; i++)
    {
      const HeedMailProgram *program = self->programs->pdata[i];

      heed_overview_page_add_row (self, program,
                                  heed_overview_page_take_asked (self, program, unclaimed));
    }
  g_hash_table_iter_init (&iter, self->clients);
  while (g_hash_table_iter_next (&iter, &client, &time))
    {
      const HeedMailProgram seen = { .name = client, .client = client };

      if (g_hash_table_contains (unclaimed, client))
        heed_overview_page_add_row (self, &seen, time);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->no_program),
                          self->programs != NULL && self->rows->len == 0);
}

static void
heed_overview_page_programs_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *programs = heed_mail_program_list_finish (result, &error);
  HeedOverviewPage *self = user_data;

  /* Only a cancelled looking has no result, and then the page may be gone. */
  if (programs == NULL)
    return;
  g_clear_pointer (&self->programs, g_ptr_array_unref);
  self->programs = programs;
  heed_overview_page_show_programs (self);
}

static void
heed_overview_page_note_client (HeedOverviewPage *self, const HeedPastDecision *decision)
{
  const char *client = heed_past_decision_get_client (decision);
  g_autofree char *name = NULL;
  g_autoptr (GDateTime) time = NULL;
  GDateTime *before;

  if (client == NULL || *client == '\0')
    return;
  name = heed_mail_program_make_client_name (client);
  time = g_date_time_new_from_unix_local (heed_past_decision_get_time (decision) / G_USEC_PER_SEC);
  before = g_hash_table_lookup (self->clients, name);
  if (time != NULL && (before == NULL || g_date_time_compare (before, time) < 0))
    g_hash_table_insert (self->clients, g_steal_pointer (&name), g_steal_pointer (&time));
}

static void
heed_overview_page_show_figures (HeedOverviewPage *self, GPtrArray *decisions)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (HeedHistoryFigures) figures = heed_history_figures_new (decisions, now);
  g_autofree char *sentence = g_strdup_printf (
      /* Translators: %u is a number. */
      ngettext ("%u near miss stopped", "%u near misses stopped", figures->stopped),
      figures->stopped);

  gtk_label_set_text (self->stopped, sentence);
  heed_week_chart_show (self->chart, figures);
  g_hash_table_remove_all (self->clients);
  for (guint i = 0; i < decisions->len; i++)
    heed_overview_page_note_client (self, decisions->pdata[i]);
  heed_overview_page_show_programs (self);
}

static void
heed_overview_page_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedOverviewPage *self = user_data;
  g_autoptr (GPtrArray) correspondents = NULL;
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GError) error = NULL;
  gboolean listed =
      heed_archive_list_finish (HEED_HISTORY (source), result, &correspondents, &decisions, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_visible (self->figures_box, listed);
  gtk_widget_set_visible (GTK_WIDGET (self->no_figures), !listed);
  if (listed)
    heed_overview_page_show_figures (self, decisions);
}

void
heed_overview_page_refresh (HeedOverviewPage *self)
{
  g_autoptr (HeedHistoryQuery) everything = heed_history_query_new (NULL, NULL, NULL, 0);

  g_return_if_fail (HEED_IS_OVERVIEW_PAGE (self) && self->history != NULL);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  heed_mail_program_list_async (self->cancellable, heed_overview_page_programs_cb, self);
  heed_archive_list_async (self->history, everything, self->cancellable,
                           heed_overview_page_listed_cb, self);
}

static void
heed_overview_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (heed_overview_page_parent_class)->map (widget);
  heed_overview_page_refresh (HEED_OVERVIEW_PAGE (widget));
}

static void
heed_overview_page_state_cb (HeedOverviewPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    heed_overview_page_refresh (self);
}

static void
heed_overview_page_dispose (GObject *object)
{
  HeedOverviewPage *self = HEED_OVERVIEW_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (heed_overview_page_parent_class)->dispose (object);
}

static void
heed_overview_page_finalize (GObject *object)
{
  HeedOverviewPage *self = HEED_OVERVIEW_PAGE (object);

  g_clear_object (&self->history);
  g_clear_pointer (&self->programs, g_ptr_array_unref);
  g_hash_table_unref (self->clients);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (heed_overview_page_parent_class)->finalize (object);
}

static void
heed_overview_page_class_init (HeedOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = heed_overview_page_dispose;
  object_class->finalize = heed_overview_page_finalize;
  widget_class->map = heed_overview_page_map;
  g_type_ensure (HEED_TYPE_WEEK_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedOverviewPage, problem_group);
  gtk_widget_class_bind_template_child (widget_class, HeedOverviewPage, problem);
  gtk_widget_class_bind_template_child (widget_class, HeedOverviewPage, program_group);
  gtk_widget_class_bind_template_child (widget_class, HeedOverviewPage, no_program);
  gtk_widget_class_bind_template_child (widget_class, HeedOverviewPage, figures_box);
  gtk_widget_class_bind_template_child (widget_class, HeedOverviewPage, stopped);
  gtk_widget_class_bind_template_child (widget_class, HeedOverviewPage, chart);
  gtk_widget_class_bind_template_child (widget_class, HeedOverviewPage, no_figures);
}

static void
heed_overview_page_init (HeedOverviewPage *self)
{
  self->clients =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_date_time_unref);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
heed_overview_page_set_history (HeedOverviewPage *self, HeedHistory *history)
{
  g_return_if_fail (HEED_IS_OVERVIEW_PAGE (self) && self->history == NULL);
  self->history = g_object_ref (history);
  g_signal_connect_object (history, "notify::state", G_CALLBACK (heed_overview_page_state_cb), self,
                           G_CONNECT_SWAPPED);
}

void
heed_overview_page_set_problem (HeedOverviewPage *self, const char *problem)
{
  g_autofree char *shown = heed_shown_text_lines (problem != NULL ? problem : "");

  g_return_if_fail (HEED_IS_OVERVIEW_PAGE (self));
  gtk_label_set_text (self->problem, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_group), problem != NULL);
}
