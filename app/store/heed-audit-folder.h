/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The names in the folder of the audit: the files with the records, each named by its first one,
 * the head, and the lock of whoever writes them. */

/** heed_audit_folder_get_default: Returns: (transfer full): `$XDG_DATA_HOME/heed/audit` */
char *heed_audit_folder_get_default (void);

char *heed_audit_folder_get_head_path (const char *folder);
char *heed_audit_folder_get_lock_path (const char *folder);

/** heed_audit_folder_make_path: Returns: (transfer full): the file that begins with record @number
 */
char *heed_audit_folder_make_path (const char *folder, guint64 number);

/** heed_audit_folder_get_number: Returns: the record that the file at @path begins with */
guint64 heed_audit_folder_get_number (const char *path);

/** heed_audit_folder_list: Returns: (transfer full) (element-type filename): the files with
 * records, oldest first; none where the folder cannot be read */
GPtrArray *heed_audit_folder_list (const char *folder);

/**
 * heed_audit_folder_read:
 * @path: a file in the folder
 * @length: (out): bytes of it
 *
 * Returns: (transfer full) (nullable): what it holds, and a zero; %NULL where there is none, or
 *   something that is no file of the audit: a pipe, a link, a file that is far too large
 */
char *heed_audit_folder_read (const char *path, gsize *length);

G_END_DECLS
