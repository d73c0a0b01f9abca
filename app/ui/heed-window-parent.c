/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-window-parent.h"

#ifdef GDK_WINDOWING_WAYLAND
#include <gdk/wayland/gdkwayland.h>
#endif
#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif

#ifdef GDK_WINDOWING_X11
static void
set_x11_parent (GdkSurface *surface, const char *number)
{
  GdkDisplay *display = gdk_surface_get_display (surface);
  const char *digits = g_str_has_prefix (number, "0x") ? number + 2 : number;
  guint64 parent;

  if (!g_ascii_string_to_unsigned (digits, 16, 1, G_MAXUINT32, &parent, NULL))
    return;
  /* The window may be gone by now. */
  gdk_x11_display_error_trap_push (display);
  XSetTransientForHint (gdk_x11_display_get_xdisplay (display), gdk_x11_surface_get_xid (surface),
                        (Window)parent);
  gdk_x11_display_error_trap_pop_ignored (display);
}
#endif

void
heed_window_parent_set (GtkWindow *window, const char *handle)
{
  GdkSurface *surface;

  if (handle == NULL)
    return;
  gtk_widget_realize (GTK_WIDGET (window));
  surface = gtk_native_get_surface (GTK_NATIVE (window));
#ifdef GDK_WINDOWING_X11
  if (g_str_has_prefix (handle, "x11:") && GDK_IS_X11_SURFACE (surface))
    set_x11_parent (surface, handle + strlen ("x11:"));
#endif
#ifdef GDK_WINDOWING_WAYLAND
  if (g_str_has_prefix (handle, "wayland:") && GDK_IS_WAYLAND_TOPLEVEL (surface))
    gdk_wayland_toplevel_set_transient_for_exported (GDK_WAYLAND_TOPLEVEL (surface),
                                                     handle + strlen ("wayland:"));
#endif
}
