/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How it ends. A request must not be lost between the decision to leave and the end: the name is
 * given up first, from when on the bus starts another instance for new requests. What the bus had
 * delivered before is dispatched before the bus's answer to that is. Only when all of it is
 * answered and the history is on disk does the program end. */

#include "config.h"
#include "heed-application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "heed-audit-folder.h"
#include "heed-audit-journal.h"
#include "heed-audit.h"
#include "heed-control.h"
#include "heed-display.h"
#include "heed-history.h"
#include "heed-main-window.h"
#include "heed-policy-folder.h"
#include "heed-policy-watch.h"
#include "heed-service.h"
#include "heed-shown-text.h"
#include "heed-window-prompter.h"

/* Seconds without anything to do after which the service leaves. */
#define IDLE_SECONDS 600

/* Milliseconds that the history has before the first request is answered without it. */
#define HISTORY_MOMENT 300

/* The one notification that there is, by its name within the program. */
#define NOTIFICATION "problem"

#define EXIT_FAILED 1
#define EXIT_BAD_USAGE 2

struct _HeedApplication
{
  GApplication parent_instance;

  HeedPolicyWatch *watch; /* (owned) (nullable) */
  HeedHistory *history;   /* (owned) (nullable) */
  HeedAudit *audit;       /* (owned) (nullable) */
  HeedService *service;   /* (owned) (nullable) while it is exported */
  HeedControl *control;   /* (owned) (nullable) */
  GtkWindow *window;      /* (nullable) a weak pointer */
  char *token;            /* (owned) (nullable) permission to come to the front */
  guint idle_id;
  guint terminate_id;
  guint interrupt_id;
  gboolean leaving; /* the name is given up */
  gboolean ending;  /* nothing is answered any more */
  gboolean failed;
};

G_DEFINE_FINAL_TYPE (HeedApplication, heed_application, G_TYPE_APPLICATION)

static void
heed_application_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (self));

  /* Without a file nothing was to be written, as the person was told. */
  if (!heed_history_flush_finish (HEED_HISTORY (source), result, &error) &&
      heed_history_get_state (self->history) == HEED_HISTORY_READY)
    g_warning ("The history could not be written: %s", error->message);
  /* The answers that shutting down gave are still to leave; there is no window any more. */
  if (connection != NULL)
    g_dbus_connection_flush_sync (connection, NULL, NULL);
  g_application_quit (G_APPLICATION (self));
}

static void
heed_application_audited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedApplication *self = user_data;

  heed_audit_flush_finish (HEED_AUDIT (source), result);
  heed_history_flush_async (self->history, NULL, heed_application_flushed_cb, self);
}

static void
heed_application_end (HeedApplication *self)
{
  if (self->ending)
    return;
  self->ending = TRUE;
  if (self->service != NULL)
    heed_service_shut_down (self->service);
  heed_audit_stop_waiting (self->audit);
  heed_audit_flush_async (self->audit, heed_application_audited_cb, g_object_ref (self));
}

static void
heed_application_end_if_idle (HeedApplication *self)
{
  if (self->window == NULL && heed_service_is_idle (self->service))
    heed_application_end (self);
}

static void
heed_application_released_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedApplication) self = user_data;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (answer == NULL)
    g_debug ("The bus did not answer");
  heed_application_end_if_idle (self);
}

static void
heed_application_leave (HeedApplication *self)
{
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (self));

  if (self->leaving || self->ending)
    return;
  self->leaving = TRUE;
  g_dbus_connection_call (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "ReleaseName",
                          g_variant_new ("(s)", HEED_APPLICATION_ID), G_VARIANT_TYPE ("(u)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, heed_application_released_cb,
                          g_object_ref (self));
}

static gboolean
heed_application_idle_cb (gpointer data)
{
  HeedApplication *self = data;

  self->idle_id = 0;
  if (self->window == NULL && heed_service_is_idle (self->service))
    heed_application_leave (self);
  return G_SOURCE_REMOVE;
}

/* Counts the idle time anew, or stops counting. */
static void
heed_application_update_idle (HeedApplication *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->ending || self->window != NULL || !heed_service_is_idle (self->service))
    return;
  if (self->leaving)
    heed_application_end (self);
  else
    self->idle_id = g_timeout_add_seconds (IDLE_SECONDS, heed_application_idle_cb, self);
}

