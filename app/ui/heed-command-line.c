/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-command-line.h"

#include <glib/gi18n-lib.h>

static int
local_options_cb (GApplication *application, GVariantDict *options, gpointer user_data)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("heed %s\n", HEED_VERSION);
  return 0;
}

void
heed_command_line_add_to (GApplication *application)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and end"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_summary (
      application,
      _ ("Heed looks at the recipients of a message before it is sent, and asks when the domain of "
         "one is a near miss of a domain that you really write to. Mail programs start it when "
         "they need it."));
  g_signal_connect (application, "handle-local-options", G_CALLBACK (local_options_cb), NULL);
}

gboolean
heed_command_line_check (char **arguments)
{
  static const char *const known[] = { "--version",
                                       "--help",
                                       "--help-all",
                                       "--help-gapplication",
                                       "-h",
                                       "-?",
                                       "--gapplication-service",
                                       NULL };

  for (guint i = 1; arguments[0] != NULL && arguments[i] != NULL; i++)
    {
      g_autofree char *word = NULL;

      if (g_strv_contains (known, arguments[i]))
        continue;
      word = g_utf8_make_valid (arguments[i], -1);
      /* Translators: %s is what was typed. */
      g_printerr (_ ("heed: “%s” is not expected here. “heed --help” says what is.\n"), word);
      return FALSE;
    }
  return TRUE;
}
