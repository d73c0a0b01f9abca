/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-application.h"

#include <glib/gi18n-lib.h>

#include "heed-audit-folder.h"
#include "heed-audit-journal.h"
#include "heed-audit.h"
#include "heed-command-line.h"
#include "heed-control.h"
#include "heed-display.h"
#include "heed-history.h"
#include "heed-lifetime.h"
#include "heed-main-window.h"
#include "heed-policy-folder.h"
#include "heed-policy-watch.h"
#include "heed-problem.h"
#include "heed-service.h"
#include "heed-window-prompter.h"

/* Milliseconds that the history has before the first request is answered without it. */
#define HISTORY_MOMENT 300

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
  HeedLifetime *lifetime; /* (owned) (nullable) until it has started */
  GtkWindow *window;      /* (nullable) a weak pointer */
  char *token;            /* (owned) (nullable) permission to come to the front */
  gboolean failed;
};

G_DEFINE_FINAL_TYPE (HeedApplication, heed_application, G_TYPE_APPLICATION)

static void
heed_application_policy_cb (HeedApplication *self)
{
  if (self->service != NULL)
    heed_service_set_policy (self->service, heed_policy_watch_get_policy (self->watch));
}

static void
heed_application_problem_cb (HeedApplication *self)
{
  g_autofree char *all = heed_problem_describe (self->watch, self->history);
  g_autofree char *lasting = heed_problem_describe_lasting (self->watch, self->history);

  heed_problem_notify (G_APPLICATION (self), self->window == NULL ? lasting : NULL);
  if (self->window != NULL)
    heed_main_window_set_problem (HEED_MAIN_WINDOW (self->window), all);
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

  if (self->service != NULL &&
      (self->lifetime == NULL || !heed_lifetime_is_ending (self->lifetime)))
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
  /* When it ends is decided by its lifetime, not by GApplication. */
  g_application_hold (application);
  self->lifetime = heed_lifetime_new (connection, self->service, self->audit, self->history);
  g_signal_connect_object (self->lifetime, "ended", G_CALLBACK (g_application_quit), self,
                           G_CONNECT_SWAPPED);
}

static void
heed_application_window_gone_cb (gpointer data, GObject *window)
{
  HeedApplication *self = data;

  self->window = NULL;
  heed_lifetime_set_has_window (self->lifetime, FALSE);
  if (!(g_application_get_flags (G_APPLICATION (self)) & G_APPLICATION_IS_SERVICE))
    heed_lifetime_leave (self->lifetime);
}

/* Without a screen there is no more to do than to leave, if nothing else is going on: the next
 * instance may be started with one. */
static gboolean
heed_application_show (HeedApplication *self, GError **error)
{
  if (!heed_display_open (error))
    {
      heed_lifetime_leave (self->lifetime);
      return FALSE;
    }
  if (self->window == NULL)
    {
      self->window = GTK_WINDOW (heed_main_window_new (self->history, self->watch));
      g_object_weak_ref (G_OBJECT (self->window), heed_application_window_gone_cb, self);
      heed_application_problem_cb (self);
      heed_lifetime_set_has_window (self->lifetime, TRUE);
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
  if (!heed_command_line_check (*arguments))
    {
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

static void
heed_application_finalize (GObject *object)
{
  HeedApplication *self = HEED_APPLICATION (object);

  if (self->window != NULL)
    g_object_weak_unref (G_OBJECT (self->window), heed_application_window_gone_cb, self);
  g_clear_object (&self->lifetime);
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
}

static void
heed_application_init (HeedApplication *self)
{
  heed_command_line_add_to (G_APPLICATION (self));
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
