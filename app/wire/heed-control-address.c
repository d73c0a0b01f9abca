/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* heedctl and the service in one Flatpak are two sandboxes. The kernel has no process id to tell
 * one of the other, and GLib believes nothing of credentials without one. So there each says
 * nothing about itself; what keeps others out is the folder, which only this user's can enter.
 * Never by cookies in the home folder: each sandbox has one of its own, and would wait for the
 * other's. */

#include "config.h"
#include "heed-control-address.h"

static const char *
get_sandbox (void)
{
  return g_getenv ("FLATPAK_ID");
}

char *
heed_control_address_get_path (void)
{
  const char *sandbox = get_sandbox ();

  if (sandbox != NULL)
    return g_build_filename (g_get_user_runtime_dir (), "app", sandbox, "heed", "control", NULL);
  return g_build_filename (g_get_user_runtime_dir (), "heed", "control", NULL);
}

GDBusServerFlags
heed_control_address_get_server_flags (void)
{
  return get_sandbox () != NULL ? G_DBUS_SERVER_FLAGS_AUTHENTICATION_ALLOW_ANONYMOUS
                                : G_DBUS_SERVER_FLAGS_AUTHENTICATION_REQUIRE_SAME_USER;
}

static gboolean
allow_mechanism_cb (GDBusAuthObserver *observer, const char *mechanism, gpointer user_data)
{
  return !g_str_equal (mechanism, "DBUS_COOKIE_SHA1");
}

GDBusAuthObserver *
heed_control_address_new_observer (void)
{
  GDBusAuthObserver *observer = g_dbus_auth_observer_new ();

  g_signal_connect (observer, "allow-mechanism", G_CALLBACK (allow_mechanism_cb), NULL);
  return observer;
}
