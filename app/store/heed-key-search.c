/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The keyring may be locked, absent or slow. One question is open at a time. After PATIENCE without
 * an answer the person is told, and the answer is taken whenever it comes. A change of the keyring
 * is a reason to ask again; not every keyring signals all that changes, so it is asked again in
 * growing intervals, too. */

#include "config.h"
#include "heed-key-search.h"

#include "heed-keyring.h"

/* Milliseconds in which a keyring should answer. */
#define PATIENCE 5000

/* Seconds after which the keyring is asked again, at first and at most. */
#define FIRST_RETRY 1
#define LAST_RETRY 60

struct _HeedKeySearch
{
  GObject parent_instance;

  HeedKeyring *keyring;      /* (owned) */
  GCancellable *cancellable; /* (owned) */
  guint patience_id;         /* 0 when the keyring has answered, or was given up */
  guint retry_id;            /* 0 when none is due */
  guint retry;               /* seconds until the next one */
  gboolean asking;           /* the keyring, or whoever tries the keys */
  gboolean ask_again;        /* the keyring changed meanwhile */
};

enum
{
  SIGNAL_FOUND,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedKeySearch, heed_key_search, G_TYPE_OBJECT)

static void heed_key_search_ask (HeedKeySearch *self);

static void
heed_key_search_retry_cb (gpointer user_data)
{
  HeedKeySearch *self = user_data;

  self->retry_id = 0;
  heed_key_search_ask (self);
}

void
heed_key_search_try_later (HeedKeySearch *self)
{
  g_return_if_fail (HEED_IS_KEY_SEARCH (self));
  self->asking = FALSE;
  if (self->ask_again)
    {
      heed_key_search_ask (self);
      return;
    }
  g_clear_handle_id (&self->retry_id, g_source_remove);
  self->retry_id = g_timeout_add_once (self->retry * 1000, heed_key_search_retry_cb, self);
  self->retry = MIN (self->retry * 2, LAST_RETRY);
}

static void
heed_key_search_answered (HeedKeySearch *self, GPtrArray *keys, const GError *error)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (keys != NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FOUND], 0, keys);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  heed_key_search_try_later (self);
}

static void
heed_key_search_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedKeySearch) self = user_data;
  g_autoptr (GError) error = NULL;
  HeedKey *key = heed_keyring_make_finish (HEED_KEYRING (source), result, &error);
  g_autoptr (GPtrArray) keys = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (key != NULL)
    {
      keys = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_key_unref);
      g_ptr_array_add (keys, key);
    }
  heed_key_search_answered (self, keys, error);
}

static void
heed_key_search_looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedKeySearch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) keys = heed_keyring_look_up_finish (HEED_KEYRING (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (keys != NULL && keys->len == 0)
    heed_keyring_make_async (self->keyring, self->cancellable, heed_key_search_made_cb,
                             g_object_ref (self));
  else
    heed_key_search_answered (self, keys, error);
}

static void
heed_key_search_ask (HeedKeySearch *self)
{
  g_clear_handle_id (&self->retry_id, g_source_remove);
  self->asking = TRUE;
  self->ask_again = FALSE;
  heed_keyring_look_up_async (self->keyring, self->cancellable, heed_key_search_looked_up_cb,
                              g_object_ref (self));
}

static void
heed_key_search_keyring_changed_cb (HeedKeySearch *self)
{
  if (self->asking)
    self->ask_again = TRUE;
  else if (self->retry_id != 0)
    {
      self->retry = FIRST_RETRY;
      heed_key_search_ask (self);
    }
}

static void
heed_key_search_patience_cb (gpointer user_data)
{
  HeedKeySearch *self = user_data;
  g_autoptr (GError) error =
      g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The keyring has not answered yet");

  self->patience_id = 0;
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

void
heed_key_search_start (HeedKeySearch *self)
{
  g_return_if_fail (HEED_IS_KEY_SEARCH (self) && !self->asking);
  self->patience_id = g_timeout_add_once (PATIENCE, heed_key_search_patience_cb, self);
  heed_key_search_ask (self);
}

void
heed_key_search_stop (HeedKeySearch *self)
{
  g_return_if_fail (HEED_IS_KEY_SEARCH (self));
  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_data (self->keyring, self);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->retry_id, g_source_remove);
}

static void
heed_key_search_finalize (GObject *object)
{
  HeedKeySearch *self = HEED_KEY_SEARCH (object);

  g_object_unref (self->keyring);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (heed_key_search_parent_class)->finalize (object);
}

static void
heed_key_search_class_init (HeedKeySearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_key_search_finalize;

  /**
   * HeedKeySearch::found:
   * @keys: (element-type HeedKey): newest first; at least one
   */
  signals[SIGNAL_FOUND] = g_signal_new ("found", HEED_TYPE_KEY_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  /**
   * HeedKeySearch::failed:
   * @error: why there is none yet
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", HEED_TYPE_KEY_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
heed_key_search_init (HeedKeySearch *self)
{
  self->retry = FIRST_RETRY;
  self->cancellable = g_cancellable_new ();
  self->keyring = heed_keyring_new ();
  g_signal_connect_object (self->keyring, "changed",
                           G_CALLBACK (heed_key_search_keyring_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

HeedKeySearch *
heed_key_search_new (void)
{
  return g_object_new (HEED_TYPE_KEY_SEARCH, NULL);
}
