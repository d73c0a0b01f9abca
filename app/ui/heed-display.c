/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-display.h"

#include <adwaita.h>

#include "heed-error.h"
#include "heed-resources.h"

static void
add_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/heed/ui/heed.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

gboolean
heed_display_open (GError **error)
{
  static gboolean opened = FALSE;

  if (opened)
    return TRUE;
  /* One still window gains nothing from a GPU. Without one, GTK's own choice costs twice the time
   * to the first frame and 60 MB more. */
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  /* By this name compositors and screen readers know the program. */
  g_set_prgname (HEED_APPLICATION_ID);
  g_set_application_name ("Heed");
  if (!gtk_init_check ())
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_FAILED,
                           "There is no display to show a window on");
      return FALSE;
    }
  adw_init ();
  heed_register_resource ();
  gtk_window_set_default_icon_name (HEED_APPLICATION_ID);
  add_style ();
  opened = TRUE;
  return TRUE;
}
