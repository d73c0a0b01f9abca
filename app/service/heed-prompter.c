/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-prompter.h"

G_DEFINE_INTERFACE (HeedPrompter, heed_prompter, G_TYPE_OBJECT)

enum
{
  TRUSTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
heed_prompter_default_init (HeedPrompterInterface *iface)
{
  /**
   * HeedPrompter::trusted:
   * @trust: the #HeedTrust
   */
  signals[TRUSTED] = g_signal_new ("trusted", HEED_TYPE_PROMPTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, HEED_TYPE_TRUST);
}

void
heed_prompter_tell_trusted (HeedPrompter *self, HeedTrust *trust)
{
  g_return_if_fail (HEED_IS_PROMPTER (self));
  g_signal_emit (self, signals[TRUSTED], 0, trust);
}

void
heed_prompter_prepare (HeedPrompter *self)
{
  g_return_if_fail (HEED_IS_PROMPTER (self));
  HEED_PROMPTER_GET_IFACE (self)->prepare (self);
}

void
heed_prompter_present (HeedPrompter *self, const char *activation_token)
{
  g_return_if_fail (HEED_IS_PROMPTER (self));
  HEED_PROMPTER_GET_IFACE (self)->present (self, activation_token);
}

void
heed_prompter_confirm_async (HeedPrompter *self,
                             HeedPrompt *prompt,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (HEED_IS_PROMPTER (self));
  HEED_PROMPTER_GET_IFACE (self)->confirm_async (self, prompt, cancellable, callback, user_data);
}

HeedVerdict *
heed_prompter_confirm_finish (HeedPrompter *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (HEED_IS_PROMPTER (self), NULL);
  return HEED_PROMPTER_GET_IFACE (self)->confirm_finish (self, result, error);
}

void
heed_prompter_confirm_learning_async (HeedPrompter *self,
                                      const char *client,
                                      guint n_mailboxes,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (HEED_IS_PROMPTER (self));
  HEED_PROMPTER_GET_IFACE (self)->confirm_learning_async (self, client, n_mailboxes, cancellable,
                                                          callback, user_data);
}

gboolean
heed_prompter_confirm_learning_finish (HeedPrompter *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (HEED_IS_PROMPTER (self), FALSE);
  return HEED_PROMPTER_GET_IFACE (self)->confirm_learning_finish (self, result, error);
}
