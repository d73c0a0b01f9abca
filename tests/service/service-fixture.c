/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "service-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static guint n_misfits;

/* Messages of the product are structured, for which GLib has no expectations. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].key, "MESSAGE") &&
          strstr (fields[i].value, "answer that does not fit") != NULL)
        {
          n_misfits++;
          return G_LOG_WRITER_HANDLED;
        }
    }
  return g_log_writer_default (level, fields, n_fields, user_data);
}

void
service_fixture_own_name (GDBusConnection *connection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) owned =
      g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                   "org.freedesktop.DBus", "RequestName",
                                   g_variant_new ("(su)", HEED_APPLICATION_ID, 4),
                                   G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                   &error);

  g_assert_no_error (error);
}

void
service_fixture_set_up (ServiceFixture *self, gconstpointer data)
{
  g_autoptr (HeedPolicy) policy = heed_policy_new_default ();
  g_autoptr (HeedMailbox) known = heed_mailbox_new ("ann@army.mil", NULL);
  g_autoptr (GError) error = NULL;
  const char *address;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_log_set_writer_func (write_log, NULL, NULL);
      g_once_init_leave (&once, 1);
    }
  n_misfits = 0;
  self->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (self->bus);
  address = g_test_dbus_get_bus_address (self->bus);
  self->connection =
      g_dbus_connection_new_for_address_sync (address,
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);
  g_assert_no_error (error);
  /* Not opened: it works from memory. */
  self->history = heed_history_new ("/nonexistent/history.db");
  heed_history_learn_mailbox (self->history, known, 200);
  self->prompter = heed_scripted_prompter_new ();
  self->audit_folder = g_dir_make_tmp ("heed-audit-XXXXXX", NULL);
  self->audit = heed_audit_new (self->history, self->audit_folder, "/nonexistent/journal");
  self->service =
      heed_service_new (policy, self->history, self->audit, HEED_PROMPTER (self->prompter));
  g_assert_true (heed_service_export (self->service, self->connection, &error));
  service_fixture_own_name (self->connection);
  self->ann = heed_bus_client_new (address);
  self->bob = heed_bus_client_new (address);
}

guint
service_fixture_get_n_misfits (void)
{
  return n_misfits;
}

void
service_fixture_wait_idle (ServiceFixture *self)
{
  while (!heed_service_is_idle (self->service))
    g_main_context_iteration (NULL, TRUE);
}

guint
service_fixture_count (ServiceFixture *self, const char *domain)
{
  g_autoptr (HeedDomain) wanted = heed_domain_new (domain, NULL);

  service_fixture_wait_idle (self);
  return heed_known_domains_get_count (heed_history_get_known_domains (self->history), wanted);
}

void
service_fixture_shut_down (ServiceFixture *self)
{
  heed_service_shut_down (self->service);
  self->is_shut_down = TRUE;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_no_errno (g_unlink (path));
    }
  g_assert_no_errno (g_rmdir (folder));
}

void
service_fixture_tear_down (ServiceFixture *self, gconstpointer data)
{
  heed_bus_client_free (self->ann);
  heed_bus_client_free (self->bob);
  g_assert_false (heed_scripted_prompter_is_open (self->prompter));
  service_fixture_wait_idle (self);
  if (!self->is_shut_down)
    service_fixture_shut_down (self);
  g_clear_object (&self->service);
  g_clear_object (&self->audit);
  g_clear_object (&self->history);
  g_assert_finalize_object (self->prompter);
  g_assert_true (g_dbus_connection_close_sync (self->connection, NULL, NULL));
  g_clear_object (&self->connection);
  g_test_dbus_down (self->bus);
  g_clear_object (&self->bus);
  remove_folder (self->audit_folder);
  g_clear_pointer (&self->audit_folder, g_free);
}
