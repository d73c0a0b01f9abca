/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The contract between shim and bridge stands in app/shims/README.md. Here each type of request is
 * one row of a table: how its members become the arguments of a D-Bus method, and how what the
 * method returns becomes a reply. */

#include "config.h"
#include "heed-bridge-request.h"

#include "heed-call-failure.h"
#include "heed-error.h"
#include "heed-frame.h"
#include "heed-json-variant.h"
#include "heed-policy-folder.h"
#include "heed-policy-reading.h"

#define PROTOCOL 1

/* Milliseconds for a call that does not wait for a person: the bus may have to start the service
 * first. */
#define QUICK_TIMEOUT 20000

typedef struct
{
  const char *type;
  const char *interface;
  const char *method;
  const char *reply_type;
  int timeout;
  GVariant *(*read) (json_object *request, GError **error);
  void (*write) (GVariant *returned, json_object *reply);
} Method;

struct _HeedBridgeRequest
{
  GObject parent_instance;

  json_object *request; /* (owned) (nullable) */
  char *id;             /* (owned) (nullable) */
  const Method *method; /* (nullable) */
  GError *fault;        /* (owned) (nullable): what is wrong with the request */
};

G_DEFINE_FINAL_TYPE (HeedBridgeRequest, heed_bridge_request, G_TYPE_OBJECT)

static GVariant *
read_hello (json_object *request, GError **error)
{
  json_object *protocol = json_object_object_get (request, "protocol");

  if (json_object_is_type (protocol, json_type_int) && json_object_get_int64 (protocol) == PROTOCOL)
    return g_variant_new ("(s)", HEED_INTERFACE);
  g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
               "protocol must be %d, the only one that this bridge speaks", PROTOCOL);
  return NULL;
}

/* Read here and not asked of the service: it matters most when that gives no answer. A file with a
 * fault is left out, and the default is to ask the person. */
static const char *
read_on_failure (void)
{
  g_autoptr (GPtrArray) folders = heed_policy_folder_list_installed ();
  g_autoptr (HeedPolicyReading) reading = heed_policy_reading_new (folders);

  return heed_on_failure_get_name (
      heed_policy_get_on_failure (heed_policy_reading_get_policy (reading)));
}

static void
add_bridge (json_object *reply)
{
  json_object_object_add (reply, "version", json_object_new_string (HEED_VERSION));
  json_object_object_add (reply, "protocol", json_object_new_int (PROTOCOL));
  json_object_object_add (reply, "on-failure", json_object_new_string (read_on_failure ()));
}

static void
write_hello (GVariant *returned, json_object *reply)
{
  g_autoptr (GVariant) properties = g_variant_get_child_value (returned, 0);
  json_object *service = json_object_new_object ();
  guint version = 0;
  gboolean managed = FALSE;

  g_variant_lookup (properties, "Version", "u", &version);
  g_variant_lookup (properties, "Managed", "b", &managed);
  json_object_object_add (service, "version", json_object_new_int64 (version));
  json_object_object_add (service, "managed", json_object_new_boolean (managed));
  add_bridge (reply);
  json_object_object_add (reply, "service", service);
}

static GVariant *
read_with_options (GVariant *first, json_object *request, GError **error)
{
  g_autoptr (GVariant) subject = first != NULL ? g_variant_ref_sink (first) : NULL;
  GVariant *options;

  if (subject == NULL)
    return NULL;
  options = heed_json_variant_options (json_object_object_get (request, "options"), error);
  return options != NULL ? g_variant_new ("(@*@a{sv})", subject, options) : NULL;
}

static GVariant *
read_confirm_send (json_object *request, GError **error)
{
  json_object *recipients = json_object_object_get (request, "recipients");

  return read_with_options (heed_json_variant_recipients (recipients, error), request, error);
}

static void
write_confirm_send (GVariant *returned, json_object *reply)
{
  g_autoptr (GVariant) verdict = g_variant_get_child_value (returned, 0);
  g_autoptr (GVariant) details = g_variant_get_child_value (returned, 1);

  json_object_object_add (reply, "verdict", heed_json_variant_to_json (verdict));
  json_object_object_add (reply, "details", heed_json_variant_to_json (details));
}

