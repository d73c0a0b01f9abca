/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line: the first word names what to do, and each command lives in a file of its own.
 */

#include "config.h"

#include "heedctl-audit.h"
#include "heedctl-check.h"
#include "heedctl-demo.h"
#include "heedctl-history.h"
#include "heedctl-policy.h"
#include "heedctl-simulate.h"
#include "heedctl-status.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

typedef struct
{
  const char *name;
  int (*run) (int argc, char **argv);
  const char *summary;
} Command;

static const Command commands[] = {
  { "audit", heedctl_audit, N_ ("show the audit records, and verify that none was changed") },
  { "check", heedctl_check, N_ ("review recipients without sending anything") },
  { "demo", heedctl_demo, N_ ("show the window on a sample message") },
  { "history", heedctl_history, N_ ("show, erase, export and import what is remembered") },
  { "policy", heedctl_policy, N_ ("check policy files, and say where each key comes from") },
  { "simulate", heedctl_simulate, N_ ("say how many windows a policy would have opened") },
  { "status", heedctl_status, N_ ("say how the service and its history are") },
};

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: heedctl COMMAND [OPTION…]"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-12s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n%s\n", _ ("“heedctl COMMAND --help” says more about each."),
           _ ("“heedctl --version” prints the version."));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, HEED_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (argc > 1 && g_str_equal (argv[1], "--version"))
    {
      g_print ("heedctl %s\n", HEED_VERSION);
      return 0;
    }
  if (argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      print_help ();
      return 0;
    }
  for (gsize i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (argv[1], commands[i].name))
        return commands[i].run (argc - 1, argv + 1);
    }
  if (argc > 1)
    /* Translators: %s is what was typed as the command. */
    g_printerr (_ ("heedctl: there is no command “%s”. “heedctl --help” lists them.\n"), argv[1]);
  else
    print_help ();
  return 2;
}
