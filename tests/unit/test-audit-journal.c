/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves at a socket such as journald's, read by the rules of its native protocol. */

#include "config.h"

#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <string.h>

#include "audit-fixture.h"
#include "heed-audit-journal.h"
#include "heed-error.h"

typedef struct
{
  char *path;      /* (owned) */
  GSocket *socket; /* (owned) (nullable) */
  GPtrArray *keys; /* (owned) */
  HeedAuditJournal *journal;
} Fixture;

static void
listen_at (Fixture *self)
{
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (self->path);
  g_autoptr (GError) error = NULL;

  self->socket = g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_DATAGRAM,
                               G_SOCKET_PROTOCOL_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (g_socket_bind (self->socket, address, FALSE, &error));
  g_assert_no_error (error);
}

static void
stop_listening (Fixture *self)
{
  g_clear_object (&self->socket);
  g_assert_no_errno (g_unlink (self->path));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *home = g_dir_make_tmp ("heed-journal-XXXXXX", NULL);

  self->path = g_build_filename (home, "socket", NULL);
  self->keys = audit_fixture_make_keys ("a");
  self->journal = heed_audit_journal_new (self->path);
  listen_at (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *home = g_path_get_dirname (self->path);

  stop_listening (self);
  g_assert_no_errno (g_rmdir (home));
  heed_audit_journal_free (self->journal);
  g_ptr_array_unref (self->keys);
  g_free (self->path);
}

static gboolean
send_record (Fixture *self, HeedAuditLevel level, const char *client, GError **error)
{
  g_autoptr (HeedAuditRecord) record = audit_fixture_make_record (level, "ann@army.ml", client);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "record", g_variant_new_uint64 (12));
  heed_audit_record_add_members (record, self->keys->pdata[0], &builder);
  g_autoptr (GVariant) members = g_variant_ref_sink (g_variant_builder_end (&builder));
  return heed_audit_journal_send (self->journal, record, members, error);
}

/* As journald reads a datagram; fails on one that it would not understand. Returns: (transfer full)
 * (element-type utf8 utf8): the fields, of those that are there several times the last one */
static GHashTable *
parse (const char *data, gsize length)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *end = data + length;

  while (data < end)
    {
      gsize name = strcspn (data, "=\n");
      gsize size;
      const char *value = data + name + 1;

      g_assert_cmpuint (name, >, 0);
      g_assert_cmpuint (strspn (data, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789"), ==, name);
      g_assert_true (g_ascii_isupper (data[0]));
      if (data[name] == '=')
        {
          size = strcspn (value, "\n");
        }
      else
        {
          guint64 little;

          memcpy (&little, value, sizeof little);
          size = (gsize)GUINT64_FROM_LE (little);
          value += sizeof little;
        }
      g_assert_cmpuint (size, <, (gsize)(end - value));
      g_assert_cmpint (value[size], ==, '\n');
      g_hash_table_insert (fields, g_strndup (data, name), g_strndup (value, size));
      data = value + size + 1;
    }
  return fields;
}

static GHashTable *
receive (Fixture *self)
{
  g_autofree char *data = g_malloc0 (256 * 1024);
  g_autoptr (GError) error = NULL;
  gssize length = g_socket_receive (self->socket, data, 256 * 1024 - 1, NULL, &error);

  g_assert_no_error (error);
  return parse (data, (gsize)length);
}

static void
assert_field (GHashTable *fields, const char *name, const char *value)
{
  g_assert_cmpstr (g_hash_table_lookup (fields, name), ==, value);
}

static void
test_fields (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (send_record (self, HEED_AUDIT_HASHED, "test", &error));
  g_assert_no_error (error);
  g_autoptr (GHashTable) fields = receive (self);
  assert_field (fields, "MESSAGE", "cancel (declined): danger, suffix-swap");
  assert_field (fields, "MESSAGE_ID", "91303bcd01f841bfafa04c9585099dc5");
  assert_field (fields, "PRIORITY", "5");
  assert_field (fields, "SYSLOG_IDENTIFIER", "heed");
  assert_field (fields, "HEED_RECORD", "12");
  assert_field (fields, "HEED_REASON", "declined");
  assert_field (fields, "HEED_SEVERITY", "danger");
  assert_field (fields, "HEED_KINDS", "suffix-swap");
  assert_field (fields, "HEED_CLIENT", "test");
  assert_field (fields, "HEED_POLICY", "0123456789abcdef");
  assert_field (fields, "HEED_DURATION_MS", "1234");
  g_assert_cmpuint (strlen (g_hash_table_lookup (fields, "HEED_DOMAINS")), ==, 64);
}

static void
test_full (Fixture *self, gconstpointer data)
{
  g_assert_true (send_record (self, HEED_AUDIT_FULL, "two\nlines=here", NULL));
  g_autoptr (GHashTable) fields = receive (self);
  assert_field (fields, "HEED_CLIENT", "two\nlines=here");
  assert_field (fields, "HEED_DOMAINS", "army.ml");
  assert_field (fields, "HEED_RECIPIENTS", "ann@army.ml");
  assert_field (fields, "HEED_JUSTIFICATION", "They moved");
}

static void
test_absent (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  stop_listening (self);
  g_assert_false (send_record (self, HEED_AUDIT_HASHED, "test", &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_FAILED);
  /* It comes back. */
  listen_at (self);
  g_assert_true (send_record (self, HEED_AUDIT_HASHED, "test", NULL));
  g_autoptr (GHashTable) fields = receive (self);
  assert_field (fields, "HEED_REASON", "declined");
}

/* A journal that reads nothing does not hold up who writes. */
static void
test_full_queue (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  while (send_record (self, HEED_AUDIT_HASHED, "test", &error))
    n++;
  g_assert_error (error, HEED_ERROR, HEED_ERROR_FAILED);
  g_assert_cmpuint (n, >, 0);
  for (; n > 0; n--)
    g_hash_table_unref (receive (self));
  g_assert_true (send_record (self, HEED_AUDIT_HASHED, "test", NULL));
  g_hash_table_unref (receive (self));
}

#define JOURNAL_TEST(name, function)                                                               \
  g_test_add ("/audit-journal/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  JOURNAL_TEST ("fields", test_fields);
  JOURNAL_TEST ("full", test_full);
  JOURNAL_TEST ("absent", test_absent);
  JOURNAL_TEST ("full-queue", test_full_queue);
  return g_test_run ();
}