static GVariant *
read_cancel_confirmation (json_object *request, GError **error)
{
  json_object *id = json_object_object_get (request, "cancellation-id");

  if (json_object_is_type (id, json_type_string))
    return g_variant_new ("(s)", json_object_get_string (id));
  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                       "cancellation-id must be a text");
  return NULL;
}

static GVariant *
read_learn_recipients (json_object *request, GError **error)
{
  json_object *mailboxes = json_object_object_get (request, "mailboxes");

  return read_with_options (heed_json_variant_counted_mailboxes (mailboxes, error), request, error);
}

static void
write_learn_recipients (GVariant *returned, json_object *reply)
{
  g_autoptr (GVariant) learned = g_variant_get_child_value (returned, 0);

  json_object_object_add (reply, "learned", heed_json_variant_to_json (learned));
}

static GVariant *
read_prepare (json_object *request, GError **error)
{
  return g_variant_new ("()");
}

static void
write_nothing (GVariant *returned, json_object *reply)
{
}

static const Method methods[] = {
  { "hello", "org.freedesktop.DBus.Properties", "GetAll", "(a{sv})", QUICK_TIMEOUT, read_hello,
    write_hello },
  { "confirm-send", HEED_INTERFACE, "ConfirmSend", "(sa{sv})", G_MAXINT, read_confirm_send,
    write_confirm_send },
  { "cancel-confirmation", HEED_INTERFACE, "CancelConfirmation", "()", QUICK_TIMEOUT,
    read_cancel_confirmation, write_nothing },
  { "learn-recipients", HEED_INTERFACE, "LearnRecipients", "(u)", G_MAXINT, read_learn_recipients,
    write_learn_recipients },
  { "prepare", HEED_INTERFACE, "Prepare", "()", QUICK_TIMEOUT, read_prepare, write_nothing },
};

static const Method *
find_method (json_object *request, GError **error)
{
  json_object *type = json_object_object_get (request, "type");

  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      if (json_object_is_type (type, json_type_string) &&
          g_str_equal (json_object_get_string (type), methods[i].type))
        return &methods[i];
    }
  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                       "type must be one of hello, confirm-send, cancel-confirmation, "
                       "learn-recipients and prepare");
  return NULL;
}

static char *
read_id (json_object *request, GError **error)
{
  json_object *id = json_object_object_get (request, "id");

  if (json_object_is_type (id, json_type_string) || json_object_is_type (id, json_type_int))
    return g_strdup (json_object_to_json_string_ext (id, JSON_C_TO_STRING_PLAIN));
  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                       "id must be a text or a whole number");
  return NULL;
}

static void
heed_bridge_request_finalize (GObject *object)
{
  HeedBridgeRequest *self = HEED_BRIDGE_REQUEST (object);

  g_clear_pointer (&self->request, json_object_put);
  g_free (self->id);
  g_clear_error (&self->fault);
  G_OBJECT_CLASS (heed_bridge_request_parent_class)->finalize (object);
}

static void
heed_bridge_request_class_init (HeedBridgeRequestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_bridge_request_finalize;
}

static void
heed_bridge_request_init (HeedBridgeRequest *self)
{
}

HeedBridgeRequest *
heed_bridge_request_new (GBytes *frame)
{
  HeedBridgeRequest *self = g_object_new (HEED_TYPE_BRIDGE_REQUEST, NULL);
  gsize length = 0;
  const char *text = g_bytes_get_data (frame, &length);

  self->request = heed_json_parse (text != NULL ? text : "", length, &self->fault);
  if (self->request == NULL)
    return self;
  if (!json_object_is_type (self->request, json_type_object))
    g_set_error_literal (&self->fault, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                         "A request must be an object");
  else
    {
      self->id = read_id (self->request, &self->fault);
      if (self->id != NULL)
        self->method = find_method (self->request, &self->fault);
    }
  return self;
}

const char *
heed_bridge_request_get_id (HeedBridgeRequest *self)
{
  return self->id;
}

static json_object *
make_answer (HeedBridgeRequest *self, const char *type)
{
  json_object *answer = json_object_new_object ();
  json_object *id = NULL;

  if (self->id != NULL)
    id = json_object_get (json_object_object_get (self->request, "id"));
  json_object_object_add (answer, "id", id);
  json_object_object_add (answer, "type", json_object_new_string (type));
  return answer;
}

