/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "heed-native-host.h"

#include <glib/gi18n.h>
#include <locale.h>

static gboolean remove_it = FALSE;
static gboolean show_status = FALSE;
static gboolean show_version = FALSE;

static int
report_swallowed (const char *folder)
{
  g_printerr (
      /* Translators: %s is a folder */
      _ ("Nothing was written: Heed’s sandbox has no access to %s. Grant it for this one run:"),
      folder);
  g_printerr ("\n\n    flatpak run --filesystem=~/.mozilla/native-messaging-hosts:create "
              "--command=heed-connect " HEED_APPLICATION_ID "%s\n\n",
              remove_it     ? " --remove"
              : show_status ? " --status"
                            : "");
  return 1;
}

static int
report_status (const char *folder)
{
  gboolean connected = heed_native_host_is_connected (folder);

  g_print ("%s\n", connected ? _ ("Thunderbird and Firefox can reach Heed.")
                             : _ ("Thunderbird and Firefox cannot reach Heed yet."));
  return connected ? 0 : 1;
}

static int
act (void)
{
  g_autofree char *folder = heed_native_host_get_folder ();
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (heed_native_host_is_swallowed (folder))
    return report_swallowed (folder);
  if (show_status)
    return report_status (folder);
  done = remove_it ? heed_native_host_disconnect (folder, &error)
                   : heed_native_host_connect (folder, &error);
  if (!done)
    {
      g_printerr ("heed-connect: %s\n", error->message);
      return 1;
    }
  g_print ("%s\n", remove_it ? _ ("Thunderbird and Firefox no longer start Heed.")
                             : _ ("Thunderbird and Firefox can now reach Heed. Restart them if "
                                  "they are running."));
  return 0;
}

int
main (int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "remove", 0, 0, G_OPTION_ARG_NONE, &remove_it, N_ ("Remove what was written"), NULL },
    { "status", 0, 0, G_OPTION_ARG_NONE, &show_status, N_ ("Only say how things are"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &show_version, N_ ("Print the version and end"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, HEED_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_option_context_set_summary (context,
                                _ ("Lets the Heed add-on in your Thunderbird and Firefox start "
                                   "heed-bridge. Only a file in your own folder is written."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("heed-connect: %s\n", error->message);
      return 2;
    }
  if (argc > 1 || (remove_it && show_status))
    {
      g_printerr ("heed-connect: %s\n", _ ("These words do not go together; see --help."));
      return 2;
    }
  if (show_version)
    {
      g_print ("heed-connect %s\n", HEED_VERSION);
      return 0;
    }
  return act ();
}
