/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-prompt.h"
#include "heed-trust.h"
#include "heed-verdict.h"

G_BEGIN_DECLS

#define HEED_TYPE_PROMPTER (heed_prompter_get_type ())

/**
 * HeedPrompter:
 *
 * Asks the person. The service knows nothing else of windows, so that all of it is tested without a
 * display. The service asks one thing at a time. A prompter answers exactly once: with a verdict,
 * or with an error when it could not ask or lost its window. Cancelling takes the window away and
 * ends with %G_IO_ERROR_CANCELLED.
 *
 * The signal `trusted` brings a #HeedTrust before the verdict does: the person sends the message
 * and trusts somebody from now on.
 */
G_DECLARE_INTERFACE (HeedPrompter, heed_prompter, HEED, PROMPTER, GObject)

/**
 * HeedPrompterInterface:
 * @prepare: be warm: a message is being written
 * @present: bring the open window to the front: the same send was asked again. @activation_token is
 * nullable
 * @confirm_async: ask about a message
 * @confirm_finish: (transfer full): the verdict, with one of the reasons confirmed, corrected,
 * declined, blocked
 * @confirm_learning_async: ask whether @client may teach Heed @n_mailboxes mailboxes
 * @confirm_learning_finish: whether the person agreed
 */
struct _HeedPrompterInterface
{
  GTypeInterface parent;

  void (*prepare) (HeedPrompter *self);
  void (*present) (HeedPrompter *self, const char *activation_token);
  void (*confirm_async) (HeedPrompter *self,
                         HeedPrompt *prompt,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
  HeedVerdict *(*confirm_finish) (HeedPrompter *self, GAsyncResult *result, GError **error);
  void (*confirm_learning_async) (HeedPrompter *self,
                                  const char *client,
                                  guint n_mailboxes,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
  gboolean (*confirm_learning_finish) (HeedPrompter *self, GAsyncResult *result, GError **error);
};

/** heed_prompter_tell_trusted: for a prompter: emits `trusted` */
void heed_prompter_tell_trusted (HeedPrompter *self, HeedTrust *trust);

void heed_prompter_prepare (HeedPrompter *self);
void heed_prompter_present (HeedPrompter *self, const char *activation_token);
void heed_prompter_confirm_async (HeedPrompter *self,
                                  HeedPrompt *prompt,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
HeedVerdict *
heed_prompter_confirm_finish (HeedPrompter *self, GAsyncResult *result, GError **error);
void heed_prompter_confirm_learning_async (HeedPrompter *self,
                                           const char *client,
                                           guint n_mailboxes,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean
heed_prompter_confirm_learning_finish (HeedPrompter *self, GAsyncResult *result, GError **error);

G_END_DECLS