static GBytes *
encode (json_object *answer, GError **error)
{
  gsize length = 0;
  const char *text =
      json_object_to_json_string_length (answer,
                                         JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE,
                                         &length);

  return heed_frame_encode (text, length, error);
}

static void
add_error (json_object *answer, const GError *error)
{
  const char *name = heed_call_failure_get_name (error);
  g_autofree char *message = heed_call_failure_explain (error);

  json_object_object_add (answer, "error",
                          json_object_new_string (name != NULL ? name : "Unreachable"));
  json_object_object_add (answer, "message", json_object_new_string (message));
}

GBytes *
heed_bridge_request_refuse (HeedBridgeRequest *self, const GError *error)
{
  g_autoptr (json_object) answer = make_answer (self, "error");
  g_autoptr (GError) too_long = NULL;
  GBytes *frame;

  add_error (answer, error);
  frame = encode (answer, &too_long);
  if (frame == NULL)
    {
      /* Only an id of nearly a whole frame does that. */
      g_clear_pointer (&self->id, g_free);
      return heed_bridge_request_refuse (self, too_long);
    }
  return frame;
}

/* Findings about thousands of strangers can fill a frame; the verdict must get through. */
static GBytes *
reply (HeedBridgeRequest *self, GVariant *returned)
{
  g_autoptr (json_object) answer = make_answer (self, "reply");
  g_autoptr (GError) error = NULL;
  json_object *details = NULL;
  GBytes *frame;

  self->method->write (returned, answer);
  frame = encode (answer, NULL);
  if (frame == NULL && json_object_object_get_ex (answer, "details", &details))
    json_object_object_del (details, "findings");
  if (frame == NULL)
    frame = encode (answer, &error);
  return frame != NULL ? frame : heed_bridge_request_refuse (self, error);
}

/* Only hello answers without a service: it says that there is a bridge, and why that is all. */
static GBytes *
reply_without_service (HeedBridgeRequest *self, const GError *error)
{
  g_autoptr (json_object) answer = make_answer (self, "reply");
  g_autoptr (GError) too_long = NULL;
  g_autofree char *problem = heed_call_failure_explain (error);
  GBytes *frame;

  add_bridge (answer);
  json_object_object_add (answer, "service", NULL);
  json_object_object_add (answer, "problem", json_object_new_string (problem));
  frame = encode (answer, &too_long);
  return frame != NULL ? frame : heed_bridge_request_refuse (self, too_long);
}

static GBytes *
answer_failure (HeedBridgeRequest *self, const GError *error)
{
  if (self->method != NULL && self->method->read == read_hello && error->domain != HEED_ERROR)
    return reply_without_service (self, error);
  return heed_bridge_request_refuse (self, error);
}

static void
returned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HeedBridgeRequest *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) returned =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  GBytes *frame = returned != NULL ? reply (self, returned) : answer_failure (self, error);

  g_task_return_pointer (task, frame, (GDestroyNotify)g_bytes_unref);
}

void
heed_bridge_request_run_async (HeedBridgeRequest *self,
                               GDBusConnection *connection,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GError) error = NULL;
  GVariant *arguments = NULL;

  g_task_set_source_tag (task, heed_bridge_request_run_async);
  if (self->method != NULL)
    arguments = self->method->read (self->request, &self->fault);
  if (arguments == NULL)
    {
      g_task_return_pointer (task, heed_bridge_request_refuse (self, self->fault),
                             (GDestroyNotify)g_bytes_unref);
      return;
    }
  if (connection == NULL)
    {
      g_variant_unref (g_variant_ref_sink (arguments));
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, "No connection");
      g_task_return_pointer (task, answer_failure (self, error), (GDestroyNotify)g_bytes_unref);
      return;
    }
  g_dbus_connection_call (connection, HEED_APPLICATION_ID, HEED_OBJECT_PATH,
                          self->method->interface, self->method->method, arguments,
                          G_VARIANT_TYPE (self->method->reply_type), G_DBUS_CALL_FLAGS_NONE,
                          self->method->timeout, NULL, returned_cb, g_steal_pointer (&task));
}

GBytes *
heed_bridge_request_run_finish (HeedBridgeRequest *self, GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
