/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-main-window.h"

#include <glib/gi18n-lib.h>

#include "heed-history-page.h"
#include "heed-trial-page.h"
#include "heed-preferences-page.h"
#include "heed-domains-page.h"
#include "heed-overview-page.h"
#include "heed-welcome-page.h"

struct _HeedMainWindow
{
  AdwWindow parent_instance;

  GtkStack *stack;
  HeedWelcomePage *welcome;
  GtkWidget *pages;
  AdwViewStack *views;
  HeedOverviewPage *overview;
  HeedHistoryPage *history;
  HeedTrialPage *trial;
  HeedPreferencesPage *preferences;
  HeedDomainsPage *domains;
};

G_DEFINE_FINAL_TYPE (HeedMainWindow, heed_main_window, ADW_TYPE_WINDOW)

/* GTK 4.8 and libadwaita 1.2 tell assistive technology of pages that are not in view, too. */
static void
heed_main_window_turned_cb (HeedMainWindow *self)
{
  g_autoptr (GtkSelectionModel) views = adw_view_stack_get_pages (self->views);
  GtkWidget *in_view = adw_view_stack_get_visible_child (self->views);
  gboolean welcomes = gtk_stack_get_visible_child (self->stack) != self->pages;

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->welcome), GTK_ACCESSIBLE_STATE_HIDDEN,
                               !welcomes, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->pages), GTK_ACCESSIBLE_STATE_HIDDEN, welcomes,
                               -1);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (views)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (views), i);
      GtkWidget *child = adw_view_stack_page_get_child (page);

      gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN,
                                   child != in_view, -1);
    }
}

static void
heed_main_window_welcomed_cb (HeedMainWindow *self)
{
  gtk_stack_set_visible_child (self->stack, self->pages);
  gtk_widget_child_focus (self->pages, GTK_DIR_TAB_FORWARD);
}

static void
heed_main_window_show_page (GtkWidget *widget, const char *action, GVariant *page)
{
  HeedMainWindow *self = HEED_MAIN_WINDOW (widget);

  if (gtk_stack_get_visible_child (self->stack) == self->pages)
    adw_view_stack_set_visible_child_name (self->views, g_variant_get_string (page, NULL));
}

static void
heed_main_window_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HeedMainWindow *self = HEED_MAIN_WINDOW (widget);

  if (gtk_stack_get_visible_child (self->stack) != self->pages)
    return;
  adw_view_stack_set_visible_child (self->views, GTK_WIDGET (self->history));
  heed_history_page_search (self->history);
}

static void
heed_main_window_show_shortcuts (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/heed/ui/heed-shortcuts-window.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, GTK_WINDOW (widget));
  gtk_window_present (window);
}

static void
heed_main_window_show_about (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_show_about_window (
      GTK_WINDOW (widget), "application-name", "Heed", "application-icon", HEED_APPLICATION_ID,
      "version", HEED_VERSION, "developer-name", _ ("The Heed authors"), "license-type",
      GTK_LICENSE_GPL_3_0, "website", "https://heedmail.github.io/", "comments",
      _ ("Heed gives the recipients of a message a second look before it leaves."),
      "translator-credits",
      /* Translators: your names, one a line; they are shown in the about window. */
      _ ("translator-credits"), NULL);
}

static void
heed_main_window_class_init (HeedMainWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HEED_TYPE_HISTORY_PAGE);
  g_type_ensure (HEED_TYPE_TRIAL_PAGE);
  g_type_ensure (HEED_TYPE_PREFERENCES_PAGE);
  g_type_ensure (HEED_TYPE_DOMAINS_PAGE);
  g_type_ensure (HEED_TYPE_OVERVIEW_PAGE);
  g_type_ensure (HEED_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-main-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedMainWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, HeedMainWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, HeedMainWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, HeedMainWindow, views);
  gtk_widget_class_bind_template_child (widget_class, HeedMainWindow, overview);
  gtk_widget_class_bind_template_child (widget_class, HeedMainWindow, history);
  gtk_widget_class_bind_template_child (widget_class, HeedMainWindow, trial);
  gtk_widget_class_bind_template_child (widget_class, HeedMainWindow, preferences);
  gtk_widget_class_bind_template_child (widget_class, HeedMainWindow, domains);
  gtk_widget_class_bind_template_callback (widget_class, heed_main_window_turned_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_main_window_welcomed_cb);
  gtk_widget_class_install_action (widget_class, "win.page", "s", heed_main_window_show_page);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, heed_main_window_search);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL,
                                   heed_main_window_show_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, heed_main_window_show_about);
}

static void
heed_main_window_init (HeedMainWindow *self)
{
  GdkDisplay *display = gdk_display_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Where Heed runs without being installed, no theme has its icon. */
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), "/heed/ui/icons");
}

HeedMainWindow *
heed_main_window_new (HeedHistory *history, HeedPolicyWatch *watch)
{
  HeedMainWindow *self = g_object_new (HEED_TYPE_MAIN_WINDOW, NULL);
  GtkWidget *first = heed_welcome_page_was_seen () ? self->pages : GTK_WIDGET (self->welcome);

  heed_overview_page_set_history (self->overview, history);
  heed_history_page_set_history (self->history, history);
  heed_trial_page_set_watch (self->trial, watch);
  heed_preferences_page_set_watch (self->preferences, watch);
  heed_domains_page_set_sources (self->domains, history, watch);
  gtk_stack_set_visible_child (self->stack, first);
  heed_main_window_turned_cb (self);
  return self;
}

void
heed_main_window_set_problem (HeedMainWindow *self, const char *problem)
{
  g_return_if_fail (HEED_IS_MAIN_WINDOW (self));
  heed_overview_page_set_problem (self->overview, problem);
}
