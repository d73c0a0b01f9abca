/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-welcome-window.h"

struct _HeedWelcomeWindow
{
  AdwWindow parent_instance;

  AdwStatusPage *page;
};

G_DEFINE_FINAL_TYPE (HeedWelcomeWindow, heed_welcome_window, ADW_TYPE_WINDOW)

static void
heed_welcome_window_class_init (HeedWelcomeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-welcome-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedWelcomeWindow, page);
}

static void
heed_welcome_window_init (HeedWelcomeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->page, HEED_APPLICATION_ID);
}

HeedWelcomeWindow *
heed_welcome_window_new (void)
{
  return g_object_new (HEED_TYPE_WELCOME_WINDOW, NULL);
}
