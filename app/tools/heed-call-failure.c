/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-call-failure.h"

#include <glib/gi18n.h>

#include "heed-error.h"

#define PREFIX HEED_INTERFACE ".Error."

/* NoReply is what the bus says for a service that ended; one that hangs makes the call time out on
 * our side, which is an error of GIO. TimedOut comes from the bus, which waited for a service that
 * it started. */
static const char *
explain_bus_error (int code)
{
  switch (code)
    {
    case G_DBUS_ERROR_NO_REPLY:
      return _ ("Heed ended before it answered.");
    case G_DBUS_ERROR_SERVICE_UNKNOWN:
    case G_DBUS_ERROR_NAME_HAS_NO_OWNER:
    case G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND:
      return _ ("Heed is not installed, or your session does not know of it.");
    case G_DBUS_ERROR_TIMED_OUT:
    case G_DBUS_ERROR_SPAWN_EXEC_FAILED:
    case G_DBUS_ERROR_SPAWN_FORK_FAILED:
    case G_DBUS_ERROR_SPAWN_CHILD_EXITED:
    case G_DBUS_ERROR_SPAWN_CHILD_SIGNALED:
    case G_DBUS_ERROR_SPAWN_FAILED:
    case G_DBUS_ERROR_SPAWN_SETUP_FAILED:
    case G_DBUS_ERROR_SPAWN_CONFIG_INVALID:
    case G_DBUS_ERROR_SPAWN_SERVICE_INVALID:
    case G_DBUS_ERROR_SPAWN_PERMISSIONS_INVALID:
    case G_DBUS_ERROR_SPAWN_FILE_INVALID:
    case G_DBUS_ERROR_SPAWN_NO_MEMORY:
      return _ ("Heed did not start.");
    case G_DBUS_ERROR_UNKNOWN_METHOD:
    case G_DBUS_ERROR_UNKNOWN_OBJECT:
    case G_DBUS_ERROR_UNKNOWN_INTERFACE:
    case G_DBUS_ERROR_UNKNOWN_PROPERTY:
    case G_DBUS_ERROR_INVALID_ARGS:
    case G_DBUS_ERROR_INVALID_SIGNATURE:
      return _ ("The parts of Heed on this computer are of versions that don’t fit together.");
    case G_DBUS_ERROR_DISCONNECTED:
      return _ ("The connection to Heed ended before it answered.");
    case G_DBUS_ERROR_ACCESS_DENIED:
    case G_DBUS_ERROR_AUTH_FAILED:
      return _ ("Your session does not allow Heed to be asked.");
    default:
      return _ ("Heed gave no answer.");
    }
}

static const char *
explain_io_error (int code)
{
  switch (code)
    {
    case G_IO_ERROR_TIMED_OUT:
      return _ ("Heed does not answer.");
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_CONNECTION_REFUSED:
      return _ ("Heed is not running, and did not start.");
    case G_IO_ERROR_NOT_CONNECTED:
      return _ ("Your session’s message bus, through which Heed is asked, cannot be reached.");
    case G_IO_ERROR_CLOSED:
    case G_IO_ERROR_CONNECTION_CLOSED:
      return _ ("The connection to Heed ended before it answered.");
    case G_IO_ERROR_INVALID_ARGUMENT:
      return _ ("The parts of Heed on this computer are of versions that don’t fit together.");
    default:
      return _ ("Heed gave no answer.");
    }
}

const char *
heed_call_failure_get_name (const GError *error)
{
  g_autofree char *remote = NULL;

  if (error->domain == HEED_ERROR)
    return heed_error_get_name ((HeedError)error->code);
  remote = g_dbus_error_get_remote_error (error);
  for (HeedError code = 0; remote != NULL && code < HEED_N_ERRORS; code++)
    {
      g_autofree char *known = g_strconcat (PREFIX, heed_error_get_name (code), NULL);

      if (g_str_equal (remote, known))
        return heed_error_get_name (code);
    }
  return NULL;
}

char *
heed_call_failure_explain (const GError *error)
{
  g_autoptr (GError) copy = g_error_copy (error);

  g_dbus_error_strip_remote_error (copy);
  if (heed_call_failure_get_name (error) != NULL)
    return g_strdup (copy->message);
  g_debug ("A call of the service failed: %s", copy->message);
  if (error->domain == G_DBUS_ERROR)
    return g_strdup (explain_bus_error (error->code));
  if (error->domain == G_IO_ERROR)
    return g_strdup (explain_io_error (error->code));
  return g_strdup (_ ("Heed gave no answer."));
}
