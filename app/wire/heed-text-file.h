/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * heed_text_file_read:
 * @path: a file that the person named
 * @text: (out): what it holds, of whatever encoding, and a zero after it
 * @length: (out): its size in bytes, without that zero
 *
 * Returns: %FALSE with %HEED_ERROR_NOT_FOUND where there is none, %HEED_ERROR_LIMIT_EXCEEDED where
 * it holds more than %HEED_LIMIT_TEXT_FILE_BYTES, or %HEED_ERROR_FAILED; the message is a
 * translated sentence that names the file
 */
gboolean heed_text_file_read (const char *path, char **text, gsize *length, GError **error);

G_END_DECLS
