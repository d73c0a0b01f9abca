/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-display.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "heed-error.h"
#include "heed-label-guard.h"
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

/* One still window gains nothing from a GPU. Without one, GTK's own choice costs twice the time to
 * the first frame and 60 MB more. And GDK loads the GL libraries as it opens the display, whoever
 * draws, for 45 ms and 20 MB, unless it is told not to. GTK 4.16 gave that switch a variable of its
 * own; a version that knows neither name is only slower. */
void
heed_display_choose_renderer (void)
{
  if (!g_setenv ("GSK_RENDERER", "cairo", FALSE) ||
      g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") != 0)
    return;
  if (gtk_get_minor_version () >= 16)
    g_setenv ("GDK_DISABLE", "gl,vulkan", FALSE);
  else
    g_setenv ("GDK_DEBUG", "gl-disable,vulkan-disable", FALSE);
}

gboolean
heed_display_open (GError **error)
{
  static gboolean opened = FALSE;

  if (opened)
    return TRUE;
  /* By this name compositors and screen readers know the program. */
  g_set_prgname (HEED_APPLICATION_ID);
  /* Only its first call says whether there is a display; every later one says yes. */
  if (!gtk_init_check () || gdk_display_get_default () == NULL)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_FAILED,
                           _ ("There is no screen on which Heed could ask you."));
      return FALSE;
    }
  g_set_application_name ("Heed");
  adw_init ();
  heed_label_guard_install ();
  heed_register_resource ();
  gtk_window_set_default_icon_name (HEED_APPLICATION_ID);
  add_style ();
  opened = TRUE;
  return TRUE;
}
