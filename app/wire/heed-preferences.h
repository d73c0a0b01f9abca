/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HEED_TYPE_PREFERENCES (heed_preferences_get_type ())

/**
 * HeedPreferences:
 *
 * What the person sets for themselves: a policy file in a folder of their own, which is read after
 * all others and so counts wherever no lock keeps it out. The signal `saved` comes after each
 * writing, with the #GError if it failed, or %NULL.
 */
G_DECLARE_FINAL_TYPE (HeedPreferences, heed_preferences, HEED, PREFERENCES, GObject)

/** heed_preferences_new: @folder: the folder of the file; need not exist */
HeedPreferences *heed_preferences_new (const char *folder);

/** heed_preferences_get_default_folder: Returns: (transfer full): `$XDG_CONFIG_HOME/heed/policy.d`
 */
char *heed_preferences_get_default_folder (void);

/**
 * heed_preferences_set:
 * @self: the preferences
 * @key: a key of a policy
 * @value: (transfer floating): a boolean, a `u` or a string
 *
 * Has the file written. What is set meanwhile is written after that.
 */
void heed_preferences_set (HeedPreferences *self, const char *key, GVariant *value);

G_END_DECLS
