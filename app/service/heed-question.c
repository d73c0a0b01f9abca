/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-question.h"

typedef struct
{
  GPtrArray *requests;       /* (owned) (element-type HeedRequest): those that wait */
  char *sender;              /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
} HeedQuestionPrivate;

enum
{
  SIGNAL_ABANDONED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HeedQuestion, heed_question, G_TYPE_OBJECT)

static void
heed_question_finalize (GObject *object)
{
  HeedQuestionPrivate *priv = heed_question_get_instance_private (HEED_QUESTION (object));

  g_ptr_array_unref (priv->requests);
  g_free (priv->sender);
  g_object_unref (priv->cancellable);
  G_OBJECT_CLASS (heed_question_parent_class)->finalize (object);
}

static void
heed_question_class_init (HeedQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_question_finalize;

  /**
   * HeedQuestion::abandoned:
   *
   * No request waits any more, though the person has not answered.
   */
  signals[SIGNAL_ABANDONED] = g_signal_new ("abandoned", HEED_TYPE_QUESTION, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
heed_question_init (HeedQuestion *self)
{
  HeedQuestionPrivate *priv = heed_question_get_instance_private (self);

  priv->requests = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_request_unref);
  priv->cancellable = g_cancellable_new ();
}

const char *
heed_question_get_sender (HeedQuestion *self)
{
  HeedQuestionPrivate *priv = heed_question_get_instance_private (self);

  return priv->sender;
}

guint
heed_question_get_n_requests (HeedQuestion *self)
{
  HeedQuestionPrivate *priv = heed_question_get_instance_private (self);

  return priv->requests->len;
}

gboolean
heed_question_has_request (HeedQuestion *self, const char *cancellation_id)
{
  HeedQuestionPrivate *priv = heed_question_get_instance_private (self);

  for (guint i = 0; i < priv->requests->len; i++)
    {
      if (g_strcmp0 (heed_request_get_cancellation_id (priv->requests->pdata[i]),
                     cancellation_id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
heed_question_abandon_if_empty (HeedQuestion *self)
{
  HeedQuestionPrivate *priv = heed_question_get_instance_private (self);

  if (priv->requests->len > 0)
    return;
  g_object_ref (self);
  g_cancellable_cancel (priv->cancellable);
  g_signal_emit (self, signals[SIGNAL_ABANDONED], 0);
  g_object_unref (self);
}

static void
heed_question_withdraw_at (HeedQuestion *self, guint position, HeedReason reason)
{
  HeedQuestionPrivate *priv = heed_question_get_instance_private (self);
  g_autoptr (HeedRequest) request = g_ptr_array_steal_index (priv->requests, position);

  HEED_QUESTION_GET_CLASS (self)->answer_withdrawn (self, request, reason);
}

static void
heed_question_timeout_cb (HeedRequest *request, gpointer user_data)
{
  HeedQuestion *self = user_data;
  HeedQuestionPrivate *priv = heed_question_get_instance_private (self);
  guint position = 0;

  if (!g_ptr_array_find (priv->requests, request, &position))
    return;
  heed_question_withdraw_at (self, position, HEED_REASON_TIMEOUT);
  heed_question_abandon_if_empty (self);
}

void
heed_question_add_request (HeedQuestion *self, HeedRequest *request, guint timeout)
{
  HeedQuestionPrivate *priv = heed_question_get_instance_private (self);

  g_return_if_fail (priv->sender == NULL ||
                    g_str_equal (priv->sender, heed_request_get_sender (request)));
  if (priv->sender == NULL)
    priv->sender = g_strdup (heed_request_get_sender (request));
  g_ptr_array_add (priv->requests, request);
  if (timeout > 0)
    heed_request_set_timeout (request, timeout, heed_question_timeout_cb, self);
}

gboolean
heed_question_withdraw (HeedQuestion *self, const char *cancellation_id)
{
  HeedQuestionPrivate *priv = heed_question_get_instance_private (self);
  gboolean found = FALSE;

  for (guint i = priv->requests->len; i > 0; i--)
    {
      const HeedRequest *request = priv->requests->pdata[i - 1];

      if (cancellation_id != NULL &&
          g_strcmp0 (heed_request_get_cancellation_id (request), cancellation_id) != 0)
        continue;
      heed_question_withdraw_at (self, i - 1, HEED_REASON_WITHDRAWN);
      found = TRUE;
    }
  if (found)
    heed_question_abandon_if_empty (self);
  return found;
}

void
heed_question_refuse_last (HeedQuestion *self, const GError *error)
{
  HeedQuestionPrivate *priv = heed_question_get_instance_private (self);

  g_return_if_fail (priv->requests->len > 0);
  g_autoptr (HeedRequest) request =
      g_ptr_array_steal_index (priv->requests, priv->requests->len - 1);
  heed_request_fail (request, error);
  heed_question_abandon_if_empty (self);
}

gboolean
heed_question_answer (HeedQuestion *self, GVariant *answer)
{
  HeedQuestionPrivate *priv = heed_question_get_instance_private (self);
  g_autoptr (GVariant) owned = g_variant_ref_sink (answer);
  gboolean any = priv->requests->len > 0;

  for (guint i = 0; i < priv->requests->len; i++)
    heed_request_answer (priv->requests->pdata[i], owned);
  g_ptr_array_set_size (priv->requests, 0);
  return any;
}

gboolean
heed_question_fail (HeedQuestion *self, const GError *error)
{
  HeedQuestionPrivate *priv = heed_question_get_instance_private (self);
  gboolean any = priv->requests->len > 0;

  for (guint i = 0; i < priv->requests->len; i++)
    heed_request_fail (priv->requests->pdata[i], error);
  g_ptr_array_set_size (priv->requests, 0);
  return any;
}

void
heed_question_ask_async (HeedQuestion *self,
                         HeedPrompter *prompter,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  HeedQuestionPrivate *priv = heed_question_get_instance_private (self);

  HEED_QUESTION_GET_CLASS (self)->ask_async (self, prompter, priv->cancellable, callback,
                                             user_data);
}

void
heed_question_ask_finish (HeedQuestion *self, GAsyncResult *result)
{
  HEED_QUESTION_GET_CLASS (self)->ask_finish (self, result);
}
