/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys are found by what they are for, and told apart by when they were made. A search shows
 * locked items without asking anybody; libsecret's look-up would ask to unlock them, and a window
 * that asks for a password while mail is sent is one that people learn to fill in.
 *
 * For the same reason a key is only made in a keyring that is unlocked.
 *
 * In a sandbox libsecret has a file of its own as soon as there is a Secret portal. A key that was
 * made before is then in the Secret Service still, so where the file has none, that is asked, too.
 */

#include "config.h"
#include "heed-keyring.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <sodium.h>

#include "heed-error.h"

#define SERVICE_NAME "org.freedesktop.secrets"
#define PURPOSE "history"

struct _HeedKeyring
{
  GObject parent_instance;

  GDBusConnection *connection; /* (owned) (nullable) */
  guint signal_id;
  guint watch_id;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedKeyring, heed_keyring, G_TYPE_OBJECT)

static const SecretSchema schema = {
  HEED_APPLICATION_ID ".Key",
  SECRET_SCHEMA_NONE,
  {
      { "purpose", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "made", SECRET_SCHEMA_ATTRIBUTE_STRING },
  },
};

/* Foreign errors become ours here. */
static GError *
translate (const GError *error)
{
  HeedError code = HEED_ERROR_FAILED;

  if (g_error_matches (error, HEED_ERROR, HEED_ERROR_NOT_ALLOWED) ||
      g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_ACCESS_DENIED))
    code = HEED_ERROR_NOT_ALLOWED;
  return g_error_new (HEED_ERROR, code, "The keyring: %s", error->message);
}

static void
fail (GTask *task, GError *error)
{
  g_autoptr (GError) owned = error;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&owned));
      return;
    }
  /* libsecret would go on with its session of a daemon that has been replaced meanwhile. */
  secret_service_disconnect ();
  g_task_return_error (task, translate (error));
}

/* Newest first; the dates sort as text. */
static int
compare_made (gconstpointer a, gconstpointer b)
{
  g_autoptr (GHashTable) of_a = secret_retrievable_get_attributes ((SecretRetrievable *)a);
  g_autoptr (GHashTable) of_b = secret_retrievable_get_attributes ((SecretRetrievable *)b);

  return g_strcmp0 (g_hash_table_lookup (of_b, "made"), g_hash_table_lookup (of_a, "made"));
}

typedef struct
{
  GList *items;    /* (owned) (element-type SecretRetrievable): still to be read */
  GPtrArray *keys; /* (owned) (element-type HeedKey) */
} LookUp;

static void
look_up_free (gpointer data)
{
  LookUp *self = data;

  g_list_free_full (self->items, g_object_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_free (self);
}

static void read_next (GTask *task);

static void
secret_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  LookUp *look_up = g_task_get_task_data (task);
  GError *error = NULL;
  SecretValue *value =
      secret_retrievable_retrieve_secret_finish (SECRET_RETRIEVABLE (source), result, &error);

  if (value == NULL && error != NULL)
    {
      fail (task, error);
      return;
    }
  const char *text = value != NULL ? secret_value_get_text (value) : NULL;
  HeedKey *key = text != NULL ? heed_key_new_from_text (text) : NULL;
  if (key != NULL)
    g_ptr_array_add (look_up->keys, key);
  g_clear_pointer (&value, secret_value_unref);
  read_next (g_steal_pointer (&task));
}

static void
read_next (GTask *task)
{
  LookUp *look_up = g_task_get_task_data (task);

  if (look_up->items == NULL)
    {
      g_task_return_pointer (task, g_steal_pointer (&look_up->keys),
                             (GDestroyNotify)g_ptr_array_unref);
      g_object_unref (task);
      return;
    }
  g_autoptr (SecretRetrievable) item = look_up->items->data;
  look_up->items = g_list_delete_link (look_up->items, look_up->items);
  if (SECRET_IS_ITEM (item) && secret_item_get_locked (SECRET_ITEM (item)))
    {
      g_task_return_new_error (task, HEED_ERROR, HEED_ERROR_NOT_ALLOWED, "The keyring is locked");
      g_object_unref (task);
      return;
    }
  secret_retrievable_retrieve_secret (item, g_task_get_cancellable (task), secret_read_cb, task);
}

/* Where there is no Secret Service there is no key in it either. */
static void
service_searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  LookUp *look_up = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;
  look_up->items =
      g_list_concat (look_up->items, secret_service_search_finish (NULL, result, NULL));
  look_up->items = g_list_sort (look_up->items, compare_made);
  read_next (g_steal_pointer (&task));
}