static gboolean
heed_application_signal_cb (gpointer data)
{
  heed_application_end (data);
  return G_SOURCE_CONTINUE;
}

static void
heed_application_policy_cb (HeedApplication *self)
{
  if (self->service != NULL)
    heed_service_set_policy (self->service, heed_policy_watch_get_policy (self->watch));
}

static void
add_paragraph (GString *text, const char *paragraph)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", paragraph);
}

/* Returns: (transfer full) (nullable): what is wrong, one fault a line; @history: (nullable): with
 * the history */
static char *
heed_application_describe (HeedApplication *self, const char *history)
{
  const char *policy = heed_policy_watch_get_problem (self->watch);
  g_autoptr (GString) text = g_string_new (NULL);

  if (policy != NULL)
    {
      add_paragraph (text, _ ("A policy file has a fault. The last policy without one stays in "
                              "force. Please show this to your administrator:"));
      add_paragraph (text, policy);
    }
  if (history != NULL)
    add_paragraph (text, history);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* Only of what does not mend itself: a policy that a fault keeps out, a file of the history that
 * was set aside or cannot be written. A locked keyring tells of itself, and the window of all. */
static void
heed_application_notify (HeedApplication *self)
{
  GApplication *application = G_APPLICATION (self);
  gboolean lasts = heed_history_get_state (self->history) == HEED_HISTORY_READY;
  g_autofree char *problem =
      heed_application_describe (self, lasts ? heed_history_get_problem (self->history) : NULL);
  g_autofree char *shown = problem != NULL ? heed_shown_text_lines (problem) : NULL;
  g_autoptr (GNotification) notification = NULL;

  if (!g_application_get_is_registered (application) || g_application_get_is_remote (application))
    return;
  if (shown == NULL || self->window != NULL)
    {
      g_application_withdraw_notification (application, NOTIFICATION);
      return;
    }
  notification = g_notification_new (_ ("Something needs attention"));
  g_notification_set_body (notification, shown);
  g_application_send_notification (application, NOTIFICATION, notification);
}

static void
heed_application_problem_cb (HeedApplication *self)
{
  g_autofree char *problem =
      heed_application_describe (self, heed_history_get_problem (self->history));

  heed_application_notify (self);
  if (self->window != NULL)
    heed_main_window_set_problem (HEED_MAIN_WINDOW (self->window), problem);
}

static void
heed_application_watch_policy (HeedApplication *self)
{
  g_autoptr (GPtrArray) folders = heed_policy_folder_list_installed ();

  self->watch = heed_policy_watch_new (folders);
  g_signal_connect_object (self->watch, "notify::policy", G_CALLBACK (heed_application_policy_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "notify::problem", G_CALLBACK (heed_application_problem_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
heed_application_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!heed_history_open_finish (HEED_HISTORY (source), result, &error))
    g_debug ("The history is not open: %s", error->message);
}

static gboolean
heed_application_moment_cb (gpointer data)
{
  gboolean *waiting = data;

  *waiting = FALSE;
  return G_SOURCE_REMOVE;
}

/* Opens in the background: no verdict waits for a keyring. A request that came with the start would
 * be reviewed as if nobody were known, though, where a moment is all that is missing. So the object
 * is exported after that moment, and the bus keeps the request until then. */
static void
heed_application_open_history (HeedApplication *self)
{
  g_autofree char *path = heed_history_get_default_path ();
  g_autofree char *audit = heed_audit_folder_get_default ();
  gboolean waiting = TRUE;
  guint moment_id;

  self->history = heed_history_new (path);
  self->audit = heed_audit_new (self->history, audit, HEED_AUDIT_JOURNAL_PATH);
  g_signal_connect_object (self->history, "notify::problem",
                           G_CALLBACK (heed_application_problem_cb), self, G_CONNECT_SWAPPED);
  heed_history_open_async (self->history, NULL, heed_application_opened_cb, NULL);
  moment_id = g_timeout_add (HISTORY_MOMENT, heed_application_moment_cb, &waiting);
  while (waiting && heed_history_get_state (self->history) == HEED_HISTORY_OPENING)
    g_main_context_iteration (NULL, TRUE);
  if (waiting)
    g_source_remove (moment_id);
}

static gboolean
heed_application_serve (HeedApplication *self, GDBusConnection *connection, GError **error)
{
  g_autoptr (HeedWindowPrompter) prompter = heed_window_prompter_new ();

  heed_application_watch_policy (self);
  heed_application_open_history (self);
  self->service = heed_service_new (heed_policy_watch_get_policy (self->watch), self->history,
                                    self->audit, HEED_PROMPTER (prompter));
  return heed_service_export (self->service, connection, error);
}

static gboolean
is_served (GDBusConnection *connection)
{
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                   "org.freedesktop.DBus", "NameHasOwner",
                                   g_variant_new ("(s)", HEED_APPLICATION_ID),
                                   G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  gboolean owned = FALSE;

  if (answer != NULL)
    g_variant_get (answer, "(b)", &owned);
  return owned;
}

/* Beside an instance that serves, this one only asks for its window, and has no use for the
 * history, which the other one has open. */
static gboolean
heed_application_dbus_register (GApplication *application,
                                GDBusConnection *connection,
                                const char *object_path,
                                GError **error)
{
  return is_served (connection) ||
         heed_application_serve (HEED_APPLICATION (application), connection, error);
}

/* Another instance owns the name, or this one ends. */
static void
heed_application_dbus_unregister (GApplication *application,
                                  GDBusConnection *connection,
                                  const char *object_path)
{
  HeedApplication *self = HEED_APPLICATION (application);

  if (self->service != NULL && !self->ending)
    heed_service_shut_down (self->service);
}

static void
heed_application_start_control (HeedApplication *self)
{
  g_autoptr (GError) error = NULL;

  self->control = heed_control_new (self->service);
  if (!heed_control_start (self->control, &error))
    g_warning ("heedctl will not be answered: %s", error->message);
}

static void
heed_application_startup (GApplication *application)
{
  HeedApplication *self = HEED_APPLICATION (application);
  GDBusConnection *connection = g_application_get_dbus_connection (application);
  g_autoptr (GError) error = NULL;

  G_APPLICATION_CLASS (heed_application_parent_class)->startup (application);
  /* The instance that served may have left just before this one took the name. */
  if (self->service == NULL && connection != NULL &&
      !heed_application_serve (self, connection, &error))
    g_clear_object (&self->service);
  if (self->service == NULL)
    {
      g_printerr ("heed: %s\n", error != NULL ? error->message
                                              : _ ("Heed needs a session bus, and there is none."));
      self->failed = TRUE;
      g_application_quit (application);
      return;
    }
  heed_application_start_control (self);
  /* When it ends is decided here, not by GApplication. */
  g_application_hold (application);
  self->terminate_id = g_unix_signal_add (SIGTERM, heed_application_signal_cb, self);
  self->interrupt_id = g_unix_signal_add (SIGINT, heed_application_signal_cb, self);
  g_signal_connect_object (self->service, "notify::idle", G_CALLBACK (heed_application_update_idle),
                           self, G_CONNECT_SWAPPED);
  heed_application_update_idle (self);
}

static void
heed_application_window_gone_cb (gpointer data, GObject *window)
{
  HeedApplication *self = data;

  self->window = NULL;
  if (g_application_get_flags (G_APPLICATION (self)) & G_APPLICATION_IS_SERVICE)
    heed_application_update_idle (self);
  else
    heed_application_leave (self);
}

/* Without a screen there is no more to do than to leave, if nothing else is going on: the next
 * instance may be started with one. */
static gboolean
heed_application_show (HeedApplication *self, GError **error)
{
  if (!heed_display_open (error))
    {
      heed_application_leave (self);
      return FALSE;
    }
  if (self->window == NULL)
    {
      self->window = GTK_WINDOW (heed_main_window_new (self->history, self->watch));
      g_object_weak_ref (G_OBJECT (self->window), heed_application_window_gone_cb, self);
      heed_application_problem_cb (self);
      heed_application_update_idle (self);
    }
  if (self->token != NULL)
    gtk_window_set_startup_id (self->window, self->token);
  gtk_window_present (self->window);
  return TRUE;
}

static void
heed_application_activate (GApplication *application)
{
  HeedApplication *self = HEED_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (self->service == NULL || heed_application_show (self, &error))
    return;
  g_printerr ("heed: %s\n", error->message);
  self->failed = TRUE;
}

/* Here and not in activate(), since whoever typed `heed` waits for this, and learns of a failure.
 */
static int
heed_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  HeedApplication *self = HEED_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (self->service == NULL)
    return EXIT_FAILED;
  if (heed_application_show (self, &error))
    return 0;
  g_application_command_line_printerr (command_line, "heed: %s\n", error->message);
  /* GApplication forgets what its own command line came to, once it went on to leave. */
  self->failed = self->failed || !g_application_command_line_get_is_remote (command_line);
  return EXIT_FAILED;
}

/* GApplication would not say which program it is, and would end with another status. */
static gboolean
heed_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  static const char *const known[] = { "--version",
                                       "--help",
                                       "--help-all",
                                       "--help-gapplication",
                                       "-h",
                                       "-?",
                                       "--gapplication-service",
                                       NULL };

  for (guint i = 1; (*arguments)[0] != NULL && (*arguments)[i] != NULL; i++)
    {
      g_autofree char *word = NULL;

      if (g_strv_contains (known, (*arguments)[i]))
        continue;
      word = g_utf8_make_valid ((*arguments)[i], -1);
      /* Translators: %s is what was typed. */
      g_printerr (_ ("heed: “%s” is not expected here. “heed --help” says what is.\n"), word);
      *status = EXIT_BAD_USAGE;
      return TRUE;
    }
  return G_APPLICATION_CLASS (heed_application_parent_class)
      ->local_command_line (application, arguments, status);
}

static void
heed_application_add_platform_data (GApplication *application, GVariantBuilder *builder)
{
  const char *token = g_getenv ("XDG_ACTIVATION_TOKEN");

  if (token == NULL)
    token = g_getenv ("DESKTOP_STARTUP_ID");
  if (token != NULL && g_utf8_validate (token, -1, NULL))
    g_variant_builder_add (builder, "{sv}", "activation-token", g_variant_new_string (token));
}

static void
heed_application_before_emit (GApplication *application, GVariant *platform_data)
{
  HeedApplication *self = HEED_APPLICATION (application);

  g_clear_pointer (&self->token, g_free);
  if (!g_variant_lookup (platform_data, "activation-token", "s", &self->token))
    g_variant_lookup (platform_data, "desktop-startup-id", "s", &self->token);
}

static int
heed_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("heed %s\n", HEED_VERSION);
  return 0;
}

