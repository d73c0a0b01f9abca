/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-key.h"

G_BEGIN_DECLS

#define HEED_TYPE_KEY_SEARCH (heed_key_search_get_type ())

/**
 * HeedKeySearch:
 *
 * Asks the keyring for the keys of the history until it has them, and makes one where there is
 * none. Emits `found` with them (a #GPtrArray of #HeedKey, newest first), and `failed` with a
 * #GError as heed_keyring_look_up_finish() gives it, or with %G_IO_ERROR_TIMED_OUT when the keyring
 * takes long to answer. It goes on after that by itself: each may come again.
 */
G_DECLARE_FINAL_TYPE (HeedKeySearch, heed_key_search, HEED, KEY_SEARCH, GObject)

/** heed_key_search_new: Returns: (transfer full): a search that has not begun */
HeedKeySearch *heed_key_search_new (void);

/** heed_key_search_start: begins, once */
void heed_key_search_start (HeedKeySearch *self);

/** heed_key_search_try_later: the keys that were found opened nothing; looks again after a while */
void heed_key_search_try_later (HeedKeySearch *self);

/** heed_key_search_stop: ends it for good; a keyring that never answers would hold it otherwise */
void heed_key_search_stop (HeedKeySearch *self);

G_END_DECLS