static void
search_service (GTask *task)
{
  g_autoptr (GHashTable) attributes = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (attributes, (char *)"purpose", (char *)PURPOSE);
  secret_service_search (NULL, &schema, attributes, SECRET_SEARCH_ALL,
                         g_task_get_cancellable (task), service_searched_cb, task);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  LookUp *look_up = g_task_get_task_data (task);
  GError *error = NULL;

  look_up->items = secret_password_search_finish (result, &error);
  if (error != NULL)
    {
      fail (task, error);
    }
  else if (look_up->items == NULL || !SECRET_IS_ITEM (look_up->items->data))
    {
      search_service (g_steal_pointer (&task));
    }
  else
    {
      look_up->items = g_list_sort (look_up->items, compare_made);
      read_next (g_steal_pointer (&task));
    }
}

void
heed_keyring_look_up_async (HeedKeyring *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  LookUp *look_up = g_new0 (LookUp, 1);

  g_return_if_fail (HEED_IS_KEYRING (self));
  look_up->keys = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_key_unref);
  g_task_set_source_tag (task, heed_keyring_look_up_async);
  g_task_set_task_data (task, look_up, look_up_free);
  secret_password_search (&schema, SECRET_SEARCH_ALL, cancellable, searched_cb, task, "purpose",
                          PURPOSE, NULL);
}

GPtrArray *
heed_keyring_look_up_finish (HeedKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (secret_password_store_finish (result, &error))
    g_task_return_pointer (task, heed_key_ref (g_task_get_task_data (task)),
                           (GDestroyNotify)heed_key_unref);
  else
    fail (task, error);
}

static void
store (GTask *task)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *made = g_date_time_format_iso8601 (now);
  char *text = heed_key_to_text (g_task_get_task_data (task));

  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT,
                         _ ("Heed: key of the people you write to"), text,
                         g_task_get_cancellable (task), stored_cb, task, "purpose", PURPOSE, "made",
                         made, NULL);
  sodium_free (text);
}

static void
collection_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (SecretCollection) collection = secret_collection_for_alias_finish (result, &error);

  if (error != NULL)
    fail (task, error);
  else if (collection == NULL || secret_collection_get_locked (collection))
    g_task_return_new_error (task, HEED_ERROR, HEED_ERROR_NOT_ALLOWED, "The keyring is locked");
  else
    store (g_steal_pointer (&task));
}

/* Without a Secret Service, libsecret may have a file of its own, as it does in a sandbox. If it
 * has none, storing says so. */
static void
service_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (SecretService) service = secret_service_get_finish (result, NULL);

  if (service != NULL)
    secret_collection_for_alias (service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE,
                                 cancellable, collection_cb, g_steal_pointer (&task));
  else
    store (g_steal_pointer (&task));
}

void
heed_keyring_make_async (HeedKeyring *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (HEED_IS_KEYRING (self));
  g_task_set_source_tag (task, heed_keyring_make_async);
  g_task_set_task_data (task, heed_key_new_random (), (GDestroyNotify)heed_key_unref);
  secret_service_get (SECRET_SERVICE_OPEN_SESSION, cancellable, service_cb, task);
}

HeedKey *
heed_keyring_make_finish (HeedKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
signal_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *name,
           GVariant *parameters,
           gpointer user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_CHANGED], 0);
}

static void
appeared_cb (GDBusConnection *connection, const char *name, const char *owner, gpointer user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_CHANGED], 0);
}

static void
heed_keyring_finalize (GObject *object)
{
  HeedKeyring *self = HEED_KEYRING (object);

  if (self->watch_id != 0)
    g_bus_unwatch_name (self->watch_id);
  if (self->signal_id != 0)
    g_dbus_connection_signal_unsubscribe (self->connection, self->signal_id);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (heed_keyring_parent_class)->finalize (object);
}

static void
heed_keyring_class_init (HeedKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_keyring_finalize;

  /**
   * HeedKeyring::changed:
   *
   * It may answer otherwise now.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HEED_TYPE_KEYRING, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
heed_keyring_init (HeedKeyring *self)
{
}

/* Where there is no bus there is nothing to watch, and the keyring is a file. */
static void
bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedKeyring) self = user_data;
  GDBusConnection *connection = g_bus_get_finish (result, NULL);

  if (connection == NULL)
    return;
  self->connection = connection;
  self->signal_id =
      g_dbus_connection_signal_subscribe (connection, SERVICE_NAME, NULL, NULL, NULL, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, signal_cb, self, NULL);
  self->watch_id =
      g_bus_watch_name_on_connection (connection, SERVICE_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                      appeared_cb, NULL, self, NULL);
}

HeedKeyring *
heed_keyring_new (void)
{
  HeedKeyring *self = g_object_new (HEED_TYPE_KEYRING, NULL);

  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, g_object_ref (self));
  return self;
}
