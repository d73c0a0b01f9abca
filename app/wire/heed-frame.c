/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-frame.h"

#include <glib/gi18n-lib.h>

#include "heed-error.h"
#include "heed-limits.h"

#include <string.h>

struct _HeedFrameDecoder
{
  GByteArray *bytes; /* (owned) */
  gsize taken;       /* how many of them were popped already */
};

HeedFrameDecoder *
heed_frame_decoder_new (void)
{
  HeedFrameDecoder *self = g_new0 (HeedFrameDecoder, 1);

  self->bytes = g_byte_array_new ();
  return self;
}

void
heed_frame_decoder_free (HeedFrameDecoder *self)
{
  g_byte_array_unref (self->bytes);
  g_free (self);
}

void
heed_frame_decoder_push (HeedFrameDecoder *self, gconstpointer data, gsize length)
{
  /* Once for all the frames popped since the last push, not once for each of them. */
  g_byte_array_remove_range (self->bytes, 0, (guint)self->taken);
  self->taken = 0;
  g_byte_array_append (self->bytes, data, (guint)length);
}

static gboolean
check_length (gsize length, GError **error)
{
  if (length <= HEED_LIMIT_FRAME_BYTES)
    return TRUE;
  g_set_error (
      error, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
      /* Translators: %lu is how many bytes there are, %d is 1048576. */
      _ ("This is more than a mail program and Heed can hand over at once: %lu bytes, where "
         "%d are possible."),
      (gulong)length, HEED_LIMIT_FRAME_BYTES);
  return FALSE;
}

GBytes *
heed_frame_decoder_pop (HeedFrameDecoder *self, GError **error)
{
  const guint8 *start = self->bytes->data + self->taken;
  gsize available = self->bytes->len - self->taken;
  guint32 length;

  if (available < sizeof length)
    return NULL;
  memcpy (&length, start, sizeof length);
  if (!check_length (length, error) || available - sizeof length < length)
    return NULL;
  self->taken += sizeof length + length;
  return g_bytes_new (start + sizeof length, length);
}

GBytes *
heed_frame_encode (gconstpointer payload, gsize length, GError **error)
{
  guint32 prefix = (guint32)length;
  GByteArray *frame;

  if (!check_length (length, error))
    return NULL;
  frame = g_byte_array_sized_new ((guint)(sizeof prefix + length));
  g_byte_array_append (frame, (const guint8 *)&prefix, sizeof prefix);
  g_byte_array_append (frame, payload, (guint)length);
  return g_byte_array_free_to_bytes (frame);
}
