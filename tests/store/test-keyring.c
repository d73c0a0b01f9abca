/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The history with a real keyring daemon on a bus of its own: absent, locked, unlocked. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "heed-error.h"
#include "heed-history.h"

static GSubprocess *
start_daemon (const char *mode)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *daemon =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                            G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                        &error, "gnome-keyring-daemon", "--foreground", "--components=secrets",
                        mode, NULL);

  g_assert_no_error (error);
  if (mode != NULL)
    {
      GOutputStream *input = g_subprocess_get_stdin_pipe (daemon);

      g_assert_true (g_output_stream_write_all (input, "secret", 6, NULL, NULL, &error));
      g_assert_true (g_output_stream_close (input, NULL, &error));
    }
  return daemon;
}

static void
stop_daemon (GSubprocess *daemon)
{
  g_subprocess_force_exit (daemon);
  g_assert_true (g_subprocess_wait (daemon, NULL, NULL));
  g_object_unref (daemon);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;

  if (heed_history_open_finish (HEED_HISTORY (source), result, error))
    g_assert_no_error (*error);
}

/* Opens, and waits until it works from the file or from memory. */
static HeedHistory *
open_history (GError **error)
{
  g_autofree char *path = heed_history_get_default_path ();
  HeedHistory *self = heed_history_new (path);

  heed_history_open_async (self, NULL, opened_cb, error);
  while (heed_history_get_state (self) == HEED_HISTORY_OPENING)
    g_main_context_iteration (NULL, TRUE);
  while (heed_history_get_state (self) == HEED_HISTORY_MEMORY && *error == NULL)
    g_main_context_iteration (NULL, TRUE);
  return self;
}

static void
wait_until_ready (HeedHistory *self)
{
  while (heed_history_get_state (self) != HEED_HISTORY_READY)
    g_main_context_iteration (NULL, TRUE);
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *flushed = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (heed_history_flush_finish (HEED_HISTORY (source), result, &error));
  g_assert_no_error (error);
  *flushed = TRUE;
}

