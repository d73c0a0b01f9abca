/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedPolicyFolder:
 *
 * A folder of policy files, and whose it is. Immutable.
 */
typedef struct _HeedPolicyFolder HeedPolicyFolder;

/**
 * heed_policy_folder_new:
 * @path: where it is; need not exist
 * @is_users: whether the person can write there: what it says counts, but not its locks, and it
 *   makes nothing managed
 */
HeedPolicyFolder *heed_policy_folder_new (const char *path, gboolean is_users);

/**
 * heed_policy_folder_new_extension:
 * @mount_point: where Flatpak mounts an extension, whose folder `policy.d` is meant; need not exist
 *
 * An extension from the person's own installation hides that of the system, and nothing but the
 * owner of both folders tells which one it is. A link in place of one of them counts as the
 * person's own.
 */
HeedPolicyFolder *heed_policy_folder_new_extension (const char *mount_point);

void heed_policy_folder_free (HeedPolicyFolder *self);

/**
 * heed_policy_folder_list_installed:
 *
 * Returns: (transfer full) (element-type HeedPolicyFolder): the folders that policy is read from,
 * weakest first: those of the environment variable `HEED_POLICY_PATH` (separated by colons, for
 * tests and trials), `<datadir>/heed/policy.d`, `<sysconfdir>/heed/policy.d`, in a Flatpak that of
 * the policy extension, and that of #HeedPreferences
 */
GPtrArray *heed_policy_folder_list_installed (void);

const char *heed_policy_folder_get_path (const HeedPolicyFolder *self);
gboolean heed_policy_folder_is_users (const HeedPolicyFolder *self);

/** heed_policy_folder_hides_system: Returns: whether it is an extension that belongs to the person,
 * in whose place there may be one of the administrator's */
gboolean heed_policy_folder_hides_system (const HeedPolicyFolder *self);

/**
 * heed_policy_folder_list_files:
 * @self: a folder
 * @problems: (element-type GError): where the folder cannot be read, that is added here
 *
 * Returns: (transfer full) (element-type filename): its `*.json` in the order of their names; none
 * where it does not exist
 */
GPtrArray *heed_policy_folder_list_files (const HeedPolicyFolder *self, GPtrArray *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPolicyFolder, heed_policy_folder_free)

G_END_DECLS
