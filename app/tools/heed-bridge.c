/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A native messaging host: a browser-like program starts it and talks to it over its standard
 * streams. Whatever a library prints must not get between the frames, so the real standard output
 * is kept aside and its number is given to standard error. */

#include "config.h"

#include "heed-bridge-session.h"

#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>

typedef struct
{
  GMainLoop *loop;
  int status;
} Run;

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (GError) error = NULL;

  if (!heed_bridge_session_run_finish (HEED_BRIDGE_SESSION (source), result, &error))
    {
      g_printerr ("heed-bridge: %s\n", error->message);
      run->status = 1;
    }
  g_main_loop_quit (run->loop);
}

static int
serve (void)
{
  int real_output = dup (STDOUT_FILENO);
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GOutputStream) output = g_unix_output_stream_new (real_output, TRUE);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (HeedBridgeSession) session = heed_bridge_session_new (input, output);
  Run run = { .loop = loop };

  dup2 (STDERR_FILENO, STDOUT_FILENO);
  signal (SIGPIPE, SIG_IGN);
  heed_bridge_session_run_async (session, ended_cb, &run);
  g_main_loop_run (loop);
  return run.status;
}

int
main (int argc, char **argv)
{
  gboolean version = FALSE;
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Print the version and end"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &words, NULL,
      /* Translators: what a browser passes to the program when it starts it. */
      N_ ("[MANIFEST EXTENSION]") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, HEED_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_option_context_set_summary (
      context,
      _ ("Connects a mail program’s add-on with Heed. The mail program starts it and talks to "
         "it over standard input and output; there is no use in starting it by hand."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("heed-bridge: %s\n", error->message);
      return 2;
    }
  if (version)
    {
      g_print ("heed-bridge %s\n", HEED_VERSION);
      return 0;
    }
  return serve ();
}
