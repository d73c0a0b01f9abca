/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-bus-error.h"

#include <glib/gi18n-lib.h>

void
heed_bus_error_register (void)
{
  static gsize registered = 0;

  if (!g_once_init_enter (&registered))
    return;
  for (HeedError code = 0; code < HEED_N_ERRORS; code++)
    {
      g_autofree char *name =
          g_strconcat (HEED_INTERFACE, ".Error.", heed_error_get_name (code), NULL);

      g_dbus_error_register_error (HEED_ERROR, code, name);
    }
  g_once_init_leave (&registered, 1);
}

GError *
heed_bus_error_translate (const GError *error)
{
  if (error != NULL && error->domain == HEED_ERROR)
    return g_error_copy (error);
  g_info ("Answered with Failed: %s", error != NULL ? error->message : "no reason was given");
  return g_error_new_literal (HEED_ERROR, HEED_ERROR_FAILED,
                              _ ("Something went wrong inside Heed."));
}

void
heed_bus_error_return (GDBusMethodInvocation *invocation, const GError *error)
{
  g_autoptr (GError) translated = heed_bus_error_translate (error);

  g_dbus_method_invocation_return_gerror (invocation, translated);
}
