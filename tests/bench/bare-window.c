/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The least that a libadwaita program can put on the screen: what Heed's start is compared with.
 * It has no GApplication, no bus name, no resources and no style of its own. */

#include <adwaita.h>

int
main (void)
{
  GMainLoop *loop = g_main_loop_new (NULL, FALSE);
  GtkWidget *window, *content, *label;

  adw_init ();
  window = adw_window_new ();
  content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  label = gtk_label_new ("A bare window");
  gtk_widget_set_vexpand (label, TRUE);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), label);
  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_set_default_size (GTK_WINDOW (window), 540, 480);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (loop);
  return 0;
}
