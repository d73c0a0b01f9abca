/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedFrameDecoder:
 *
 * Cuts a stream into native messaging frames: a 32-bit length in the machine's byte order, then
 * that many bytes.
 */
typedef struct _HeedFrameDecoder HeedFrameDecoder;

HeedFrameDecoder *heed_frame_decoder_new (void);
void heed_frame_decoder_free (HeedFrameDecoder *self);

/** heed_frame_decoder_push: @data: (array length=length): what was read from the stream */
void heed_frame_decoder_push (HeedFrameDecoder *self, gconstpointer data, gsize length);

/**
 * heed_frame_decoder_pop:
 * @self: a decoder
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the next whole frame without its length; %NULL without an
 * error while more bytes are needed; %NULL with %HEED_ERROR_LIMIT_EXCEEDED when a frame is longer
 * than %HEED_LIMIT_FRAME_BYTES, after which nothing of the stream can be trusted
 */
GBytes *heed_frame_decoder_pop (HeedFrameDecoder *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedFrameDecoder, heed_frame_decoder_free)

/**
 * heed_frame_encode:
 * @payload: (array length=length): what goes into the frame
 * @length: its size in bytes
 * @error: return location for an error
 *
 * Returns: (transfer full): the frame, or %NULL with %HEED_ERROR_LIMIT_EXCEEDED
 */
GBytes *heed_frame_encode (gconstpointer payload, gsize length, GError **error);

G_END_DECLS
