/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * heed_native_host_get_folder:
 *
 * Returns: (transfer full): the folder of this user in which Thunderbird and Firefox look for
 * native messaging manifests
 */
char *heed_native_host_get_folder (void);

/**
 * heed_native_host_is_in_sandbox:
 *
 * Returns: whether this program runs inside its Flatpak
 */
gboolean heed_native_host_is_in_sandbox (void);

/**
 * heed_native_host_is_swallowed:
 * @folder: an absolute path, which need not exist
 *
 * Whether what is written there stays inside the sandbox and is lost when the program ends. Such a
 * write succeeds, so nothing else tells.
 */
gboolean heed_native_host_is_swallowed (const char *folder);

/**
 * heed_native_host_connect:
 * @folder: where the manifest goes; made if need be
 *
 * Writes the manifest that lets the Heed add-on start heed-bridge. Inside the Flatpak it names a
 * wrapper in the Flatpak's own data folder, written first, that starts heed-bridge in the sandbox.
 *
 * Returns: %FALSE with an error if a file could not be written
 */
gboolean heed_native_host_connect (const char *folder, GError **error);

/**
 * heed_native_host_disconnect:
 * @folder: where the manifest is
 *
 * Removes manifest and wrapper. Nothing to remove is no error.
 *
 * Returns: %FALSE with an error if a file could not be removed
 */
gboolean heed_native_host_disconnect (const char *folder, GError **error);

/**
 * heed_native_host_is_connected:
 * @folder: where the manifest would be
 *
 * Returns: whether the manifest is there and names a program that can be run
 */
gboolean heed_native_host_is_connected (const char *folder);

G_END_DECLS
