/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading stops while more answers wait than the shim has taken, so a shim that only writes cannot
 * fill the memory. The connection to the bus is made for the first request and again after the bus
 * went away. */

#include "config.h"
#include "heed-bridge-session.h"

#include <glib/gi18n.h>

#include "heed-bridge-request.h"
#include "heed-error.h"
#include "heed-frame.h"
#include "heed-limits.h"

#define READ_BYTES (64 * 1024)

/* Answers that may wait to be written before reading stops. */
#define MAX_UNWRITTEN 16

struct _HeedBridgeSession
{
  GObject parent_instance;

  GInputStream *input;         /* (owned) */
  GOutputStream *output;       /* (owned) */
  GDBusConnection *connection; /* (owned) (nullable) */
  gboolean connecting;
  GQueue unsent;             /* (element-type HeedBridgeRequest): wait for the connection */
  GHashTable *pending;       /* (owned) (element-type utf8): ids that wait for an answer */
  HeedFrameDecoder *decoder; /* (owned) */
  GQueue unwritten;          /* (element-type GBytes) */
  gboolean reading;
  gboolean writing;
  gboolean ended;  /* no more is read */
  GError *failure; /* (owned) (nullable) */
  GTask *task;     /* (owned) (nullable): the run */
};

G_DEFINE_FINAL_TYPE (HeedBridgeSession, heed_bridge_session, G_TYPE_OBJECT)

static void read_more (HeedBridgeSession *self);
static void write_next (HeedBridgeSession *self);

static void
heed_bridge_session_finalize (GObject *object)
{
  HeedBridgeSession *self = HEED_BRIDGE_SESSION (object);

  g_clear_object (&self->input);
  g_clear_object (&self->output);
  g_clear_object (&self->connection);
  g_queue_clear_full (&self->unsent, g_object_unref);
  g_hash_table_unref (self->pending);
  heed_frame_decoder_free (self->decoder);
  g_queue_clear_full (&self->unwritten, (GDestroyNotify)g_bytes_unref);
  g_clear_error (&self->failure);
  G_OBJECT_CLASS (heed_bridge_session_parent_class)->finalize (object);
}

static void
heed_bridge_session_class_init (HeedBridgeSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_bridge_session_finalize;
}

static void
heed_bridge_session_init (HeedBridgeSession *self)
{
  self->pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->decoder = heed_frame_decoder_new ();
  g_queue_init (&self->unsent);
  g_queue_init (&self->unwritten);
}

HeedBridgeSession *
heed_bridge_session_new (GInputStream *input, GOutputStream *output)
{
  HeedBridgeSession *self = g_object_new (HEED_TYPE_BRIDGE_SESSION, NULL);

  self->input = g_object_ref (input);
  self->output = g_object_ref (output);
  return self;
}

/* Answers that are already made are still written; what the service has not answered is dropped. */
static void
end_if_done (HeedBridgeSession *self)
{
  g_autoptr (GTask) task = NULL;

  if (!self->ended || self->writing || self->task == NULL)
    return;
  task = g_steal_pointer (&self->task);
  if (self->failure != NULL)
    g_task_return_error (task, g_steal_pointer (&self->failure));
  else
    g_task_return_boolean (task, TRUE);
}

static void
end (HeedBridgeSession *self, GError *failure)
{
  self->ended = TRUE;
  if (self->failure == NULL)
    self->failure = failure;
  else
    g_clear_error (&failure);
  end_if_done (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedBridgeSession) self = user_data;
  GError *error = NULL;

  self->writing = FALSE;
  g_bytes_unref (g_queue_pop_head (&self->unwritten));
  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    {
      end (self, error);
      return;
    }
  write_next (self);
  read_more (self);
  end_if_done (self);
}

static void
write_next (HeedBridgeSession *self)
{
  GBytes *frame = g_queue_peek_head (&self->unwritten);

  if (self->writing || frame == NULL)
    return;
  self->writing = TRUE;
  g_output_stream_write_all_async (self->output, g_bytes_get_data (frame, NULL),
                                   g_bytes_get_size (frame), G_PRIORITY_DEFAULT, NULL, written_cb,
                                   g_object_ref (self));
}

