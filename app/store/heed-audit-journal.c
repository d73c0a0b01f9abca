/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The native protocol of journald: a datagram of fields, each `NAME=value` and a line feed, or, for
 * a value with line feeds, `NAME`, a line feed, its size in 64 bits, little-endian, the value and a
 * line feed (systemd.io/JOURNAL_NATIVE_PROTOCOL). A field with several values is there several
 * times, so that each of them can be searched for.
 *
 * GLib speaks it, too, but waits without end for a journal whose queue is full, and from there on
 * neither the file would be written nor could the program end. */

#include "config.h"
#include "heed-audit-journal.h"

#include <gio/gunixsocketaddress.h>
#include <string.h>

#include "heed-error.h"

#define PATIENCE G_USEC_PER_SEC

struct _HeedAuditJournal
{
  GSocketAddress *address; /* (owned) */
  GSocket *socket;         /* (owned) (nullable) */
};

HeedAuditJournal *
heed_audit_journal_new (const char *path)
{
  HeedAuditJournal *self = g_new0 (HeedAuditJournal, 1);

  self->address = g_unix_socket_address_new (path);
  return self;
}

void
heed_audit_journal_free (HeedAuditJournal *self)
{
  g_clear_object (&self->socket);
  g_object_unref (self->address);
  g_free (self);
}

static void
add_field (GString *datagram, const char *name, const char *value)
{
  gsize length = strlen (value);
  guint64 size = GUINT64_TO_LE ((guint64)length);

  g_string_append (datagram, name);
  if (strchr (value, '\n') == NULL)
    {
      g_string_append_c (datagram, '=');
    }
  else
    {
      g_string_append_c (datagram, '\n');
      g_string_append_len (datagram, (const char *)&size, sizeof size);
    }
  g_string_append_len (datagram, value, (gssize)length);
  g_string_append_c (datagram, '\n');
}

/* The member `duration-ms` is the field `HEED_DURATION_MS`. */
static char *
make_name (const char *member)
{
  g_autofree char *upper = g_ascii_strup (member, -1);

  return g_strconcat ("HEED_", g_strdelimit (upper, "-", '_'), NULL);
}

static void
add_member (GString *datagram, const char *member, GVariant *value)
{
  g_autofree char *name = make_name (member);

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    {
      g_autofree const char **texts = g_variant_get_strv (value, NULL);

      for (gsize i = 0; texts[i] != NULL; i++)
        add_field (datagram, name, texts[i]);
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      add_field (datagram, name, g_variant_get_string (value, NULL));
    }
  else
    {
      g_autofree char *text = g_variant_print (value, FALSE);

      add_field (datagram, name, text);
    }
}

static GString *
make_datagram (const HeedAuditRecord *record, GVariant *members)
{
  GString *datagram = g_string_new (NULL);
  g_autofree char *message = heed_audit_record_get_message (record);
  GVariantIter iter;
  const char *member;
  GVariant *value;

  add_field (datagram, "MESSAGE", message);
  add_field (datagram, "MESSAGE_ID", heed_audit_record_get_message_id (record));
  add_field (datagram, "PRIORITY", heed_audit_record_get_priority (record));
  add_field (datagram, "SYSLOG_IDENTIFIER", "heed");
  g_variant_iter_init (&iter, members);
  while (g_variant_iter_loop (&iter, "{&sv}", &member, &value))
    add_member (datagram, member, value);
  return datagram;
}

/* Returns: (transfer none) (nullable): %NULL with the error of the socket */
static GSocket *
heed_audit_journal_get_socket (HeedAuditJournal *self, GError **error)
{
  if (self->socket != NULL)
    return self->socket;
  self->socket =
      g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_DATAGRAM, G_SOCKET_PROTOCOL_DEFAULT, error);
  if (self->socket != NULL)
    g_socket_set_blocking (self->socket, FALSE);
  return self->socket;
}

static gboolean
send_datagram (GSocket *socket, GSocketAddress *address, const GString *datagram, GError **error)
{
  g_autoptr (GError) full = NULL;

  if (g_socket_send_to (socket, address, datagram->str, datagram->len, NULL, &full) >= 0)
    return TRUE;
  if (!g_error_matches (full, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
    {
      g_propagate_error (error, g_steal_pointer (&full));
      return FALSE;
    }
  /* It is another's queue that is full, which this socket is told of only while it is connected. */
  return g_socket_connect (socket, address, NULL, error) &&
         g_socket_condition_timed_wait (socket, G_IO_OUT, PATIENCE, NULL, error) &&
         g_socket_send (socket, datagram->str, datagram->len, NULL, error) >= 0;
}

gboolean
heed_audit_journal_send (HeedAuditJournal *self,
                         const HeedAuditRecord *record,
                         GVariant *members,
                         GError **error)
{
  GString *datagram = make_datagram (record, members);
  g_autoptr (GError) local_error = NULL;
  GSocket *socket = heed_audit_journal_get_socket (self, &local_error);
  gboolean sent = socket != NULL && send_datagram (socket, self->address, datagram, &local_error);

  g_string_free (datagram, TRUE);
  if (sent)
    return TRUE;
  /* A journal that was started anew needs a new one. */
  g_clear_object (&self->socket);
  g_set_error (error, HEED_ERROR, HEED_ERROR_FAILED, "%s: %s",
               g_unix_socket_address_get_path (G_UNIX_SOCKET_ADDRESS (self->address)),
               local_error->message);
  return FALSE;
}
