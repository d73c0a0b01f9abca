/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** heed_policy_loosening_get_keys: Returns: (transfer none) (nullable) (array zero-terminated=1):
 * the other keys that what is said about @key can take the effect from */
const char *const *heed_policy_loosening_get_keys (const char *key);

G_END_DECLS