/* Writes everything and closes the file. */
static void
close_history (HeedHistory *self)
{
  gboolean flushed = FALSE;
  gpointer alive = self;

  heed_history_flush_async (self, NULL, flushed_cb, &flushed);
  while (!flushed)
    g_main_context_iteration (NULL, TRUE);
  g_object_add_weak_pointer (G_OBJECT (self), &alive);
  g_object_unref (self);
  while (alive != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
learn (HeedHistory *self, const char *address)
{
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (address, NULL);

  heed_history_learn_mailbox (self, mailbox, 1);
}

static guint
count_of (HeedHistory *self, const char *address)
{
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (address, NULL);

  return heed_known_domains_get_mailbox_count (heed_history_get_known_domains (self), mailbox);
}

static void
test_states (void)
{
  g_autoptr (GError) absent = NULL;
  g_autoptr (GError) locked = NULL;
  g_autoptr (GError) unlocked = NULL;
  g_autofree char *path = heed_history_get_default_path ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0;
  gsize n_after = 0;

  /* Absent, and then it comes. */
  HeedHistory *self = open_history (&absent);
  g_assert_error (absent, HEED_ERROR, HEED_ERROR_FAILED);
  g_assert_cmpstr (heed_history_get_state_name (self), ==, "memory");
  g_assert_nonnull (heed_history_get_problem (self));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  learn (self, "ann@army.mil");
  g_assert_cmpuint (count_of (self, "ann@army.mil"), ==, 1);
  GSubprocess *daemon = start_daemon ("--unlock");
  wait_until_ready (self);
  g_assert_null (heed_history_get_problem (self));
  close_history (self);
  stop_daemon (daemon);

  /* Locked: the file stays as it is, until the keyring comes back unlocked. */
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  daemon = start_daemon (NULL);
  self = open_history (&locked);
  g_assert_nonnull (locked);
  learn (self, "ann@army.mil");
  learn (self, "bob@navy.mil");
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  stop_daemon (daemon);
  daemon = start_daemon ("--unlock");
  wait_until_ready (self);
  g_assert_cmpuint (count_of (self, "ann@army.mil"), ==, 2);
  close_history (self);

  /* Unlocked from the start. */
  self = open_history (&unlocked);
  g_assert_no_error (unlocked);
  g_assert_cmpuint (count_of (self, "ann@army.mil"), ==, 2);
  g_assert_cmpuint (count_of (self, "bob@navy.mil"), ==, 1);
  close_history (self);
  stop_daemon (daemon);
}

/* A Secret Service that never answers. */

static GDBusMessage *
drop_calls (GDBusConnection *connection,
            GDBusMessage *message,
            gboolean incoming,
            gpointer user_data)
{
  const char *path = g_dbus_message_get_path (message);

  if (incoming && path != NULL && g_str_has_prefix (path, "/org/freedesktop/secrets") &&
      g_dbus_message_get_message_type (message) == G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    g_clear_object (&message);
  return message;
}

static void
test_never_answers (void)
{
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) unanswered = NULL;
  g_autoptr (GDBusConnection) mute =
      g_dbus_connection_new_for_address_sync (address,
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);

  g_assert_no_error (error);
  g_dbus_connection_add_filter (mute, drop_calls, NULL, NULL);
  guint name_id =
      g_bus_own_name_on_connection (mute, "org.freedesktop.secrets", G_BUS_NAME_OWNER_FLAGS_NONE,
                                    NULL, NULL, NULL, NULL);
  HeedHistory *self = open_history (&unanswered);
  g_assert_error (unanswered, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_assert_nonnull (heed_history_get_problem (self));
  learn (self, "eve@late.example");
  g_assert_cmpuint (count_of (self, "eve@late.example"), ==, 1);
  /* It gives way to one that answers. */
  g_bus_unown_name (name_id);
  g_assert_true (g_dbus_connection_close_sync (mute, NULL, NULL));
  GSubprocess *daemon = start_daemon ("--unlock");
  wait_until_ready (self);
  g_assert_null (heed_history_get_problem (self));
  close_history (self);
  stop_daemon (daemon);
}

/* One and the same daemon, locked and then unlocked. */

#define COLLECTION "/org/freedesktop/secrets/collection/login"

static GVariant *
call (GDBusConnection *connection, const char *interface, const char *method, GVariant *arguments)
{
  g_autoptr (GError) error = NULL;
  GVariant *answer =
      g_dbus_connection_call_sync (connection, "org.freedesktop.secrets",
                                   "/org/freedesktop/secrets", interface, method, arguments, NULL,
                                   G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

static void
lock (GDBusConnection *connection)
{
  const char *const objects[] = { COLLECTION, NULL };

  g_variant_unref (call (connection, "org.freedesktop.Secret.Service", "Lock",
                         g_variant_new ("(^ao)", objects)));
}

/* As a person does it at the daemon's own prompt, which needs a screen. */
static void
unlock (GDBusConnection *connection)
{
  g_autoptr (GVariant) opened = call (connection, "org.freedesktop.Secret.Service", "OpenSession",
                                      g_variant_new ("(sv)", "plain", g_variant_new_string ("")));
  const char *session;

  g_variant_get (opened, "(v&o)", NULL, &session);
  g_variant_unref (
      call (connection, "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface",
            "UnlockWithMasterPassword",
            g_variant_new ("(o(o@ay@ays))", COLLECTION, session,
                           g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, NULL, 0, 1),
                           g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, "secret", 6, 1),
                           "text/plain")));
}

static void
test_unlocked_while_running (void)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  GSubprocess *daemon = start_daemon ("--unlock");
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) locked = NULL;
  HeedHistory *self = open_history (&first);

  wait_until_ready (self);
  learn (self, "ann@army.mil");
  guint before = count_of (self, "ann@army.mil");
  close_history (self);

  lock (connection);
  self = open_history (&locked);
  g_assert_error (locked, HEED_ERROR, HEED_ERROR_NOT_ALLOWED);
  learn (self, "ann@army.mil");
  unlock (connection);
  wait_until_ready (self);
  g_assert_cmpuint (count_of (self, "ann@army.mil"), ==, before + 1);
  close_history (self);
  stop_daemon (daemon);
}

/* The daemon leaves folders of its own. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR) && !g_file_test (inside, G_FILE_TEST_IS_SYMLINK))
        remove_folder (inside);
      else
        g_assert_no_errno (g_unlink (inside));
    }
  g_assert_no_errno (g_rmdir (path));
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("heed-keyring-XXXXXX", NULL);

  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", home, TRUE);
  g_unsetenv ("GNOME_KEYRING_CONTROL");
  g_test_init (&argc, &argv, NULL);
  /* That the history stays in memory is what is tested. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  /* Never freed: that waits half a minute for libsecret to let go of its connection. */
  GTestDBus *bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  g_test_add_func ("/keyring/states", test_states);
  g_test_add_func ("/keyring/never-answers", test_never_answers);
  g_test_add_func ("/keyring/unlocked-while-running", test_unlocked_while_running);
  int status = g_test_run ();
  g_test_dbus_stop (bus);
  remove_folder (home);
  return status;
}