static void
answer (HeedBridgeSession *self, GBytes *frame)
{
  g_queue_push_tail (&self->unwritten, frame);
  write_next (self);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedBridgeSession) self = user_data;
  HeedBridgeRequest *request = HEED_BRIDGE_REQUEST (source);
  const char *id = heed_bridge_request_get_id (request);

  if (id != NULL)
    g_hash_table_remove (self->pending, id);
  answer (self, heed_bridge_request_run_finish (request, result));
}

static void
send_on (HeedBridgeSession *self, HeedBridgeRequest *request)
{
  heed_bridge_request_run_async (request, self->connection, answered_cb, g_object_ref (self));
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedBridgeSession) self = user_data;
  g_autoptr (GError) error = NULL;

  self->connecting = FALSE;
  self->connection = g_dbus_connection_new_for_address_finish (result, &error);
  if (self->connection == NULL)
    g_info ("The session bus cannot be reached: %s", error->message);
  while (!g_queue_is_empty (&self->unsent))
    {
      g_autoptr (HeedBridgeRequest) request = g_queue_pop_head (&self->unsent);

      send_on (self, request);
    }
}

/* Not g_bus_get(): its connection is shared, and stays closed once the bus went away. */
static void
connect_to_bus (HeedBridgeSession *self)
{
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  g_clear_object (&self->connection);
  self->connecting = TRUE;
  g_dbus_connection_new_for_address (address != NULL ? address : "unix:path=/nonexistent",
                                     G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                         G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                     NULL, NULL, connected_cb, g_object_ref (self));
}

/* Why a request cannot be taken, apart from what is wrong with it. */
static gboolean
check_pending (HeedBridgeSession *self, const char *id, GError **error)
{
  if (g_hash_table_contains (self->pending, id))
    g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                         "This id already waits for an answer");
  else if (g_hash_table_size (self->pending) >= HEED_LIMIT_PENDING_PER_CALLER)
    g_set_error (error, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
                 /* Translators: %d is 64. */
                 _ ("This mail program waits for %d answers already, and no more can wait."),
                 HEED_LIMIT_PENDING_PER_CALLER);
  else
    return TRUE;
  return FALSE;
}

static void
take (HeedBridgeSession *self, GBytes *frame)
{
  g_autoptr (HeedBridgeRequest) request = heed_bridge_request_new (frame);
  const char *id = heed_bridge_request_get_id (request);
  g_autoptr (GError) error = NULL;

  if (id != NULL && !check_pending (self, id, &error))
    {
      answer (self, heed_bridge_request_refuse (request, error));
      return;
    }
  if (id == NULL)
    {
      /* It is only refused, and must not pile up while the bus is slow. */
      send_on (self, request);
      return;
    }
  g_hash_table_add (self->pending, g_strdup (id));
  if (!self->connecting &&
      (self->connection == NULL || g_dbus_connection_is_closed (self->connection)))
    connect_to_bus (self);
  if (self->connecting)
    g_queue_push_tail (&self->unsent, g_steal_pointer (&request));
  else
    send_on (self, request);
}

/* A frame that is too long is answered once, and nothing after it is read. */
static void
refuse_stream (HeedBridgeSession *self, GError *error)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (HeedBridgeRequest) request = heed_bridge_request_new (nothing);

  answer (self, heed_bridge_request_refuse (request, error));
  end (self, error);
}

static void
take_frames (HeedBridgeSession *self)
{
  while (!self->ended && self->unwritten.length < MAX_UNWRITTEN)
    {
      GError *error = NULL;
      g_autoptr (GBytes) frame = heed_frame_decoder_pop (self->decoder, &error);

      if (error != NULL)
        refuse_stream (self, error);
      if (frame == NULL)
        return;
      take (self, frame);
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedBridgeSession) self = user_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes =
      g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  self->reading = FALSE;
  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    {
      end (self, error);
      return;
    }
  heed_frame_decoder_push (self->decoder, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  read_more (self);
}

static void
read_more (HeedBridgeSession *self)
{
  take_frames (self);
  if (self->reading || self->ended || self->unwritten.length >= MAX_UNWRITTEN)
    return;
  self->reading = TRUE;
  g_input_stream_read_bytes_async (self->input, READ_BYTES, G_PRIORITY_DEFAULT, NULL, read_cb,
                                   g_object_ref (self));
}

void
heed_bridge_session_run_async (HeedBridgeSession *self,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  self->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->task, heed_bridge_session_run_async);
  read_more (self);
}

gboolean
heed_bridge_session_run_finish (HeedBridgeSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