static void
heed_application_finalize (GObject *object)
{
  HeedApplication *self = HEED_APPLICATION (object);

  if (self->window != NULL)
    g_object_weak_unref (G_OBJECT (self->window), heed_application_window_gone_cb, self);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_handle_id (&self->terminate_id, g_source_remove);
  g_clear_handle_id (&self->interrupt_id, g_source_remove);
  g_clear_object (&self->service);
  g_clear_object (&self->control);
  g_clear_object (&self->audit);
  g_clear_object (&self->history);
  g_clear_object (&self->watch);
  g_free (self->token);
  G_OBJECT_CLASS (heed_application_parent_class)->finalize (object);
}

static void
heed_application_class_init (HeedApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = heed_application_finalize;
  application_class->dbus_register = heed_application_dbus_register;
  application_class->dbus_unregister = heed_application_dbus_unregister;
  application_class->startup = heed_application_startup;
  application_class->activate = heed_application_activate;
  application_class->command_line = heed_application_command_line;
  application_class->local_command_line = heed_application_local_command_line;
  application_class->add_platform_data = heed_application_add_platform_data;
  application_class->before_emit = heed_application_before_emit;
  application_class->handle_local_options = heed_application_handle_local_options;
}

static void
heed_application_init (HeedApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and end"), NULL },
    { NULL },
  };
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_summary (
      application,
      _ ("Heed looks at the recipients of a message before it is sent, and asks when the domain of "
         "one is a near miss of a domain that you really write to. Mail programs start it when "
         "they "
         "need it."));
}

HeedApplication *
heed_application_new (void)
{
  return g_object_new (HEED_TYPE_APPLICATION, "application-id", HEED_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}

gboolean
heed_application_has_failed (HeedApplication *self)
{
  return self->failed;
}
