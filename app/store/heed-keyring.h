/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-key.h"

G_BEGIN_DECLS

#define HEED_TYPE_KEYRING (heed_keyring_get_type ())

/**
 * HeedKeyring:
 *
 * Where the session keeps the key of the history: the Secret Service, or what libsecret uses in its
 * place within a sandbox. Nothing here asks the person to unlock anything. Emits `changed` when
 * the Secret Service came, went, or was locked or unlocked, so that it is worth asking again.
 */
G_DECLARE_FINAL_TYPE (HeedKeyring, heed_keyring, HEED, KEYRING, GObject)

HeedKeyring *heed_keyring_new (void);

/**
 * heed_keyring_look_up_async:
 *
 * Looks for the keys of the history. There is one, unless the keyring was exchanged: a key is never
 * replaced, since a file may still need it.
 */
void heed_keyring_look_up_async (HeedKeyring *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * heed_keyring_look_up_finish:
 *
 * Returns: (transfer full) (element-type HeedKey): newest first, perhaps none; %NULL with
 *   %HEED_ERROR_NOT_ALLOWED when the keyring is locked, and with %HEED_ERROR_FAILED when there is
 *   none or it failed
 */
GPtrArray *heed_keyring_look_up_finish (HeedKeyring *self, GAsyncResult *result, GError **error);

/** heed_keyring_make_async: makes a key and keeps it in the keyring, beside those that are there */
void heed_keyring_make_async (HeedKeyring *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/** heed_keyring_make_finish: Returns: (transfer full): the key; %NULL as for
 * heed_keyring_look_up_finish() */
HeedKey *heed_keyring_make_finish (HeedKeyring *self, GAsyncResult *result, GError **error);

G_END_DECLS
