/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-welcome-window.h"

#include "heed-shown-text.h"

struct _HeedWelcomeWindow
{
  AdwWindow parent_instance;

  AdwStatusPage *page;
  GtkWidget *problem_box;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (HeedWelcomeWindow, heed_welcome_window, ADW_TYPE_WINDOW)

static void
heed_welcome_window_class_init (HeedWelcomeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-welcome-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedWelcomeWindow, page);
  gtk_widget_class_bind_template_child (widget_class, HeedWelcomeWindow, problem_box);
  gtk_widget_class_bind_template_child (widget_class, HeedWelcomeWindow, problem);
}

static void
heed_welcome_window_init (HeedWelcomeWindow *self)
{
  GdkDisplay *display = gdk_display_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Where Heed runs without being installed, no theme has its icon. */
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), "/heed/ui/icons");
  adw_status_page_set_icon_name (self->page, HEED_APPLICATION_ID);
}

HeedWelcomeWindow *
heed_welcome_window_new (void)
{
  return g_object_new (HEED_TYPE_WELCOME_WINDOW, NULL);
}

void
heed_welcome_window_set_problem (HeedWelcomeWindow *self, const char *problem)
{
  g_auto (GStrv) lines = g_strsplit (problem != NULL ? problem : "", "\n", -1);
  g_autofree char *shown = NULL;

  g_return_if_fail (HEED_IS_WELCOME_WINDOW (self));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_steal_pointer (&lines[i]);

      lines[i] = heed_shown_text_sentence (line);
    }
  shown = g_strjoinv ("\n", lines);
  gtk_label_set_text (self->problem, shown);
  gtk_widget_set_visible (self->problem_box, problem != NULL);
}
