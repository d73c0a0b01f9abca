/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The real exported object in a process of its own, for a person who wrote to army.mil 200 times,
 * and who is told what to do on standard input: confirm, decline or crash. Says on standard output
 * when it is ready, and when a window is opened or cancelled. Ends with its input. */

#include "config.h"
#include "heed-service.h"
#include "scripted-prompter.h"
#include "service-fixture.h"

#include <gio/gunixinputstream.h>
#include <stdio.h>
#include <unistd.h>

typedef struct
{
  GMainLoop *loop;
  GDataInputStream *input;
  HeedScriptedPrompter *prompter;
} Run;

static void
say (const char *what)
{
  g_print ("%s\n", what);
  fflush (stdout);
}

static void
opened_cb (HeedScriptedPrompter *prompter, gpointer user_data)
{
  say ("opened");
}

static void
cancelled_cb (HeedScriptedPrompter *prompter, gpointer user_data)
{
  say ("cancelled");
}

static void
line_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;
  g_autofree char *line =
      g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, NULL);

  if (line == NULL)
    {
      g_main_loop_quit (run->loop);
      return;
    }
  if (g_str_equal (line, "confirm"))
    heed_scripted_prompter_answer (run->prompter, HEED_REASON_CONFIRMED);
  else if (g_str_equal (line, "decline"))
    heed_scripted_prompter_answer (run->prompter, HEED_REASON_DECLINED);
  else if (g_str_equal (line, "crash"))
    heed_scripted_prompter_crash (run->prompter);
  else
    g_error ("Nobody can “%s”", line);
  g_data_input_stream_read_line_async (run->input, G_PRIORITY_DEFAULT, NULL, line_cb, run);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (HeedPolicy) policy = heed_policy_new_default ();
  g_autoptr (HeedHistory) history = heed_history_new ("/nonexistent/history.db");
  g_autoptr (HeedMailbox) known = heed_mailbox_new ("ann@army.mil", NULL);
  g_autoptr (HeedScriptedPrompter) prompter = heed_scripted_prompter_new ();
  g_autoptr (HeedAudit) audit =
      heed_audit_new (history, "/nonexistent/audit", "/nonexistent/journal");
  g_autoptr (HeedService) service =
      heed_service_new (policy, history, audit, HEED_PROMPTER (prompter));
  g_autoptr (GInputStream) bytes = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GDataInputStream) input = g_data_input_stream_new (bytes);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Run run = { .loop = loop, .input = input, .prompter = prompter };

  g_assert_no_error (error);
  heed_history_learn_mailbox (history, known, 200);
  g_signal_connect (prompter, "opened", G_CALLBACK (opened_cb), NULL);
  g_signal_connect (prompter, "cancelled", G_CALLBACK (cancelled_cb), NULL);
  g_assert_true (heed_service_export (service, connection, NULL));
  service_fixture_own_name (connection);
  say ("ready");
  g_data_input_stream_read_line_async (input, G_PRIORITY_DEFAULT, NULL, line_cb, &run);
  g_main_loop_run (loop);
  heed_service_shut_down (service);
  g_dbus_connection_flush_sync (connection, NULL, NULL);
  return 0;
}
