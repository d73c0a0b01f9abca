/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-label-guard.h"

#include <gtk/gtk.h>

static void (*label_root) (GtkWidget *widget);

static void
guarded_root (GtkWidget *widget)
{
  label_root (widget);
  gtk_widget_action_set_enabled (widget, "link.open", FALSE);
  gtk_widget_action_set_enabled (widget, "link.copy", FALSE);
}

void
heed_label_guard_install (void)
{
  /* The class stays for as long as the program does. */
  GtkWidgetClass *klass = g_type_class_ref (GTK_TYPE_LABEL);

  g_return_if_fail (label_root == NULL);
  label_root = klass->root;
  klass->root = guarded_root;
}
