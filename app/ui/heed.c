/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program `heed`: the service on the session bus and its windows. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "heed-application.h"
#include "heed-display.h"

int
main (int argc, char **argv)
{
  g_autoptr (HeedApplication) application = NULL;
  int status;

  heed_display_choose_renderer ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, HEED_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* ngettext() names no domain of its own. */
  textdomain (GETTEXT_PACKAGE);

  application = heed_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  return status == 0 && heed_application_has_failed (application) ? 1 : status;
}
